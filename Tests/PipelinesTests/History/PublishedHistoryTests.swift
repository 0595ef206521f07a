import Foundation
import Testing

@testable import Pipelines

@Test("History outlives the releases that made it, and is drawn in the table.")
func outlivesPruning() throws {
  try withSampleCountry { country in
    country.settings = "keep: 2\nlanguages: [en, km]"
    for night in 1...5 {
      country.offline[5] = String(20 + night)
      try country.write()
      try country.run()
    }
    #expect(country.releases.list().count == 2)
    let history = ReleaseHistory(definition: country.definitionFile, output: country.output)
    let lines = try history.lines(of: "Square 5")
    #expect(lines.contains("People offline, % of people  ▁▃▅▆█"))
    #expect(lines.filter { $0.hasPrefix("  until") && $0.contains("  21  (2026)") }.count == 1)
    #expect(lines.contains { $0.hasPrefix("  now") && $0.contains("25  (2026)") })
    #expect(try history.lines(of: "offline")[5] == "  Square 5 (5):  ▁▃▅▆█  21 → 22 → 23 → 24 → 25")
    #expect(try history.lines(of: "divide").count == 10)
    let page = try country.published("maps/offline.en.html")
    #expect(page.contains("Trend"))
    #expect(page.contains("role=\"img\" aria-label=\"21.0% → 22.0% → 23.0% → 24.0% → 25.0%\""))
    #expect(try country.published("maps/offline.km.html").contains("និន្នាការ"))
    // A night on which nothing changed adds nothing, also where the work is done.
    try FileManager.default.removeItem(at: country.releases.cache)
    #expect(try country.run().isUnchanged)
  }
}

@Test("The first release has neither a past nor a map of changes; later ones show what moved.")
func mapOfChanges() throws {
  try withSampleCountry { country in
    country.settings = "languages: [en, km]"
    try country.write()
    try country.run()
    let first = try #require(try country.releases.currentRelease())
    #expect(try first.manifest().outputs.allSatisfy { !$0.path.hasPrefix("changes.en") })
    #expect(
      try country.published("history.csv")
        == "until_release,area_code,property,value,status,period,unit,outline\r\n")
    country.offline[5] = "95"
    try country.write()
    try country.run()
    let report = try country.published("changes.md")
    #expect(report.contains("![Map of the areas that changed](changes.en.svg)"))
    let map = try country.published("changes.en.svg")
    #expect(map.contains("Square 5: ") && map.contains("data-area=\"5\""))
    #expect(try country.published("changes.km.svg").contains("ផ្លាស់"))
  }
}

@Test("History is described with the other tables, has its types beside it, and its mark.")
func describedHistory() throws {
  try withSampleCountry { country in
    country.settings = "publish: {csv_byte_order_mark: true}"
    try country.write()
    try country.run()
    let first = try #require(try country.releases.currentRelease()).name
    #expect(
      try country.published("history.csvt")
        == #""String","String","String","Real","String","String","String","String"\#r\#n"#)
    #expect(try country.published("datapackage.json").contains(#""path": "history.csv""#))
    let described = try country.published("datapackage.json")
    country.offline[5] = "95"
    try country.write()
    try country.run()
    // What is past changes its rows, never what is said of its columns.
    #expect(try country.published("datapackage.json") == described)
    let bytes = try #require(try country.releases.currentRelease()).bytes(of: "history.csv")
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array("until_release,".utf8)))
    country.offline[5] = "96"
    try country.write()
    try country.run()
    let history = try #require(try country.releases.currentRelease()).history()
    #expect(history.entries.first { $0.property == "offline" }?.release == first)
    #expect(history.entries.filter { $0.property == "offline" }.map(\.statement.value) == [70, 95])
  }
}

@Test("A redrawn province begins a new series, and its neighbours keep theirs.")
func redrawnSeries() throws {
  try withSampleCountry { country in
    try country.run()
    country.squares[2].shift = 200
    country.offline[3] = "55"
    country.offline[1] = "91"
    try country.write()
    try country.run()
    let history = ReleaseHistory(definition: country.definitionFile, output: country.output)
    let lines = try history.lines(of: "offline")
    #expect(lines[1] == "  Square 1 (1):  ▁█  90 → 91")
    #expect(lines[3] == "  Square 3 (3):  ▁¦█  50 ¦ 55")
  }
}

@Test("A night refuses to publish what follows a release that is no longer the linked one.")
func refusesStalePast() throws {
  try withSampleCountry { country in
    try country.run()
    let past = Past(of: country.releases, country.releases.lastRun())
    country.offline[5] = "20"
    try country.write()
    try country.run()
    let problem = try #require(throws: (any Error).self) {
      try past.checkStands(in: country.releases)
    }
    #expect(
      "\(problem)" == "another run has published into '\(country.releases.url.path)' meanwhile; "
        + "run again")
  }
}
