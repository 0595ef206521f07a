import Diagnostics
import Foundation
import Indicators
import Testing

@testable import Pipelines

/// A sample country with a good night on 20 November and a rule for its first indicator.
private func withRule(_ rules: String, _ body: (inout SampleCountry) throws -> Void) throws {
  try withSampleCountry { country in
    country.rules = rules
    try country.write()
    try country.run(on: "2026-11-20")
    try body(&country)
  }
}

/// Ways in which a table can fail.
enum Trouble: String, CaseIterable, Sendable {
  case gone, empty, broken, renamedColumn, badCell, unknownArea

  func strike(_ country: SampleCountry) throws {
    let file = country.offlineFile
    let table = try text(file)
    let spoilt: String? =
      switch self {
      case .gone: nil
      case .empty: ""
      case .broken: table + "\"9,1\n"
      case .renamedColumn: table.replacing("offline", with: "people_offline")
      case .badCell: table.replacing("5,70", with: "5,many")
      case .unknownArea: table + "77,3\n"
      }
    if let spoilt {
      try spoilt.write(to: file, atomically: true, encoding: .utf8)
    } else {
      try FileManager.default.removeItem(at: file)
    }
  }
}

@Test("Without a rule a table that fails fails the run.", arguments: Trouble.allCases)
func failsByDefault(trouble: Trouble) throws {
  try withRule("") { country in
    let release = try country.releases.currentRelease()
    try trouble.strike(country)
    let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-21") }
    #expect(failure.exitCode == 1)
    #expect(try country.releases.currentRelease() == release)
  }
}

@Test(
  "Whatever is wrong with its table, the last good figures stand in, with status and date.",
  arguments: Trouble.allCases)
func showsLastGood(trouble: Trouble) throws {
  try withRule("on_failure: stale") { country in
    let before = try #require(try country.snapshot())
    let fresh = try country.published("atlas.csv").split(separator: "\r\n")
    #expect(fresh[0].contains(",offline,offline_status,offline_last_read,unschooled,"))
    #expect(fresh.dropFirst().allSatisfy { $0.contains(",ok,,") })
    #expect(try country.published("datapackage.json").contains("\"offline_last_read\""))
    try trouble.strike(country)
    let outcome = try country.run(on: "2026-11-21")
    #expect(outcome.warnings.count == 1)
    #expect(outcome.warnings[0].what.hasPrefix("'offline' shows the figures of 2026-11-20: "))
    let after = try #require(try country.snapshot())
    for (old, new) in zip(before.areas, after.areas) {
      #expect(new.cells["offline"] == .init(value: old.cells["offline"]?.value, status: .stale))
      #expect(new.cells["unschooled"] == old.cells["unschooled"])
      #expect(new.scores == old.scores)
    }
    #expect(try country.published("observations.csv").contains("last read on 2026-11-20"))
    for map in ["offline", "divide", "divide-hotspots"] {
      #expect(
        try country.published("maps/\(map).en.svg").contains("last read on 2026-11-20"), "\(map)")
    }
    #expect(try country.published("maps/offline.en.html").contains("last read on 2026-11-20"))
    let note = "<p>People offline: the source was last read on 2026-11-20.</p>"
    for map in ["offline", "divide", "divide-hotspots"] {
      #expect(try country.published("embed/\(map).en.html").contains(note), "\(map)")
    }
    #expect(try !country.published("embed/unschooled.en.html").contains("last read"))
    let rows = try country.published("atlas.csv").split(separator: "\r\n")
    #expect(rows[0].contains(",offline,offline_status,offline_last_read,"))
    #expect(rows.dropFirst().allSatisfy { $0.contains(",stale,2026-11-20,") })
    #expect(
      try country.published("atlas.geojson").contains("\"offline_last_read\":\"2026-11-20\""))
    #expect(try country.published("summary.json").contains("\"last_read\": \"2026-11-20\""))
    try #require(try country.releases.currentRelease()).verify()
  }
}

@Test("A stale night after another publishes nothing, counts, and keeps the first date.")
func staleNightsInARow() throws {
  try withRule("on_failure: stale") { country in
    try country.run(on: "2026-11-22")
    try Trouble.gone.strike(country)
    #expect(try !country.run(on: "2026-11-23").isUnchanged)
    let release = try country.releases.currentRelease()
    for day in ["2026-11-24", "2026-11-25"] {
      let outcome = try country.run(on: day)
      #expect(outcome.isUnchanged)
      // Unchanged from the night before, which was the last that could read the table.
      #expect(
        outcome.warnings.first?.what.hasPrefix("'offline' shows the figures of 2026-11-22")
          == true)
    }
    #expect(try country.releases.currentRelease() == release)
    #expect(
      country.releases.lastRun().stale
        == ["offline": .init(nights: 3, since: "2026-11-23", last: "2026-11-25")])
    try country.write()
    #expect(try !country.run(on: "2026-11-26").isUnchanged)
    #expect(country.releases.lastRun().stale == [:])
    #expect(try country.snapshot()?.areas[0].cells["offline"]?.status == .ok)
    #expect(try country.published("changes.md").contains("90.0 (stale) | 90.0"))
  }
}

