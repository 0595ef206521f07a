import Diagnostics
import Foundation
import Testing

@testable import Pipelines

/// The problems of a definition with these indicators, and lines of its own.
private func problems(indicators: [String], _ lines: String = "") throws -> [String] {
  try withTemporaryFolder { folder in
    for name in ["t.csv", "areas.geojson"] {
      try Data().write(to: folder.appending(path: name))
    }
    let entries = indicators.map {
      "  \($0): {title: a, unit: b, period: 1, source: s, table: t, worse: high}\n"
    }
    let file = folder.appending(path: "p.yaml")
    try Data(
      """
      title: x
      boundaries: {file: areas.geojson, key: code}
      sources: {s: {title: s}}
      tables: {t: {file: t.csv}}
      indicators:
      \(entries.joined())\(lines)
      """.utf8
    ).write(to: file)
    do {
      _ = try PipelineDefinition(contentsOf: file)
      return []
    } catch let problems as Problems {
      return problems.all.map { problem in
        problem.description.components(separatedBy: "p.yaml:").last ?? ""
      }
    }
  }
}

private func index(_ id: String, of indicator: String) -> String {
  "indexes: {\(id): {title: a, pillars: {p: {indicators: [\(indicator)]}}}}"
}

@Suite("Names that are published")
struct PublishedNamesTests {
  @Test("Plain ids may be published.")
  func plain() throws {
    let long = String(repeating: "x", count: 45)
    #expect(try problems(indicators: ["a", "a_2", long], index("divide", of: "a")) == [])
  }

  @Test(
    "An id that a format keeps for itself, or that is too long, is refused with the rule.",
    arguments: [
      "geometry", "fid", "geom", "name", "name_en", "area_code", "type", "xmin", "release",
      "Internet", "2g", "a-b",
      String(repeating: "x", count: 46), String(repeating: "x", count: 300),
    ])
  func refused(_ id: String) throws {
    #expect(
      try problems(indicators: [id]) == [
        "6:3: '\(id)' cannot be a published name; use up to 45 small letters, digits and '_', "
          + "beginning with a letter, and none of area_code, cmax, cmin, ctid, fid, geom, "
          + "geometry, id, name, ogc_fid, properties, release, rowid, tableoid, type, xmax, xmin "
          + "or 'name_…'"
      ])
  }

  @Test("Two ids that would bring one column are refused.")
  func collisions() throws {
    #expect(
      try problems(indicators: ["x", "x_status"]) == [
        "7:3: 'x_status' and 'x' both have a column 'x_status'; rename one of them"
      ])
    #expect(
      try problems(indicators: ["x_ci_low", "x"]) == [
        "7:3: 'x' and 'x_ci_low' both have a column 'x_ci_low'; rename one of them"
      ])
    #expect(
      try problems(indicators: ["divide_score"], index("divide", of: "divide_score")) == [
        "7:11: 'divide' and 'divide_score' both have a column 'divide_score'; rename one of them"
      ])
    #expect(
      try problems(indicators: ["x"], index("x", of: "x")) == [
        "7:11: 'x' names an indicator and an index; rename one of them"
      ])
  }

  @Test("Languages are codes, each once.")
  func languages() throws {
    #expect(try problems(indicators: ["x"], "languages: [en, km, zh-Hant]") == [])
    #expect(
      try problems(indicators: ["x"], "languages: [en, \"k'm\", EN, km, km]") == [
        "7:17: 'k'm' is no language; write a code such as en, km or zh-Hant",
        "7:24: 'EN' is no language; write a code such as en, km or zh-Hant",
        "7:32: 'km' stands twice; remove one",
      ])
  }

  @Test("The date is a day of the calendar, and coordinates have 3 to 7 decimals.")
  func values() throws {
    #expect(
      try problems(indicators: ["x"], "as_of: 2026-11-22\npublish: {coordinate_decimals: 5}") == [])
    #expect(
      try problems(indicators: ["x"], "as_of: 2026-02-30\npublish: {coordinate_decimals: 9}") == [
        "7:8: '2026-02-30' is no day; write YYYY-MM-DD",
        "8:32: '9' is no whole number from 3 to 7 ('publish.coordinate_decimals'); "
          + "give a whole number from 3 to 7",
      ])
  }
}
