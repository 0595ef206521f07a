internal import Foundation

/// Bytes in a file without a name, in the folder for temporary files (`TMPDIR`). The file goes
/// with the last reference, and with the process however that ends.
final class DiskBytes: Sendable {
  let count: Int
  private let descriptor: Int32

  /// Writes the bytes; nil where the disk does not take them.
  init?(_ bytes: [UInt8], in folder: URL = FileManager.default.temporaryDirectory) {
    let path = folder.appending(path: UUID().uuidString).path
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    count = bytes.count
    guard descriptor >= 0 else { return nil }
    unlink(path)
    let isWritten = bytes.withUnsafeBytes { buffer in
      DiskBytes.inPieces(of: buffer.count) { start in
        write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
      }
    }
    // An object that is not made after all is still destroyed, and closes the file.
    if !isWritten { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The bytes, read anew.
  var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let isRead = DiskBytes.inPieces(of: count) { start in
        pread(descriptor, buffer.baseAddress.map { $0 + start }, count - start, off_t(start))
      }
      // Nobody else can reach the file, so the disk is broken; what stands is the last release.
      precondition(isRead, "a temporary file cannot be read: \(String(cString: strerror(errno)))")
      initialized = count
    }
  }

  /// Asks for the rest until nothing is left, since the system may do less than it is asked for.
  private static func inPieces(of count: Int, _ work: (_ start: Int) -> Int) -> Bool {
    var done = 0
    while done < count {
      let step = work(done)
      if step < 0, errno == EINTR { continue }
      if step <= 0 { return false }
      done += step
    }
    return true
  }
}
