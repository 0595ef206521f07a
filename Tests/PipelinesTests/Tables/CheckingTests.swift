import Foundation
import Testing

@testable import Pipelines

@Suite("Checking a definition and its data")
struct CheckingTests {
  @Test("A small project has nothing wrong with it, and checking writes nothing.")
  func right() throws {
    try withTemporaryFolder { folder in
      let project = try SmallProject(in: folder)
      #expect(project.complaints() == [])
      #expect(tree(folder) == ["areas.geojson", "small.yaml", "t.csv"])
    }
  }

  @Test("Definition, boundaries, tables and join are told of at once.")
  func everything() throws {
    try withTemporaryFolder { folder in
      let project = try SmallProject(
        in: folder,
        definition: SmallProject.definition.replacing(
          "  t: {file: t.csv}",
          with: """
              t: {file: t.csv, layuot: long}
              gone: {file: gone.csv}
              bad: {file: bad.csv}
            """
        ).replacing(
          "indicators:\n",
          with: """
            indicators:
              y: {title: Y, unit: "%", period: 2020, source: z, table: bad, worse: high}

            """),
        files: [
          "bad.csv": "area_code,indicator,value,period\nA,y,1\n",
          "t.csv": "area_code,indicator,value,period\nA,x,1;5,2020\nD,x,2,2020\n",
        ])
      #expect(
        project.complaints() == [
          "small.yaml:5:20: unknown key 'layuot' in 'tables.t'; did you mean 'layout'?",
          "small.yaml:6:16: no such file 'gone.csv'; "
            + "paths start from the folder of the definition; check the spelling",
          "bad.csv:2:6: the row has 3 cells where the header has 4; "
            + "add what is missing; an empty cell still needs its comma",
          "small.yaml:9:50: unknown source 'z'; did you mean 's'?",
          "t.csv:2:5: '1;5' is not a number (column 'value'); "
            + "leave the cell empty or list it under 'missing'",
          "t.csv:3:1: 'D' is no code of area_code, alias or name; correct it, or declare an alias",
        ])
    }
  }

  @Test("What counts as the same name is for the definition to say.")
  func nameRules() throws {
    try withTemporaryFolder { folder in
      func complaints(_ rules: String) throws -> Int {
        try SmallProject(
          in: folder,
          definition: SmallProject.definition + "gazetteer: {names: {\(rules)}}\n",
          files: [
            "t.csv": SmallProject.table.replacing("\nA,", with: "\nDistrict of AREA-Á,")
          ]
        ).complaints().count
      }
      let known = try complaints("area_words: [District of]")
      let unknown = try complaints("area_words: [District]")
      #expect(known == 0 && unknown == 1)
      for off in ["ignore_case", "ignore_diacritics", "ignore_punctuation"] {
        let count = try complaints("area_words: [District of], \(off): false")
        #expect(count == 1, "\(off)")
      }
    }
  }

  @Test("What is wrong with the boundaries does not hide what is wrong with a table.")
  func withoutAreas() throws {
    try withTemporaryFolder { folder in
      let project = try SmallProject(
        in: folder, files: ["areas.geojson": "no JSON", "t.csv": "a;b\n1;2\n"])
      #expect(
        project.complaints() == [
          "areas.geojson: this is not a file of a format that is read here; give one of GeoJSON, "
            + "GeoJSONSeq, TopoJSON, GPKG, ESRI Shapefile, FlatGeobuf, SQLite, MapInfo File, KML, "
            + "OpenFileGDB, PostgreSQL",
          "t.csv:1:2: the header is one cell with ';' in it; separate the cells by commas",
        ])
    }
  }

  @Test("Checks of figures and faults of indexes are told together.")
  func figures() throws {
    try withTemporaryFolder { folder in
      let project = try SmallProject(
        in: folder,
        definition: SmallProject.definition + """
          checks:
            total: {of: x, sum_equals: 7}
            low: {of: x, range: [0, 2], severity: warn}
          indexes:
            d: {title: D, pillars: {p: {indicators: [x]}}}

          """,
        files: [
          "t.csv": SmallProject.table.replacing(",2,", with: ",1,").replacing(",3,", with: ",1,")
        ]
      )
      #expect(
        project.complaints() == [
          "small.yaml:9:3: the check 'total' does not hold: the values of 'x' add up to 3, not 7; "
            + "correct the figures, or the check where it asks too much",
          "small.yaml:12:44: indicator 'x' has the same value 1.0 in every area, so min-max cannot place areas "
            + "between best and worst; leave it out of the index",
        ])
    }
  }

  @Test("What is wrong with one indicator or the definition hides no check of another.")
  func checksBesideFaults() throws {
    try withTemporaryFolder { folder in
      let project = try SmallProject(
        in: folder,
        definition: SmallProject.definition + """
            y: {title: Y, unit: "%", period: 2020, source: s, table: t, worse: high}
            z: {title: Z, unit: "%", period: 2020, source: s, table: u, worse: high}
          checks:
            total: {of: x, sum_equals: 7}
            other: {of: y, sum_equals: 7}
          indexes:
            d: {title: D, normalisation: goalposts, pillars: {p: {indicators: [x]}}}

          """,
        files: ["t.csv": SmallProject.table + "A,y,1;5,2020\n"])
      let x =
        "small.yaml:11:3: the check 'total' does not hold: the values of 'x' add up to 6, not 7; "
        + "correct the figures, or the check where it asks too much"
      let y =
        "t.csv:5:5: '1;5' is not a number (column 'value'); "
        + "leave the cell empty or list it under 'missing'"
      #expect(
        project.complaints() == [
          "small.yaml:9:60: unknown table 'u'; did you mean 't'?", y, x,
        ])
      try Data(
        SmallProject.definition.appending(
          """
            y: {title: Y, unit: "%", period: 2020, source: s, table: t, worse: high}
          checks:
            total: {of: x, sum_equals: 7}
            other: {of: y, sum_equals: 7}
          indexes:
            d: {title: D, normalisation: goalposts, pillars: {p: {indicators: [x]}}}
            e: {title: E, normalisation: goalposts, pillars: {p: {indicators: [x]}}, \
          goalposts: {x: [0, 9], w: [0, 1]}}

          """
        ).utf8
      ).write(to: folder.appending(path: "small.yaml"))
      #expect(
        project.complaints() == [
          y, x.replacing(":11:", with: ":10:"),
          "small.yaml:13:70: indicator 'x' of index 'd' has no goalposts; "
            + "give the low and the high end of its scale",
          "small.yaml:14:99: goalposts are given for 'w', which index 'e' does not use; "
            + "remove them",
        ])
    }
  }

  @Test("One warning is one warning, and names that nobody can meet are such.")
  func names() throws {
    try withTemporaryFolder { folder in
      let boundaries = SmallProject.boundaries(of: ["A", "B", "C", "D"])
      let project = try SmallProject(
        in: folder, files: ["areas.geojson": boundaries.replacing("Area C", with: "AREA-B")])
      let outcome = try project.run.check()
      #expect(
        outcome.sentence
          == "small.yaml can be published, with 1 warning: 4 areas, 1 indicator")
      let shared =
        "the name 'Area B' in 'name' stands for 2 areas: B, C; give each a name of its own; "
        + "rows can meet them by code only"
      #expect(outcome.warnings.map { "\($0.what); \($0.remedy ?? "")" } == [shared])
      _ = try SmallProject(
        in: folder,
        files: [
          "areas.geojson": boundaries.replacing("Area C", with: "Area B")
            .replacing("Area D", with: " ")
        ])
      #expect(
        try project.run.check().warnings.map { "\($0.what); \($0.remedy ?? "")" } == [
          "1 area of 'areas.geojson' has no name in 'name': D; fill the column; "
            + "rows can meet them by code only", shared,
        ])
    }
  }

  @Test("A check that only warns is a warning of the release, and stands in its summary.")
  func warning() throws {
    try withTemporaryFolder { folder in
      let project = try SmallProject(
        in: folder,
        definition: SmallProject.definition + """
          checks:
            low: {of: x, range: [0, 2], severity: warn, reason: it never was higher}
            steady: {of: x, change_at_most: 1}

          """)
      let first = try project.run.publish()
      let place = first.warnings.first?.place?.description ?? ""
      #expect(
        first.warnings.map(\.description) == [
          "\(place): the check 'low' does not hold: 1 value out of the range 0 to 2: Area C (C) 3 "
            + "(it never was higher); look at the figures, or at the check where it asks too much"
        ])
      struct Summary: Decodable {
        struct Check: Decodable, Equatable {
          var id, rule, severity, outcome, finding: String
          var indicators, areas: [String]
        }
        var checks: [Check]
      }
      let summary = try JSONDecoder().decode(
        Summary.self,
        from: Data(contentsOf: folder.appending(path: "output/small/current/summary.json")))
      #expect(
        summary.checks == [
          .init(
            id: "low", rule: "range", severity: "warn", outcome: "failed",
            finding: "1 value out of the range 0 to 2: Area C (C) 3", indicators: ["x"],
            areas: ["C"]),
          .init(
            id: "steady", rule: "change", severity: "fail", outcome: "undecided",
            finding: "there is no earlier release to compare with", indicators: ["x"], areas: []),
        ])
      // The next night one value jumps.
      try Data(SmallProject.table.replacing("B,x,2,", with: "B,x,9,").utf8)
        .write(to: folder.appending(path: "t.csv"))
      let failure = try #require(throws: RunFailure.self) { try project.run.publish() }
      #expect(
        failure.problems.first?.what
          == "the check 'steady' does not hold: 1 value moved by more than 1: "
          + "Area B (B) from 2 to 9")
    }
  }

  @Test(
    "A check that cannot be understood is told with its place.",
    arguments: [
      (
        "c: {of: x}",
        "small.yaml:9:3: the check 'c' says nothing that must hold; give one of range, "
          + "sum_equals, monotone, coverage, not_older_than, correlation, change_at_most, "
          + "change_at_most_percent"
      ),
      (
        "c: {of: x, coverage: 2, sum_equals: 3}",
        "small.yaml:9:3: the check 'c' says 2 things that must hold; give one of range, "
          + "sum_equals, monotone, coverage, not_older_than, correlation, change_at_most, "
          + "change_at_most_percent"
      ),
      (
        "c: {of: x, correlation: [0, 1]}",
        "small.yaml:9:11: 'correlation' is of 1 indicator here; name 2"
      ),
      ("c: {of: z, coverage: 2}", "small.yaml:9:11: unknown indicator 'z'; did you mean 'x'?"),
      (
        "c: {coverage: 2}",
        "small.yaml:9:6: 'of' is missing in 'checks.c'; name an indicator, or several"
      ),
    ])
  func wrongChecks(check: String, message: String) throws {
    try withTemporaryFolder { folder in
      let project = try SmallProject(
        in: folder, definition: SmallProject.definition + "checks:\n  \(check)\n")
      #expect(project.complaints() == [message])
    }
  }
}
