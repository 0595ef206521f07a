import Diagnostics
import Foundation

/// Keeps two runs from publishing into one folder at once.
///
/// The kernel holds the lock for the process and drops it when the process ends, however
/// it ends: there is no stale lock to detect. The file holds the number of the process that
/// took the lock last, for messages only.
struct ReleaseLock {
  private let descriptor: Int32

  /// - Throws: `Problem` when another process holds the lock.
  init(folder: URL) throws {
    let path = folder.appending(path: ".lock").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Problem(
        "cannot write '\(path)': \(String(cString: strerror(errno)))",
        remedy: "mend this path and run again; what was published before still stands")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = ReleaseLock.holder(descriptor)
      close(descriptor)
      guard code == EWOULDBLOCK else {
        throw Problem(
          "cannot lock '\(path)': \(String(cString: strerror(code)))",
          remedy: "choose a folder on a file system with locks with '--output'")
      }
      throw Problem(
        "another run\(holder) is publishing into '\(folder.path)'",
        remedy: "wait until it ends and run again")
    }
    self.descriptor = descriptor
    let process = "\(getpid())\n"
    // Best effort: without the number the message is only less telling.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, process, process.utf8.count, 0) }
  }

  /// Lets the next run in, even where a child process still holds a copy of the descriptor.
  func release() {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func holder(_ descriptor: Int32) -> String {
    var digits: [UInt8] = []
    // Who has just taken the lock writes its number a moment later.
    for attempt in 0..<20 where digits.isEmpty {
      if attempt > 0 { usleep(5_000) }
      var bytes = [UInt8](repeating: 0, count: 20)
      let count = pread(descriptor, &bytes, bytes.count, 0)
      digits = Array(bytes.prefix(max(0, count)).prefix { (48...57).contains($0) })
    }
    return digits.isEmpty ? "" : " (process \(String(decoding: digits, as: UTF8.self)))"
  }
}
