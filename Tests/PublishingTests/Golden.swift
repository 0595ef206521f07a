import Foundation
import Publishing
import Testing

/// Compares a file with the one recorded under `Tests/Golden/Publishing/`. `RECORD_GOLDEN=1` records it anew and
/// fails once; never in CI.
func expectGolden(_ file: PublishedFile, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let folder = tests.appending(path: "Golden/Publishing")
  let url = folder.appending(path: file.path.replacing("/", with: "-"))
  let environment = ProcessInfo.processInfo.environment
  if environment["RECORD_GOLDEN"] == "1", environment["CI"] == nil {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(file.bytes).write(to: url)
    Issue.record("recorded \(file.path)", sourceLocation: sourceLocation)
    return
  }
  let expected = try [UInt8](Data(contentsOf: url))
  guard expected != file.bytes else { return }
  let line = zip(expected, file.bytes).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") } + 1
  Issue.record(
    "\(file.path) differs from the recorded one from line \(line) on",
    sourceLocation: sourceLocation)
}

extension PublishedFile {
  /// The content as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The content as parsed JSON.
  func json() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
