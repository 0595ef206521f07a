internal import CCrypto
public import Foundation

/// The SHA-256 of the bytes (FIPS 180-4) in 64 lower-case hexadecimal digits, as `sha256sum`
/// prints it.
public func sha256Hex(of bytes: some ContiguousBytes) -> String {
  let digest = bytes.withUnsafeBytes { buffer in
    [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { digest, count in
      // An empty buffer may have no address, which OpenSSL would take for a null pointer.
      var nothing: UInt8 = 0
      _ = withUnsafePointer(to: &nothing) { empty in
        SHA256(
          buffer.bindMemory(to: UInt8.self).baseAddress ?? empty, buffer.count, digest.baseAddress)
      }
      count = Int(SHA256_DIGEST_LENGTH)
    }
  }
  return hexadecimal(digest)
}

/// The SHA-256 of a file as it is on the disk now.
///
/// - Throws: Foundation's error when the file cannot be read.
public func sha256Hex(ofFile url: URL) throws -> String {
  sha256Hex(of: try Data(contentsOf: url))
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
