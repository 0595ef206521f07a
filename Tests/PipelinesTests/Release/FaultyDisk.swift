import Foundation
import Synchronization

@testable import Pipelines

/// Counts what is asked of a disk and lets some of it fail.
final class FaultyDisk: Sendable {
  /// What was asked, in order: `write atlas.csv`.
  private let log = Mutex<[String]>([])

  var calls: [String] { log.withLock { $0 } }

  /// A disk whose flushes do nothing, which tests cannot tell from true ones, and which asks
  /// before every call whether it fails.
  func disk(_ failure: @escaping @Sendable (_ number: Int, _ call: String) throws -> Void) -> Disk {
    let real = Disk()
    @Sendable func ask(_ call: String, _ url: URL) throws {
      let number = log.withLock { calls in
        calls.append("\(call) \(url.lastPathComponent)")
        return calls.count
      }
      try failure(number, call)
    }
    var disk = Disk()
    disk.makeFolder = {
      try ask("make", $0); try real.makeFolder($0)
    }
    disk.write = {
      try ask("write", $1); try real.write($0, $1)
    }
    disk.flushAll = { try ask("flush all", $0) }
    disk.flush = { try ask("flush", $0) }
    disk.rename = {
      try ask("rename", $1); try real.rename($0, $1)
    }
    disk.link = {
      try ask("link", $1); try real.link($0, $1)
    }
    disk.remove = {
      try ask("remove", $0); try real.remove($0)
    }
    return disk
  }

  /// A disk on which call number `failing` fails once.
  func disk(failing: Int, _ code: POSIXErrorCode) -> Disk {
    disk { number, _ in if number == failing { throw POSIXError(code) } }
  }

  /// A disk on which nothing happens any more from call number `death` on, which is what the
  /// disk sees when the process is killed.
  func disk(dyingAt death: Int) -> Disk {
    disk { number, _ in if number >= death { throw POSIXError(.EIO) } }
  }
}
