import Foundation
import Indicators
import Testing

@testable import Pipelines

@Test("What a release withheld stays withheld when that release is spoiled and its source gone.")
func staysWithheld() throws {
  try withSampleCountry { country in
    country.rules = "on_failure: stale\nsuppress_by: count\nsuppress_below: 5"
    try country.write()
    try country.run(on: "2026-11-20")
    #expect(try country.offlineInFive()?.value == 70)
    country.offline[5] = "3"
    try country.write()
    try country.run(on: "2026-11-21")
    #expect(try country.offlineInFive()?.status == .suppressed)
    let package = country.releases.current.appending(path: "atlas.gpkg")
    try Data("spoiled".utf8).write(to: package)
    try Trouble.gone.strike(country)
    try country.run(on: "2026-11-22")
    #expect(try country.offlineInFive() == .init(value: nil, status: .suppressed))
    #expect(try country.published("observations.csv").contains("withheld by a later release"))
    // Where it cannot be told what was withheld, nothing stands in.
    let name = try #require(try country.releases.currentRelease()).url
    for path in ["observations.csv", "atlas.gpkg"] {
      try Data("spoiled".utf8).write(to: name.appending(path: path))
    }
    let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-23") }
    #expect(
      failure.problems.map(\.what).contains(
        "'offline' cannot fall back on the last release: a later release cannot be read, and may "
          + "withhold some of its figures"))
  }
}

@Test("An edited release is not quoted: not as a history, and not as a change.")
func quotesNothingEdited() throws {
  try withSampleCountry { country in
    try country.run(on: "2026-11-20")
    let release = try #require(try country.releases.currentRelease())
    let file = release.url.appending(path: "atlas.csv")
    try text(file).replacing("70", with: "77").write(to: file, atomically: true, encoding: .utf8)
    let history = ReleaseHistory(definition: country.definitionFile, output: country.output)
    let what = "'atlas.csv' of release '\(release.name)' was changed"
    for ask in [
      { _ = try history.lines(of: "5") },
      { _ = try history.changes(from: nil, to: nil, asJSON: false) },
      { _ = try history.changes(from: release.name, to: release.name, asJSON: true) },
    ] {
      let failure = try #require(throws: RunFailure.self) { try ask() }
      #expect(failure.problems.map(\.what) == [what])
    }
  }
}

@Test("A run that fails leaves standing what another run has recorded meanwhile.")
func leavesOthersRecord() throws {
  try withSampleCountry { country in
    try country.run(on: "2026-11-20")
    try Trouble.broken.strike(country)
    let file = country.releases.lastRunFile
    let other = Data("{\"status\": \"published\"}\n".utf8)
    let run = PipelineRun(
      definition: country.definitionFile, output: country.output, asOf: "2026-11-21")
    #expect(throws: RunFailure.self) { try run.publish { _ in try? other.write(to: file) } }
    let recorded = try Data(contentsOf: file)
    #expect(recorded == other)
    #expect(throws: RunFailure.self) { try run.publish() }
    #expect(try text(file).contains("\"status\": \"failed\""))
  }
}

@Test("What is told of a spoiled pointer names no folder of the machine, and no raw bytes.")
func tellsNoPlace() throws {
  try withSampleCountry { country in
    try country.run(on: "2026-11-20")
    let current = country.releases.current
    for target in ["releases/nowhere", "x\u{1}y"] {
      try FileManager.default.removeItem(at: current)
      try FileManager.default.createSymbolicLink(
        atPath: current.path, withDestinationPath: target)
      country.offline[5] = "7\(target.count % 10)"
      try country.write()
      try country.run(on: "2026-11-21")
      let report = try country.published("changes.md")
      #expect(report.contains("'country/current' points to"))
      #expect(!report.contains(country.folder.path))
      #expect(!report.unicodeScalars.contains { $0.value < 10 })
    }
  }
}

@Test("A pipe in the place of a definition is refused, and nobody waits for it.")
func pipedDefinition() throws {
  try withTemporaryFolder { folder in
    let file = folder.appending(path: "country.yaml")
    #expect(mkfifo(file.path, 0o600) == 0)
    let run = PipelineRun(definition: file, output: folder.appending(path: "output"))
    let failure = try #require(throws: RunFailure.self) { try run.publish() }
    #expect(failure.problems.map(\.what) == ["cannot read the definition"])
    #expect(failure.exitCode == 2)
  }
}

@Test("A log that cannot be written ends no run, and an answer that cannot be written is told.")
func unwritable() throws {
  try withSampleCountry { country in
    func call(_ arguments: [String], output: String, log: String) throws -> Int32 {
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.currentDirectoryURL = country.folder
      process.standardOutput = FileHandle(forWritingAtPath: output)
      process.standardError = FileHandle(forWritingAtPath: log)
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    for format in ["text", "json"] {
      let arguments = ["run", "country.yaml", "--log-format", format]
      let code = try call(arguments, output: "/dev/full", log: "/dev/full")
      #expect(code == 0)
    }
    #expect(try country.releases.currentRelease() != nil)
    // What the program does not die of, those that it starts may.
    let hook = country.folder.appending(path: "hook")
    try "#!/bin/sh\ngrep SigIgn /proc/self/status > ignored\n".write(
      to: hook, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook.path)
    let anew = ["run", "country.yaml", "--output", "other", "--on-change", hook.path]
    let started = try call(anew, output: "/dev/null", log: "/dev/null")
    #expect(started == 0)
    let ignored = try text(country.folder.appending(path: "ignored")).split(separator: "\t").last
    let mask = UInt64((ignored ?? "").trimmingCharacters(in: .whitespacesAndNewlines), radix: 16)
    #expect(try #require(mask) & (1 << 12 | 1 << 24) == 0)
    let ask = ["history", "country.yaml", "5"]
    let codes = try ["/dev/null", "/dev/full"].map {
      try call(ask, output: $0, log: "/dev/null")
    }
    #expect(codes == [0, 1])
  }
}
