import Diagnostics
import Foundation
import Testing

@testable import Pipelines

extension SampleCountry {
  fileprivate func run(telling reports: RunReports, on day: String = "2026-11-20") throws
    -> RunOutcome
  {
    try PipelineRun(definition: definitionFile, output: output, asOf: day, reports: reports)
      .publish()
  }

  /// A program that appends the status it reads to `told`.
  fileprivate func program(_ script: String) throws -> URL {
    let url = folder.appending(path: "hook")
    try "#!/bin/sh\n\(script)\n".write(to: url, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    return url
  }
}

@Test("Summary, metrics and programs hear of a release and of a failure, not of a quiet night.")
func reports() throws {
  try withSampleCountry { country in
    let summary = country.folder.appending(path: "summary.json")
    let metrics = country.folder.appending(path: "atlas.prom")
    let told = country.folder.appending(path: "told")
    let program = try country.program("grep '\"status\"' >> '\(told.path)'")
    let reports = RunReports(
      summary: summary, metrics: metrics, onChange: program, onFailure: program)
    #expect(try country.run(telling: reports).warnings == [])
    #expect(try text(summary) == text(country.releases.lastRunFile))
    #expect(try text(metrics).contains("inclusion_atlas_run_success{pipeline=\"country\"} 1.0\n"))
    _ = try country.run(telling: reports)
    #expect(try text(told) == "  \"status\": \"published\",\n")
    try Trouble.gone.strike(country)
    #expect(throws: RunFailure.self) { try country.run(telling: reports, on: "2026-11-23") }
    #expect(try text(summary) == text(country.releases.lastRunFile))
    #expect(try text(told).hasSuffix("  \"status\": \"failed\",\n"))
    let numbers = try text(metrics)
    for line in [
      "run_success{pipeline=\"country\"} 0.0", "run_errors{pipeline=\"country\"} 1.0",
      "source_age_days{pipeline=\"country\",indicator=\"offline\"} 3.0",
      "areas_without_data{pipeline=\"country\",indicator=\"unschooled\"} 0.0",
      "hotspots{pipeline=\"country\",index=\"divide\"} ",
    ] { #expect(numbers.contains("\ninclusion_atlas_\(line)"), "\(line)") }
    // Every line is a comment or a sample, and each name is introduced once.
    for line in numbers.split(separator: "\n") {
      let isSample =
        line.wholeMatch(of: /inclusion_atlas_[a-z_]+\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")?\} \S+/)
        != nil
      #expect(isSample || line.hasPrefix("# HELP ") || line.hasPrefix("# TYPE "))
    }
    let types = numbers.split(separator: "\n").filter { $0.hasPrefix("# TYPE") }
    #expect(Set(types).count == types.count)
  }
}

@Test("A report that cannot be made is a warning and fails no run.")
func reportsFail() throws {
  try withSampleCountry { country in
    let nowhere = country.folder.appending(path: "nowhere/summary.json")
    let outcome = try country.run(telling: RunReports(summary: nowhere, onChange: nowhere))
    #expect(
      outcome.warnings.map(\.description) == [
        "cannot write '\(nowhere.path)': No such file or directory; mend this path and run again; "
          + "what was published before still stands",
        "'\(nowhere.relativePath)' cannot be started; give the path of a program that this user may run",
      ])
  }
}

@Test("What is no plain file is written into and not replaced.")
func reportsIntoLink() throws {
  try withSampleCountry { country in
    let target = country.folder.appending(path: "target")
    let link = country.folder.appending(path: "link")
    try Data().write(to: target)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
    #expect(try country.run(telling: RunReports(summary: link)).warnings == [])
    #expect(try text(target) == text(country.releases.lastRunFile))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == target.path)
  }
}

@Test("A program that fails, does not read, or does not end is told of.")
func hooks() throws {
  try withSampleCountry { country in
    let failing = try country.program("exit 7")
    #expect(
      try #require(throws: Problem.self) { try Hook(program: failing).run(reading: []) }
        .description
        == "'\(failing.relativePath)' failed (7); run it by hand with last-run.json on its "
        + "standard input")
    let deaf = try country.program("true")
    try Hook(program: deaf).run(reading: [UInt8](repeating: 32, count: 1 << 20))
    let slow = try country.program("exec sleep 30")
    #expect(
      try #require(throws: Problem.self) {
        try Hook(program: slow, patience: 0.2).run(reading: [])
      }.description
        == "'\(slow.relativePath)' did not end within 0 seconds and was ended; let it hand longer "
        + "work to another program")
  }
}
