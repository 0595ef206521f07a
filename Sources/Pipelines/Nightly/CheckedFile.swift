import Foundation

/// A file of the cache that says whether it is what was written: its SHA-256 in 64 digits and a line
/// feed, then its payload.
enum CheckedFile {
  /// The bytes of a file that holds the payload.
  static func sealed(_ payload: Data) -> Data {
    Data("\(sha256Hex(of: payload))\n".utf8) + payload
  }

  /// What a file holds; nil where there is none, or it is not what was written.
  static func payload(of file: URL) -> Data? {
    guard let data = try? Data(contentsOf: file), data.count > 65 else { return nil }
    let payload = Data(data.dropFirst(65))
    return data.prefix(64).elementsEqual(sha256Hex(of: payload).utf8) ? payload : nil
  }
}
