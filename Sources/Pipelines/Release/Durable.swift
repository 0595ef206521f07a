import Foundation

// Plain POSIX calls, because a release must be on the disk before it is linked and
// Foundation offers no flush.

/// Writes the whole file and flushes it to the disk.
func writeFlushed(_ bytes: [UInt8], to url: URL) throws {
  let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  try check(descriptor)
  defer { close(descriptor) }
  var written = 0
  try bytes.withUnsafeBytes { buffer in
    while written < buffer.count {
      let count = Foundation.write(
        descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      if count < 0, errno == EINTR { continue }
      try check(Int32(truncatingIfNeeded: count))
      written += count
    }
  }
  try check(fsync(descriptor))
}

/// Flushes a folder's list of names to the disk.
func flush(_ folder: URL) throws {
  let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  try check(descriptor)
  defer { close(descriptor) }
  // Some file systems cannot flush a folder and say so with EINVAL; nothing is lost there.
  if fsync(descriptor) != 0, errno != EINVAL { try check(-1) }
}

/// Renames in one step, over whatever stands there.
func rename(_ from: URL, to: URL) throws {
  try check(Foundation.rename(from.path, to.path))
}

/// Throws the system's error for a negative result.
func check(_ result: Int32) throws {
  if result < 0 { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
