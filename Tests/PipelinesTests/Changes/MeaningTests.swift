import Foundation
import Testing

@testable import Pipelines

@Test("Another title, period, unit, source or direction of an indicator is told, each by name.")
func meanings() throws {
  try withSampleCountry { country in
    try country.run(on: "2026-11-20")
    let sources = "Institute, year: 2026, licence: CC BY 4.0}"
    let edits = [
      (sources, "\(sources)\n  census: {title: Census, publisher: Institute, year: 2027}"),
      ("title: People offline", "title: Not online"), ("period: 2026", "period: 2027"),
      ("unit: \"% of people\"", "unit: \"% of adults\""),
      ("source: survey", "source: [survey, census]"), ("worse: high", "worse: low"),
    ]
    var definition = try text(country.definitionFile)
    for (old, new) in edits {
      definition.replace(old, with: new, maxReplacements: 1)
    }
    try definition.write(to: country.definitionFile, atomically: true, encoding: .utf8)
    try country.run(on: "2026-11-21")
    let report = try country.published("changes.md")
    for line in [
      "- Titles of indicators changed: People offline → Not online.",
      "- Periods of figures changed: Not online 2026 → 2027.",
      "- Units of figures changed: Not online % of people → % of adults.",
      "- Sources of figures changed: Not online survey → survey, census.",
      "- Which way of figures is worse changed: Not online high → low.",
      "## Periods of figures changed\n\n| what | before | now | why |\n"
        + "| --- | --- | --- | --- |\n| Not online | 2026 | 2027 | definition |\n",
    ] {
      #expect(report.contains(line), "\(line)\n\(report)")
    }
    let json = try country.published("changes.json")
    for kind in ["title", "period", "unit", "sources", "direction"] {
      #expect(json.contains("\"\(kind)\": 1,"), "\(kind)")
    }
    #expect(json.contains("\"kind\": \"period\""))
    #expect(json.contains("\"before\": \"2026\""))
  }
}

@Test("What a release did not record of a figure is not told as changed.")
func unrecordedMeaning() {
  let new = sampleSnapshot().with {
    $0.figures[0].sources = ["survey"]
    $0.figures[0].worse = "high"
    $0.figures[1].unit = "km"
  }
  let report = ChangeReport(from: sampleSnapshot(), to: new)
  #expect(report.counts == [.unit: 1])
  #expect(report.headlines.last == "Units of figures changed: Roads none → km.")
}