@Test("Figures are never shown past their age; a longer age does not bring them back.")
func maximumAge() throws {
  try withRule("on_failure: stale\nmaximum_age: 2") { country in
    try Trouble.gone.strike(country)
    try country.run(on: "2026-11-22")
    #expect(try country.snapshot()?.areas[0].cells["offline"]?.status == .stale)
    let late = try country.run(on: "2026-11-23")
    #expect(late.warnings[0].what.hasPrefix("'offline' is left out, last read on 2026-11-20: no "))
    #expect(try country.snapshot()?.areas[0].cells["offline"]?.status == .noData)
    #expect(
      try country.published("observations.csv")
        .contains("last read on 2026-11-20, more than 2 days ago"))
    #expect(try country.snapshot()?.areas[0].scores["divide"]?.score == 100)
    #expect(try country.run(on: "2026-11-24").isUnchanged)
    country.rules = "on_failure: stale\nmaximum_age: 30"
    try country.write()
    try Trouble.gone.strike(country)
    try country.run(on: "2026-11-25")
    #expect(try country.snapshot()?.areas[0].cells["offline"]?.status == .noData)
  }
}

@Test("A dropped indicator has no figures, and the others stand.")
func drops() throws {
  try withRule("on_failure: drop") { country in
    try Trouble.badCell.strike(country)
    let outcome = try country.run(on: "2026-11-21")
    #expect(
      outcome.warnings[0].what.hasPrefix(
        "'offline' is left out, last read on 2026-11-20: 'many' is not a number"))
    let area = try #require(try country.snapshot()?.areas.first)
    #expect(area.cells["offline"] == .init(value: nil, status: .noData))
    #expect(area.cells["unschooled"]?.value == 80)
    #expect(try country.run(on: "2026-11-22").isUnchanged)
  }
}

@Test("On the first night there is nothing to fall back on.")
func nothingToFallBackOn() throws {
  try withSampleCountry { country in
    country.rules = "on_failure: stale"
    try country.write()
    try Trouble.gone.strike(country)
    let failure = try #require(throws: RunFailure.self) { try country.run() }
    #expect(failure.problems.map(\.what) == ["no such file 'offline.csv'"])
    #expect(failure.exitCode == 1)
  }
}

@Test("Figures of other boundaries, or of another period, do not stand in.")
func notTheSameFigures() throws {
  try withRule("on_failure: stale") { country in
    country.squares[0].shift = 100
    try country.write()
    try Trouble.gone.strike(country)
    let redrawn = try #require(throws: RunFailure.self) { try country.run() }
    let place = "\(country.definitionFile.lastPathComponent):9:3"
    #expect(
      redrawn.problems.last?.what
        == "'offline' cannot fall back on the last release: the boundaries have changed since, "
        + "and a code may mean another area", "\(place)")
    country.squares[0].shift = 0
    country.rules = "on_failure: stale\nname: offline"
    try country.write()
    try Trouble.gone.strike(country)
    let definition = try text(country.definitionFile)
    try definition.replacing("period: 2026", with: "period: 2027", maxReplacements: 1)
      .write(to: country.definitionFile, atomically: true, encoding: .utf8)
    let later = try #require(throws: RunFailure.self) { try country.run() }
    #expect(
      later.problems.last?.what
        == "'offline' cannot fall back on the last release: its unit or its period was another one")
  }
}

@Test("An age without 'stale' is a mistake.")
func ageWithoutStale() throws {
  try withSampleCountry { country in
    country.rules = "maximum_age: 3"
    try country.write()
    let failure = try #require(throws: RunFailure.self) { try country.run() }
    #expect(
      failure.problems.map(\.what) == [
        "'indicators.offline.maximum_age' says nothing without 'on_failure: stale'"
      ])
    #expect(failure.problems.map(\.remedy) == ["add 'on_failure: stale', or remove it"])
  }
}

@Test("Checking is strict: it tells what a night would make do without.")
func checkIsStrict() throws {
  try withRule("on_failure: stale") { country in
    try Trouble.badCell.strike(country)
    let run = PipelineRun(definition: country.definitionFile, output: country.output)
    #expect(throws: RunFailure.self) { try run.check() }
  }
}

@Test("Errors and intervals survive a stale night; what is unreliable stays out of statistics.")
func keepsErrors() throws {
  try withRule("on_failure: stale") { country in
    let cell = IndicatorValue(
      value: 3, status: .unreliable, reason: "few asked", standardError: 1, sampleSize: 9)
    let stale = cell.stale(since: "2026-11-20")
    #expect(stale.status == .unreliable && !stale.entersStatistics && stale.standardError == 1)
    #expect(stale.reason == "few asked; last read on 2026-11-20")
    let withheld = IndicatorValue.missing(.suppressed, reason: "few asked")
    #expect(withheld.stale(since: "2026-11-20") == withheld)
  }
}
