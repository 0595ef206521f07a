import Foundation
import Indicators
import Testing

@testable import Pipelines

/// A sample country with a good night on 20 November, a rule for its first indicator, and lines
/// for the whole definition.
private func withRule(
  _ rules: String, _ settings: String = "", _ body: (inout SampleCountry) throws -> Void
) throws {
  try withSampleCountry { country in
    country.rules = rules
    country.settings = settings
    try country.write()
    try country.run(on: "2026-11-20")
    try body(&country)
  }
}

extension SampleCountry {
  /// What the linked release says of the indicator `offline` in the fifth square.
  func offlineInFive() throws -> Snapshot.Cell? {
    try snapshot()?.areas[4].cells["offline"]
  }
}

@Test("Figures that fail a check fall back like those that cannot be read, night after night.")
func fallsBackOnFailedCheck() throws {
  let check = "checks: {steady: {of: [offline, unschooled], change_at_most: 10}}"
  try withRule("on_failure: stale", check) { country in
    country.offline[5] = "20"
    try country.write()
    let outcome = try country.run(on: "2026-11-21")
    #expect(
      outcome.warnings.map(\.what) == [
        "'offline' shows the figures of 2026-11-20: the check 'steady' does not hold: 1 value "
          + "moved by more than 10: 'offline' in Square 5 (5) from 70 to 20"
      ])
    #expect(try country.offlineInFive() == .init(value: 70, status: .stale))
    #expect(try country.snapshot()?.areas[4].cells["unschooled"]?.status == .ok)
    #expect(try country.run(on: "2026-11-22").isUnchanged)
    try FileManager.default.removeItem(at: country.releases.cache)
    #expect(try country.run(on: "2026-11-23").isUnchanged)
    #expect(
      country.releases.lastRun().stale
        == ["offline": .init(nights: 3, since: "2026-11-21", last: "2026-11-23")])
  }
}

@Test("A check of an indicator that may not fail fails the run, as a check of what is stale does.")
func failsOnFailedCheck() throws {
  try withRule("on_failure: stale", "checks: {all: {of: [offline, unschooled], coverage: 9}}") {
    country in
    country.unschooled[4] = ""
    try country.write()
    let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-21") }
    #expect(failure.exitCode == 1)
  }
  // The last figures would not pass either.
  try withRule("on_failure: stale") { country in
    country.settings = "checks: {low: {of: offline, range: [0, 50]}}"
    try country.write()
    let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-21") }
    #expect(failure.problems[0].what.hasPrefix("the check 'low' does not hold: "))
  }
}

@Test("What is left out fails no check.")
func dropsOnFailedCheck() throws {
  try withRule("on_failure: drop", "checks: {all: {of: offline, coverage: 9}}") { country in
    country.offline[4] = ""
    try country.write()
    let outcome = try country.run(on: "2026-11-21")
    #expect(outcome.warnings[0].what.hasPrefix("'offline' is left out, last read on 2026-11-20: "))
    #expect(try country.offlineInFive() == .init(value: nil, status: .noData))
    #expect(try country.published("summary.json").contains("an indicator is missing"))
  }
}

@Test("A rule for small numbers that came while the source is gone lets no figure through.")
func refusesFiguresOfOtherRules() throws {
  try withRule("on_failure: stale") { country in
    country.rules = "on_failure: stale\nsuppress_by: count\nsuppress_below: 20"
    try country.write()
    try Trouble.gone.strike(country)
    let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-21") }
    #expect(
      failure.problems.map(\.what) == [
        "no such file 'offline.csv'",
        "'offline' cannot fall back on the last release: a rule of today would withhold some of "
          + "its figures",
      ])
    // A rule that withholds nothing of them stands in nobody's way.
    country.rules = "on_failure: stale\nsuppress_by: count\nsuppress_below: 5"
    try country.write()
    try Trouble.gone.strike(country)
    try country.run(on: "2026-11-21")
    #expect(try country.offlineInFive()?.status == .stale)
  }
}

@Test("The day of the last reading outlives the record of the last run, and a rollback.")
func keepsDay() throws {
  try withRule("on_failure: stale") { country in
    try FileManager.default.removeItem(at: country.releases.lastRunFile)
    try Trouble.gone.strike(country)
    let outcome = try country.run(on: "2026-11-21")
    #expect(outcome.warnings[0].what.hasPrefix("'offline' shows the figures of 2026-11-20: "))
    #expect(try country.published("changes.md").contains("Since the release of 2026-11-20:"))
    try country.releases.rollback()
    try country.run(on: "2026-11-22")
    #expect(try country.published("summary.json").contains("\"last_read\": \"2026-11-20\""))
  }
}

