import Diagnostics
import Foundation
import Testing

@testable import Pipelines

@Test("A night on which nothing changed publishes nothing, and says so.")
func unchangedNight() throws {
  try withSampleCountry { country in
    let first = try country.run(on: "2026-11-20")
    #expect(!first.isUnchanged)
    let release = try #require(try country.releases.currentRelease())
    let before = tree(country.releases.releases)
    // What a run left that was killed at its very end.
    for name in [".last-run.json.99999999.partial", ".cache/.fingerprint.99999999.partial"] {
      try Data().write(to: country.releases.url.appending(path: name))
    }
    let second = try country.run(on: "2026-11-21")
    #expect(!tree(country.releases.url).contains { $0.hasSuffix(".partial") })
    #expect(second.isUnchanged && second.stages.isEmpty)
    #expect(
      second.sentence
        == "nothing changed: \(country.releases.current.relativePath) stands as it is "
        + "(release \(release.name))")
    #expect(second.warnings == first.warnings)
    #expect(tree(country.releases.releases) == before)
    #expect(
      country.releases.lastRun().lastSuccess == .init(date: "2026-11-21", release: release.name))
    #expect(try text(country.releases.lastRunFile).contains("\"status\": \"unchanged\""))
  }
}

@Test("Without its cache a night does its work again and still publishes nothing new.")
func unchangedWithoutFingerprint() throws {
  try withSampleCountry { country in
    try country.run()
    let before = tree(country.releases.releases)
    try FileManager.default.removeItem(at: country.releases.cache)
    let again = try country.run()
    #expect(again.isUnchanged && !again.stages.isEmpty)
    #expect(tree(country.releases.releases) == before)
    #expect(try country.run().stages.isEmpty)
  }
}

@Test("A check on changes says the same when the work is done again, and nothing is published.")
func repeatsChecks() throws {
  try withSampleCountry { country in
    country.settings = "checks: {steady: {of: offline, change_at_most: 10, severity: warn}}"
    try country.write()
    for value in ["70", "20"] {
      country.offline[5] = value
      try country.write()
      let first = try country.run()
      try FileManager.default.removeItem(at: country.releases.cache)
      let again = try country.run()
      #expect(again.isUnchanged && !again.stages.isEmpty)
      #expect(again.warnings.map(\.description) == first.warnings.map(\.description))
      #expect(first.warnings.contains { $0.what.contains("70") } == (value == "20"))
    }
  }
}

@Test("A revised figure, an edited definition and a rollback each lead to a new release.")
func changedNight() throws {
  try withSampleCountry { country in
    try country.run()
    country.offline[5] = "20"
    try country.write()
    #expect(try !country.run().isUnchanged)
    country.settings = "keep: 7"
    try country.write()
    #expect(try !country.run().isUnchanged)
    #expect(try country.published("changes.md").contains("- The definition was edited."))
    try country.releases.rollback()
    #expect(try !country.run().isUnchanged)
    let releases = country.releases.list()
    #expect(releases.count == 4)
    #expect(releases[2].name.suffix(12) == releases[3].name.suffix(12))
    for release in releases { try release.verify() }
  }
}

@Test("The oldest releases beyond 'keep' are removed.")
func keeps() throws {
  try withSampleCountry { country in
    country.settings = "keep: 2"
    for night in 1...4 {
      country.offline[5] = String(night)
      try country.write()
      try country.run()
    }
    #expect(country.releases.list().count == 2)
    #expect(try country.snapshot()?.areas[4].cells["offline"]?.value == 4)
  }
}

@Test("A release that was edited is named, and compared with the last one that was not.")
func editedRelease() throws {
  try withSampleCountry { country in
    try country.run()
    country.offline[5] = "20"
    try country.write()
    try country.run()
    let edited = try #require(try country.releases.currentRelease())
    try Data("mine".utf8).write(to: edited.url.appending(path: "atlas.csv"))
    let outcome = try country.run()
    #expect(!outcome.isUnchanged)
    #expect(
      outcome.warnings.last?.what == "'atlas.csv' of release '\(edited.name)' was changed")
    #expect(try country.published("changes.md").contains("| Square 5 (5) | People offline | 70.0"))
  }
}

@Test("The first release has no earlier one; its report takes no part in the name.")
func firstNight() throws {
  try withSampleCountry { country in
    try country.run()
    #expect(
      try country.published("changes.md")
        == "# What changed\n\nThere is no earlier release to compare this one with.\n")
    let release = try #require(try country.releases.currentRelease())
    try release.verify()
    let outputs = try release.manifest().outputs.map(\.path)
    #expect(outputs.contains("changes.md") && outputs.contains("changes.json"))
  }
}

@Test("A wrong definition is on record too; a misspelled name leaves nothing behind.")
func recordsWrongDefinition() throws {
  try withSampleCountry { country in
    try country.run(on: "2026-11-20")
    let success = country.releases.lastRun().lastSuccess
    country.settings = "kep: 2"
    try country.write()
    let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-21") }
    #expect(failure.exitCode == 2)
    let record = try text(country.releases.lastRunFile)
    #expect(record.contains("\"status\": \"failed\"") && record.contains("unknown key 'kep'"))
    #expect(country.releases.lastRun().lastSuccess == success)
    let misspelled = PipelineRun(
      definition: country.folder.appending(path: "contry.yaml"), output: country.output)
    #expect(throws: RunFailure.self) { try misspelled.publish() }
    #expect(!FileManager.default.fileExists(atPath: country.output.path + "/contry"))
  }
}

@Test("A part of a shapefile that changes is a change; parts are among the inputs.")
func companions() throws {
  try withTemporaryFolder { folder in
    let file = folder.appending(path: "a.shp")
    for ending in ["shp", "dbf", "txt"] {
      try Data(ending.utf8).write(to: folder.appending(path: "a.\(ending)"))
    }
    let input = InputFile(url: file, name: "geodata/a.shp", place: .init(file: "p.yaml"))
    #expect(try Provenance.entries(of: [input]).map(\.path) == ["geodata/a.shp", "geodata/a.dbf"])
    let gone = InputFile(url: folder, name: "geodata", place: .init(file: "p.yaml", line: 3))
    #expect(
      try #require(throws: RunFailure.self) { try Provenance.entries(of: [gone]) }.description
        == "p.yaml:3: 'geodata' cannot be read; give whoever runs this the right "
        + "to read it, or have the disk checked")
  }
}

@Test(
  "Only days that exist are dates.",
  arguments: [
    ("2026-11-22", true), ("2026-02-30", false), ("2026-1-2", false), ("22.11.2026", false),
    ("2026-11-22T00:00:00Z", false), ("", false),
  ])
func dates(text: String, isDate: Bool) {
  #expect(PipelineRun.isDate(text) == isDate)
}
