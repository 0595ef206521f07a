import Diagnostics
import Foundation

/// Keeps two runs from publishing into one folder at once.
///
/// The kernel holds the lock for the process and drops it when the process ends, however
/// it ends: there is no stale lock to detect.
struct ReleaseLock {
  private let descriptor: Int32

  /// - Throws: `Problem` when another process holds the lock.
  init(folder: URL) throws {
    let path = folder.appending(path: ".lock").path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Problem(
        "cannot write '\(path)': \(String(cString: strerror(errno)))",
        remedy: "mend the permissions; the last release still stands")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Problem(
        "another run is publishing into '\(folder.path)'",
        remedy: "wait until it ends and run again")
    }
  }

  func release() {
    close(descriptor)
  }
}
