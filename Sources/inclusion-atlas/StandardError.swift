import Foundation

/// Where the command says how it goes. A log that cannot be written must not end a run.
enum StandardError {
  /// Writes a text; what does not find room is lost.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(2, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Puts an empty file where a standard stream was closed, so that no file of a release takes its
  /// number and the log's lines with it.
  static func openClosedStreams() {
    for stream in Int32(0)...2 where fcntl(stream, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
  }
}
