import Foundation
import Testing

@testable import Pipelines

@Test("Releases are listed, compared and gone back to by name.")
func history() throws {
  try withSampleCountry { country in
    let history = ReleaseHistory(definition: country.definitionFile, output: country.output)
    #expect(history.entries().isEmpty)
    let none = try #require(throws: RunFailure.self) {
      try history.changes(from: nil, to: nil, asJSON: false)
    }
    #expect(
      none.description == "there is no release in '\(country.releases.url.relativePath)'; "
        + "publish one with 'inclusion-atlas run'")
    try country.run()
    country.offline[5] = "20"
    try country.write()
    try country.run()
    let names = history.entries().map(\.name)
    #expect(history.entries().map(\.isCurrent) == [false, true])
    let changes = try history.changes(from: nil, to: nil, asJSON: false)
    #expect(changes == (try country.published("changes.md")))
    #expect(changes.contains("| Square 5 (5) | People offline | 70.0 | 20.0 | own value |"))
    #expect(
      try history.changes(from: nil, to: nil, asJSON: true)
        == (try country.published("changes.json")))
    #expect(
      try history.changes(from: names[1], to: names[1], asJSON: false)
        == "# What changed\n\nSince the release of \(Release.day(of: names[1])):\n\n"
        + "Nothing changed since the last release.\n")
    #expect(try history.rollback(to: nil) == names[0])
    #expect(history.entries().map(\.isCurrent) == [true, false])
    let wrong = String(names[1].dropLast()) + "~"
    #expect(
      try #require(throws: RunFailure.self) { try history.rollback(to: wrong) }.description
        == "there is no release '\(wrong)'; did you mean '\(names[1])'?")
  }
}

@Test("Classes, level and share that counts as severe are on record for the comparison.")
func recordsThresholds() throws {
  try withSampleCountry { country in
    try country.run()
    let snapshot = try #require(try country.snapshot())
    #expect(snapshot.indexes.map(\.level) == [0.1])
    #expect(snapshot.indexes.map(\.worstShare) == [0.2])
    #expect(snapshot.maps.map(\.property) == ["divide_score", "offline", "unschooled"])
    #expect(snapshot.maps[1].upperBounds.last == 90)
  }
}