@Test("What was left out keeps the day of its last reading; what was never read has none.")
func dayOfDropped() throws {
  try withRule("on_failure: drop") { country in
    try Trouble.gone.strike(country)
    try country.run(on: "2026-11-21")
    country.rules = "on_failure: stale"
    try country.write()
    try Trouble.gone.strike(country)
    let outcome = try country.run(on: "2026-11-22")
    #expect(
      outcome.warnings[0].what
        == "'offline' is left out, last read on 2026-11-20: no such file 'offline.csv'")
  }
  try withSampleCountry { country in
    country.rules = "on_failure: drop"
    try country.write()
    try Trouble.gone.strike(country)
    try country.run(on: "2026-11-20")
    country.rules = "on_failure: stale"
    try country.write()
    try Trouble.gone.strike(country)
    let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-21") }
    #expect(
      failure.problems.last?.what
        == "'offline' cannot fall back on the last release: its source was never read")
  }
}

@Test("The date that the figures are of does not stop the clock by which sources grow old.")
func agesByTheClock() throws {
  try withSampleCountry { country in
    country.settings = "as_of: 2021-01-01"
    country.rules = "on_failure: stale\nmaximum_age: 2"
    try country.write()
    try country.run()
    let today = Date.now.formatted(.iso8601.year().month().day())
    #expect(country.releases.lastRun().lastSuccess?.date ?? "" >= "2026")
    #expect(country.releases.lastRun().lastSuccess?.date ?? "" <= today)
    #expect(try country.published("summary.json").contains("\"as_of\": \"2021-01-01\""))
    try Trouble.gone.strike(country)
    try country.run(on: "2100-01-01")
    #expect(try country.offlineInFive() == .init(value: nil, status: .noData))
  }
}

@Test("The day of the run stands in for the date wherever figures grow old.")
func checksAgesOnTheDay() throws {
  try withSampleCountry { country in
    for settings in ["as_of: 2026-12-31\n", ""] {
      country.settings = "\(settings)checks: {young: {of: offline, not_older_than: 2}}"
      try country.write()
      try country.run(on: "2027-01-01")
      let failure = try #require(throws: RunFailure.self) { try country.run(on: "2030-01-01") }
      #expect(
        failure.problems[0].what.hasPrefix(
          "the check 'young' does not hold: 9 values older than 2 years on 2030-01-01: "))
    }
  }
}

@Test("Where the linked release is spoilt, the last whole one stands in, and the other is named.")
func fallsBackOnLastWhole() throws {
  try withRule("on_failure: stale") { country in
    func spoil() throws -> String {
      let edited = try #require(try country.releases.currentRelease())
      try Data("mine".utf8).write(to: edited.url.appending(path: "atlas.csv"))
      return "'atlas.csv' of release '\(edited.name)' was changed"
    }
    country.offline[5] = "20"
    try country.write()
    try country.run(on: "2026-11-21")
    let spoilt = try spoil()
    try Trouble.gone.strike(country)
    let outcome = try country.run(on: "2026-11-22")
    #expect(
      outcome.warnings.first?.what.hasPrefix("'offline' shows the figures of 2026-11-20: ") == true)
    #expect(outcome.warnings.last?.what == spoilt)
    #expect(try country.offlineInFive() == .init(value: 70, status: .stale))
  }
  try withRule("on_failure: stale") { country in
    let edited = try #require(try country.releases.currentRelease())
    try Data("mine".utf8).write(to: edited.url.appending(path: "atlas.csv"))
    try Trouble.gone.strike(country)
    let failure = try #require(throws: RunFailure.self) { try country.run(on: "2026-11-22") }
    #expect(
      failure.problems.map(\.what) == [
        "no such file 'offline.csv'", "'atlas.csv' of release '\(edited.name)' was changed",
      ])
  }
}

@Test("Nights without a source are counted, and its age told, whatever is shown instead.")
func countsFailingNights() throws {
  for rules in ["on_failure: drop", "on_failure: stale\nmaximum_age: 1"] {
    try withRule(rules) { country in
      try Trouble.gone.strike(country)
      let metrics = country.folder.appending(path: "atlas.prom")
      for day in 21...24 {
        _ = try PipelineRun(
          definition: country.definitionFile, output: country.output, asOf: "2026-11-\(day)",
          reports: RunReports(metrics: metrics)
        ).publish()
      }
      #expect(
        country.releases.lastRun().stale
          == ["offline": .init(nights: 4, since: "2026-11-21", last: "2026-11-24")])
      #expect(
        try text(metrics).contains(
          "source_age_days{pipeline=\"country\",indicator=\"offline\"} 4.0"))
    }
  }
}
