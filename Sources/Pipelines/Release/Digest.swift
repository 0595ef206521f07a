import Crypto
import Foundation

/// The SHA-256 of the bytes (FIPS 180-4) in 64 lower-case hexadecimal digits, as `sha256sum`
/// prints it.
func sha256Hex(of bytes: some DataProtocol) -> String { hexadecimal(SHA256.hash(data: bytes)) }

/// The same of some pieces of bytes one after another.
func sha256Hex(ofParts parts: [Data]) -> String {
  var hash = SHA256()
  for part in parts { hash.update(data: part) }
  return hexadecimal(hash.finalize())
}

private func hexadecimal(_ digest: SHA256.Digest) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The SHA-256 of a file as it is on the disk now.
///
/// - Throws: Foundation's error when the file cannot be read.
func sha256Hex(ofFile url: URL) throws -> String {
  let handle = try FileHandle(forReadingFrom: url)
  defer { try? handle.close() }
  var hash = SHA256()
  // In pieces: an input may be larger than the memory.
  while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
  return hexadecimal(hash.finalize())
}
