import CLinux
import Diagnostics
import Foundation

/// What publishing asks of the disk: one function for every call that can fail.
///
/// Plain POSIX calls, because a release must be on the disk before it is linked and
/// Foundation offers no flush. They are values, so that a test can let any of them fail.
struct Disk: Sendable {
  /// Makes a folder and the folders above it; one that is there already is no error.
  var makeFolder: @Sendable (URL) throws -> Void = { try Disk.makeFolder($0.path) }
  /// Writes a new file; one that is there already is an error.
  var write: @Sendable ([UInt8], URL) throws -> Void = Disk.write
  /// Waits until everything that was written to the file system of a folder is on the disk.
  ///
  /// One call for a hundred files takes 20 to 100 ms where one for each takes 30 to 400.
  var flushAll: @Sendable (URL) throws -> Void = { try Disk.flush($0, by: syncfs) }
  /// Waits until a file's bytes, or a folder's names, are on the disk.
  var flush: @Sendable (URL) throws -> Void = {
    try Disk.flush($0, by: fsync)
  }
  /// Renames in one step, over whatever file or link stands there.
  var rename: @Sendable (URL, URL) throws -> Void = {
    try check(Foundation.rename($0.path, $1.path))
  }
  /// Makes a symbolic link to a path relative to the link.
  var link: @Sendable (String, URL) throws -> Void = { try check(symlink($0, $1.path)) }
  /// Removes a file, a link or a whole folder.
  var remove: @Sendable (URL) throws -> Void = { try FileManager.default.removeItem(at: $0) }

  private static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    let parent = (path as NSString).deletingLastPathComponent
    guard errno == ENOENT, parent != path, !parent.isEmpty else { return try check(-1) }
    try makeFolder(parent)
    try check(mkdir(path, 0o755))
  }

  private static func write(_ bytes: [UInt8], to url: URL) throws {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    try check(descriptor)
    do {
      var written = 0
      try bytes.withUnsafeBytes { buffer in
        while written < buffer.count {
          let count = Foundation.write(
            descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
          if count < 0, errno == EINTR { continue }
          try check(count < 0 ? -1 : 0)
          written += count
        }
      }
    } catch {
      close(descriptor)
      throw error
    }
    // Network file systems may tell only now that there was no room.
    try check(close(descriptor))
  }

  private static func flush(_ url: URL, by call: (Int32) -> Int32) throws {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    try check(descriptor)
    defer { close(descriptor) }
    // Some file systems cannot flush a folder and say so with EINVAL; nothing is lost there.
    if call(descriptor) != 0, errno != EINVAL { try check(-1) }
  }
}

/// Throws the system's error for a negative result.
private func check(_ result: Int32) throws {
  if result < 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}

/// Does the work; an error of the system becomes a problem that names `url` and the remedy.
func writing<Value>(_ url: URL, _ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let problem as Problem {
    throw problem
  } catch {
    let code = systemCode(of: error)
    throw Problem(
      "cannot write '\(url.path)': "
        + (code.map { String(cString: strerror($0)) } ?? error.localizedDescription),
      remedy: "\(remedy(for: code)) and run again; what was published before still stands")
  }
}

/// The `errno` behind an error of POSIX or Foundation, or nil.
func systemCode(of error: any Error) -> Int32? {
  if let error = error as? POSIXError { return error.code.rawValue }
  let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
  return underlying.map { Int32(truncatingIfNeeded: $0.code) }
}

private func remedy(for code: Int32?) -> String {
  switch code {
  case ENOSPC, EDQUOT: "free space on this disk"
  case EROFS: "make this file system writable, or choose another folder with '--output',"
  case EACCES, EPERM: "give yourself the right to write there"
  case EFBIG: "raise the limit on the size of files ('ulimit -f')"
  case EIO: "have the disk checked"
  default: "mend this path"
  }
}
