import Foundation
import Testing

@testable import Pipelines

@Test(
  "SHA-256 gives the values published with FIPS 180-4.",
  arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
func sha256(text: String, digest: String) throws {
  #expect(sha256Hex(of: Array(text.utf8)) == digest)
  let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: file) }
  try Data(text.utf8).write(to: file)
  #expect(try sha256Hex(ofFile: file) == digest)
}

@Test("SHA-256 of a million letters 'a' is the value published with FIPS 180-4.")
func sha256OfManyBytes() {
  #expect(
    sha256Hex(of: [UInt8](repeating: 97, count: 1_000_000))
      == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
}
