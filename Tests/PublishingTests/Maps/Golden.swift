import Foundation
import Testing

/// Compares bytes with a file under `Tests/Golden`.
///
/// With `RECORD_GOLDEN=1` the file is written instead and the test fails, so that nobody records
/// unseen; on a build server (`CI` set) nothing is ever recorded.
func expectGolden(
  _ bytes: [UInt8], _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let environment = ProcessInfo.processInfo.environment
  let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden/\(path)")
  if environment["RECORD_GOLDEN"] == "1", environment["CI"] == nil {
    try Data(bytes).write(to: url)
    Issue.record("recorded \(path); look at it, then run again", sourceLocation: sourceLocation)
    return
  }
  let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
  let actual = String(decoding: bytes, as: UTF8.self)
  let differing = zip(
    golden.split(separator: "\n"), actual.split(separator: "\n")
  ).enumerated().first { $0.element.0 != $0.element.1 }
  #expect(
    golden == actual,
    """
    \(path) differs\(differing.map { """
     in line \($0.offset + 1):
      golden: \($0.element.0)
      actual: \($0.element.1)
    """ } ?? " in length")
    """, sourceLocation: sourceLocation)
}
