import Foundation
import Testing

@testable import Pipelines

/// What befalls a sample country before a night, and what its change report must then say.
private struct Event {
  var what: String
  /// Lines of `changes.md`, or parts of them; nil where nothing may be published.
  var report: [String]?
  /// Whether the run fails.
  var fails = false
  var befall: (inout SampleCountry) throws -> Void

  init(
    _ what: String, _ report: [String]?,
    befall: @escaping (inout SampleCountry) throws -> Void = { _ in }
  ) {
    self.what = what
    self.report = report
    self.befall = befall
  }

  /// A change of the country itself, which is written anew.
  static func edit(
    _ what: String, _ report: [String]?, _ change: @escaping (inout SampleCountry) -> Void
  ) -> Event {
    Event(what, report) { country in
      change(&country)
      try country.write()
    }
  }

  /// A change of the country after which its run fails.
  static func failure(
    _ what: String, _ change: @escaping (inout SampleCountry) -> Void
  ) -> Event {
    var event = edit(what, nil, change)
    event.fails = true
    return event
  }

  /// Thirty nights: quiet ones, revisions, broken sources, other boundaries, and accidents.
  static var thirty: [Event] {
    [
      Event("first night", ["There is no earlier release"]),
      failure("bad cell where none may be") { $0.unschooled[1] = "many" },
      edit(
        "value revised",
        [
          "- Before this release the run failed on 2026-11-02 (unschooled.csv). The reason: ",
          "| Square 5 (5) | People offline | 70.0 | 20.0 | own value |",
        ]
      ) {
        $0.unschooled[1] = "80"
        $0.offline[5] = "20"
      },
      edit(
        "value revised far away", ["| Square 9 (9) | People offline | 10.0 | 12.0 | own value |"]
      ) { $0.offline[9] = "12" },
      edit("rows written in another way", ["## Input files added"]) {
        $0.offline[9] = "12.0"
      },
      Event("quiet", nil),
      edit("column renamed", ["| 90.0 | 90.0 (stale) | the source (", "column"]) {
        $0.offlineColumn = "people_offline"
      },
      Event("still renamed", nil),
      edit("column named as before", ["| 90.0 (stale) | 90.0 | the source (could be read again) |"])
      {
        $0.offlineColumn = "offline"
      },
      Event(
        "source gone",
        ["90.0 (stale) | the source (no such file 'offline.csv')", "| offline.csv | – | removed |"]
      ) {
        try Trouble.gone.strike($0)
      },
      Event("still gone", nil),
      Event("gone for too long", ["| 90.0 (stale) | no data | date |"]),
      Event("still gone", nil),
      edit(
        "source back",
        ["| no data | 90.0 | the source (could be read again) |", "| offline.csv | – | added |"]
      ) { _ in
      },
      edit("boundary redrawn", ["## Areas redrawn", "| Square 3 (3) | boundary |"]) {
        $0.squares[2].shift = 200
      },
      edit("province split", ["## Areas added", "| Square 10 (10) |", "| Square 1 (1) | boundary"])
      {
        $0.squares.append((number: 10, shift: 0))
        $0.offline[10] = "88"
        $0.unschooled[10] = "77"
      },
      edit("level changed", ["| The divide | 0.1 | 0.2 | definition |"]) { $0.level = "0.2" },
      edit("title changed", ["- The definition was edited."]) { $0.title = "Who is offline" },
      edit("value lost", ["| Square 4 (4) | People without school | 70.0 | no data | own value |"])
      {
        $0.unschooled[4] = ""
      },
      edit("value back", ["| Square 4 (4) | People without school | no data | 71.0 | own value |"])
      {
        $0.unschooled[4] = "71"
      },
      Event("cache deleted", nil) { try FileManager.default.removeItem(at: $0.releases.cache) },
      Event("record torn", nil) { try Data("{".utf8).write(to: $0.releases.lastRunFile) },
      Event("rolled back", ["| no data | 71.0 | own value |"]) { try $0.releases.rollback() },
      edit("a killed run left half a release", ["| 20.0 | 21.0 | own value |"]) {
        $0.offline[5] = "21"
        let half = $0.releases.releases.appending(path: ".x.partial")
        try? FileManager.default.createDirectory(at: half, withIntermediateDirectories: true)
      },
      Event(
        "release edited by hand",
        [
          "The release before is not as it was published: 'atlas.csv' of release",
          "- Input files added, removed or changed: offline.csv (changed).",
        ]
      ) {
        let file = $0.releases.current.resolvingSymlinksInPath().appending(path: "atlas.csv")
        try Data("mine".utf8).write(to: file)
      },
      edit("bad cell", ["(stale)"]) { $0.offline[2] = "many" },
      edit(
        "cell mended",
        ["| Square 2 (2) | People offline | 85.0 (stale) | 86.0 | own value; the source (could"]
      ) {
        $0.offline[2] = "86"
      },
      edit("province united again", ["## Areas removed", "| Square 10 (10) |"]) {
        $0.squares.removeLast()
        $0.offline[10] = nil
        $0.unschooled[10] = nil
      },
      edit("every value revised", ["- Values changed: People without school in 9 areas."]) {
        country in
        country.unschooled = country.unschooled.mapValues { String((Double($0) ?? 0) / 2) }
      },
      Event("quiet", nil),
    ]
  }
}

/// What the last report tells of all thirty nights.
private let story = [
  "Values changed: People offline in Square 5 (5).",
  "People offline could not be read: the figures of the last reading stand in 9 areas.",
  "Before this release the run failed on 2026-11-02 (unschooled.csv).",
  "People offline could be read again after 4 nights: new figures in 9 areas.",
  "People offline still cannot be read after 2 nights, since 2026-11-10.",
  "People offline could be read again after 2 nights: its figures are the same as before.",
  "People offline shows its last reading no longer: no figure in 9 areas.",
  "Areas redrawn: Square 3 (3).", "Areas added: Square 10 (10).", "Areas removed: Square 10 (10).",
  "The definition was edited.", "offline.csv (removed)",
]

@Test("Through thirty nights 'current' is whole, and the report names what happened and why.")
func thirtyNights() throws {
  let events = Event.thirty
  #expect(events.count == 30)
  try withSampleCountry { country in
    country.rules = "on_failure: stale\nmaximum_age: 2"
    try country.write()
    for (number, event) in events.enumerated() {
      let night = "\(number + 1): \(event.what)"
      try event.befall(&country)
      let before = try country.releases.pointer.read()
      let day = String(format: "2026-11-%02d", number + 1)
      let outcome = try? country.run(on: day)
      #expect((outcome == nil) == event.fails, "\(night)")
      let release = try #require(try country.releases.currentRelease())
      try release.verify()
      if let outcome { #expect(outcome.isUnchanged == (event.report == nil), "\(night)") }
      #expect((release.name == before) == (event.report == nil), "\(night)")
      let report = try country.published("changes.md")
      for line in event.report ?? [] {
        #expect(report.contains(line), "\(night)\n\(report)")
      }
      #expect(!tree(country.releases.url).contains { $0.hasSuffix(".partial") }, "\(night)")
      if outcome != nil {
        #expect(
          country.releases.lastRun().lastSuccess == .init(date: day, release: release.name))
      }
    }
    // Who reads only the last report knows what happened.
    let report = try country.published("changes.md")
    for sentence in story { #expect(report.contains(sentence), "\(sentence)\n\(report)") }
  }
}
