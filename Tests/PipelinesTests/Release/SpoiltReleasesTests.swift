import Foundation
import Testing

@testable import Pipelines

/// Two releases of the sample country, the files at `paths` edited in both, and one more night.
private func withSpoiltReleases(
  _ paths: [String], _ body: (SampleCountry, _ names: [String], RunOutcome) throws -> Void
) throws {
  try withSampleCountry { country in
    try country.run(on: "2026-11-20")
    country.offline[5] = "20"
    try country.write()
    try country.run(on: "2026-11-21")
    let releases = country.releases.list()
    for path in paths {
      for release in releases {
        try Data("mine".utf8).write(to: release.url.appending(path: path))
      }
    }
    country.offline[5] = "30"
    try country.write()
    try body(country, releases.map(\.name), try country.run(on: "2026-11-22"))
  }
}

@Test("Where all releases were edited they are named, and what still matches is carried on.")
func carriesOnFromSpoilt() throws {
  try withSpoiltReleases(["atlas.csv"]) { country, names, outcome in
    let report = try country.published("changes.md")
    let told = """
      # What changed

      The release before is not as it was published: 'atlas.csv' of release '\(names[1])' was changed.
      No earlier release is as it was published: \(names[0]), \(names[1]).
      The history goes on from \(names[1]), without what that release itself said.

      So there is no release to compare this one with.

      ## The releases before

      Where no hotspot is named, they stayed the same.

      - 2026-11-21: Values changed: People offline in Square 5 (5).
      """
    #expect(report.hasPrefix(told), "\(report)")
    let release = try #require(try country.releases.currentRelease())
    let own = try release.history().entries.filter { $0.property == "offline" }
    #expect(own.map(\.statement.value) == [70])
    #expect(own.map(\.release) == [names[0]])
    #expect(
      outcome.warnings.map(\.description).last
        == "no earlier release is as it was published: the history goes on from \(names[1]), "
        + "without what that release itself said; "
        + "put one back from a copy before the next run, or leave it at that")
  }
}

@Test("Where the history was edited, too, it begins anew and says so.")
func beginsAnew() throws {
  try withSpoiltReleases(["history.csv", "changes.json"]) { country, names, outcome in
    let report = try country.published("changes.md")
    #expect(report.contains("No earlier release is as it was published: \(names[0]), \(names[1])."))
    #expect(report.contains("\nThe history begins anew.\n"))
    #expect(!report.contains("## The releases before"))
    let release = try #require(try country.releases.currentRelease())
    #expect(try release.history().entries.isEmpty)
    #expect(outcome.warnings.contains { $0.what.hasSuffix(": the history begins anew") })
  }
}
