import Foundation

/// A folder of its own for one test, removed afterwards.
func withTemporaryFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
  let url = FileManager.default.temporaryDirectory.appending(
    path: "inclusion-atlas-\(UUID().uuidString)", directoryHint: .isDirectory)
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url)
}

/// The files below a folder, relative to it, links not followed.
func tree(_ url: URL) -> [String] {
  let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
  return (names ?? []).sorted()
}

func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }
