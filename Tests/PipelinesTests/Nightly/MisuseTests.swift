import Foundation
import Testing

@testable import Pipelines

/// What the program says on standard error, and its exit code.
private func call(_ arguments: [String], in folder: URL) throws -> (said: String, code: Int32) {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  let pipe = Pipe()
  process.standardError = pipe
  try process.run()
  let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (String(decoding: said, as: UTF8.self), process.terminationStatus)
}

/// A wrong usage and what is wrong with it.
private let misuses: [([String], String)] = [
  (["--as-of", "yesterday"], "'yesterday' is no date; write '--as-of 2026-11-22'."),
  (["--as-off", "2026-11-22"], "Unknown option '--as-off'. Did you mean '--as-of'?"),
  (["--quiet", "--verbose"], "'--quiet' and '--verbose' exclude each other."),
]

@Test("Wrong usage is told as a line of JSON, in the summary and to the program for failures.")
func misuse() throws {
  try withTemporaryFolder { folder in
    let hook = folder.appending(path: "hook")
    try "#!/bin/sh\ngrep '\"status\"' >> '\(folder.path)/told'\n".write(
      to: hook, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook.path)
    for (arguments, message) in misuses {
      let summary = folder.appending(path: "summary.json")
      let answer = try call(
        ["run", "a.yaml"] + arguments
          + ["--log-format=json", "--summary", summary.path, "--on-failure", hook.path], in: folder)
      #expect(answer.code == 2)
      let line = try #require(
        try JSONSerialization.jsonObject(with: Data(answer.said.utf8)) as? [String: String])
      #expect(line["level"] == "error" && line["message"] == message, "\(answer.said)")
      let told = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: summary)) as? [String: Any])
      #expect(told["status"] as? String == "failed")
      let errors = try #require(told["errors"] as? [[String: Any]])
      #expect(errors.compactMap { $0["what"] as? String } == [message])
      #expect(told["failed"] is NSNull)
      try FileManager.default.removeItem(at: summary)
    }
    let told = folder.appending(path: "told")
    #expect(
      try text(told) == String(repeating: "  \"status\": \"failed\",\n", count: misuses.count))
    #expect(tree(folder) == ["hook", "told"])
  }
}

@Test("What of wrong usage cannot be read is left out, and the rest told in text.")
func unreadableMisuse() throws {
  try withTemporaryFolder { folder in
    let wrong = try call(
      ["run", "a.yaml", "--log-format", "xml", "--summary", "summary.json"], in: folder)
    #expect(wrong.code == 2)
    let said =
      "Error: The value 'xml' is invalid for '--log-format <how>'. "
      + "Please provide one of 'text' and 'json'."
    #expect(wrong.said.hasPrefix(said), "\(wrong.said)")
    #expect(tree(folder) == ["summary.json"])
    let bare = try call(["run", "a.yaml", "--summary"], in: folder)
    #expect(bare.code == 2 && bare.said.contains("--summary"))
    #expect(tree(folder) == ["summary.json"])
  }
}
