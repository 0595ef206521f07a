import Diagnostics
import Geography
import Testing

@testable import Indicators

@Suite struct JoinTests {
  private let head = "area_code,area_name,indicator,value,period\n"

  @Test("Values meet their areas with rule, place and period; an area without a row says so.")
  func plain() throws {
    let join = try IndicatorsTests.join(head + "04,Kampong Chhnang,x,5.5,2020\n16,,x,7,2020\n")
    #expect(join.problems.isEmpty)
    let cells = try #require(join.matrix["x"]).cells
    #expect(cells.map(\.value) == [nil, 5.5, 7])
    #expect(cells[0].status == .noData)
    #expect(cells[0].reason == "no row for area 03 in t.csv")
    #expect(cells[1].rule == "code")
    #expect(cells[1].place?.description == "t.csv:2:22")
    #expect(cells[1].period == "2020")
    #expect(join.report.coverage == [.init(indicator: "x", met: 2, withValue: 2, areas: 3)])
  }

  @Test(
    "What a row says wrongly is told with its place and a remedy.",
    arguments: [
      (
        "04,,x,n/a,2020",
        "t.csv:2:7: 'n/a' is not a number (column 'value'); "
          + "leave the cell empty or list it under 'missing'"
      ),
      (
        "04,,x,3;5,2020",
        "t.csv:2:7: '3;5' is not a number (column 'value'); "
          + "leave the cell empty or list it under 'missing'"
      ),
      (
        "04,,x,9007199254740993,2020",
        "t.csv:2:7: '9007199254740993' lies beyond 2^53 − 1, up to which every whole number can "
          + "be told from the next (column 'value'); give it in thousands or millions"
      ),
      (
        "04,,x,101,2020",
        "t.csv:2:7: '101' is out of the range of 'x', 0 to 100 "
          + "(column 'value'); correct the value, its unit or the declared range"
      ),
      (
        "4,,x,5,2020",
        "t.csv:2:1: '4' is no code of area_code, alias or name; "
          + "perhaps '04 for Kampong Chhnang (04)'"
      ),
      (
        "99,,x,5,2020",
        "t.csv:2:1: '99' is no code of area_code, alias or name; "
          + "correct it, or declare an alias"
      ),
      (
        "05,Kampong Cham,x,5,2020",
        "t.csv:2:1: '05' is no code of area_code, alias or name; "
          + "perhaps 'Kampong Cham (03) by its name'"
      ),
      (
        "04,Ratanak Kiri,x,5,2020",
        "t.csv:2:1: '04' is Kampong Chhnang (04), "
          + "but the name 'Ratanak Kiri' is Ratanak Kiri (16); correct it, or declare an alias"
      ),
      (",,x,5,2020", "t.csv:2:2: the row names no area; correct it, or declare an alias"),
    ])
  func rowProblems(row: String, message: String) throws {
    let wide = indicator("x") { $0.range = ValueRange(minimum: 0, maximum: 100) }
    let join = try IndicatorsTests.join(head + row + "\n16,,x,7,2020\n", [wide])
    let told = join.problems.all.map(\.description)
    #expect(told.first == message)
    #expect(told.count == 1)
  }

  @Test("A second row for an area is refused, unless an aggregation is declared.")
  func duplicates() throws {
    let text = head + "04,,x,5,2020\n04,,x,8,2020\n"
    let refused = try join(text)
    #expect(
      refused.problems.description
        == "t.csv:3:7: a second row of 'x' for area '04' (04); the first is in line 2; "
        + "remove one, or declare 'aggregate: mean'")
    #expect(refused.report.rows.map(\.outcome) == [.duplicate, .duplicate, .noRow, .noRow])
    #expect(
      refused.report.rows[0].reason == "the area has a row in line 3 too"
        && refused.report.rows[0].suggestions == ["aggregate: mean"])
    for (aggregation, value) in [
      (IndicatorDefinition.Aggregation.mean, 6.5), (.sum, 13), (.min, 5), (.max, 8),
    ] {
      let join = try IndicatorsTests.join(text, [indicator("x") { $0.aggregation = aggregation }])
      let cell = try #require(join.matrix["x"]).cells[1]
      #expect(join.problems.isEmpty)
      #expect(cell.value == value)
      #expect(cell.status == .estimated)
      #expect(cell.reason == "\(aggregation.rawValue) of 2 rows (line 2, line 3)")
      #expect(join.report.rows.prefix(2).map(\.outcome) == [.aggregated, .aggregated])
    }
  }

  @Test("Rows of other periods are passed over; where none has the declared one, that is told.")
  func periods() throws {
    let text = head + "04,,x,5,2020\n04,,x,8,2021\n"
    let one = try join(text)
    #expect(one.problems.isEmpty)
    #expect(one.report.rows.prefix(2).map(\.outcome) == [.met, .otherPeriod])
    #expect(one.report.rows[1].reason == "the period is '2021'")
    let none = try join(text, [indicator("x", period: "2019")])
    #expect(
      none.problems.all.first?.description
        == "t.csv:1:37: no row of 'x' has the period '2019'; "
        + "those there are: '2020' and '2021'")
  }

  @Test("Misspelled names of columns, indicators, tables and code systems list what there is.")
  func misspellings() throws {
    let text = head + "04,,x,5,2020\n"
    #expect(
      try join(text) { $0.columns.value = "values" }.problems.all.first?.description
        == "t.csv:1: the table 't.csv' has no column 'values' (did you mean 'value'?); "
        + "its columns are 'area_code', 'area_name', 'indicator', 'value' and 'period'")
    #expect(
      try join(head + "04,,poverty,5,2020\n", [indicator("povertie")]).problems.all.first?
        .description
        == "t.csv:1:21: no row of 't.csv' is of the indicator 'povertie' "
        + "(did you mean 'poverty'?); it has 'poverty'")
    #expect(
      try join(text, [indicator("x"), indicator("y", table: "tt")]).problems.description
        == "the indicator 'y' is read from 'tt', which is no table (did you mean 't'?); "
        + "the tables are 't'")
    #expect(
      try join(text) { $0.codeSystems = ["pcode"] }.problems.all.first?.description
        == "'pcode' is no code system; the gazetteer has 'area_code'")
  }

  @Test("Flags become statuses, pooled rows belong to no area, and an unknown flag is refused.")
  func flags() throws {
    let text =
      "area_code,indicator,value,flag,note\n03,x,5,unreliable,few asked\n"
      + "04,x,6,rounded,\n16,x,,not_applicable,no coast\n"
    let join = try IndicatorsTests.join(text)
    #expect(join.problems.isEmpty)
    let cells = try #require(join.matrix["x"]).cells
    #expect(cells.map(\.status) == [.unreliable, .rounded, .notApplicable])
    #expect(cells.map(\.reason) == ["few asked", nil, "no coast"])
    #expect(cells.map(\.entersStatistics) == [false, true, false])
    let unknown = try IndicatorsTests.join(
      "area_code,indicator,value,flag\n03,x,5,unreliabel\n04,x,1,pooled\n")
    #expect(
      unknown.problems.all.first?.description
        == "t.csv:2:8: the flag 'unreliabel' is not known (did you mean 'unreliable'?); "
        + "declare it under 'flags'; known are 'estimated', 'no data', 'no_data', "
        + "'not applicable', 'not_applicable', 'ok', 'pooled', 'preliminary', 'rounded', "
        + "'stale', 'suppressed' and 'unreliable'")
    #expect(unknown.report.rows[1].outcome == .passedOver)
  }

  @Test("An empty cell and a declared token are missing, and never zero.")
  func missing() throws {
    let join = try IndicatorsTests.join(head + "03,,x,,2020\n04,,x,n/a,2020\n16,,x,0,2020\n") {
      $0.missing = ["n/a"]
    }
    let cells = try #require(join.matrix["x"]).cells
    #expect(cells.map(\.value) == [nil, nil, 0])
    #expect(cells.map(\.reason) == ["no value in t.csv:2", "no value in t.csv:3", nil])
    #expect(join.report.rows.map(\.outcome) == [.noValue, .noValue, .met])
  }

  @Test("Shares where percentages are declared are refused as a whole.")
  func scale() throws {
    let areas = layer(["1": "A", "2": "B", "3": "C", "4": "D", "5": "E"])
    let percent = indicator("x") { $0.range = ValueRange(minimum: 0, maximum: 100) }
    let text = "area_code,indicator,value\n1,x,0.1\n2,x,0.4\n3,x,0.7\n4,x,1\n5,x,0\n"
    let join = try IndicatorsTests.join(text, [percent], layer: areas)
    #expect(
      join.problems.description
        == "t.csv: all 5 values of 'x' in 't.csv' lie within 0 to 1, where the range is 0 to "
        + "100; multiply them by 100, or switch off 'check_scale' if they are that small")
    var small = percent
    small.checksScale = false
    #expect(try IndicatorsTests.join(text, [small], layer: areas).problems.isEmpty)
  }

  @Test("A wide table has a column an indicator.")
  func wide() throws {
    let join = try IndicatorsTests.join(
      "area_code,pov,se,net\n03,1,0.5,10\n04,2,,20\n16,,,30\n",
      [
        indicator("poverty") {
          $0.valueColumn = "pov"
          $0.standardErrorColumn = "se"
        }, indicator("net"),
      ]
    ) { $0.layout = .wide }
    #expect(join.problems.isEmpty)
    #expect(try #require(join.matrix["poverty"]).cells.map(\.value) == [1, 2, nil])
    #expect(try #require(join.matrix["poverty"]).cells[0].interval == (1 - 0.98)...(1 + 0.98))
    #expect(try #require(join.matrix["net"]).cells.map(\.value) == [10, 20, 30])
  }

  @Test("Thresholds decide whether unmatched rows and unmet areas fail the run.")
  func thresholds() throws {
    let text = head + "04,,x,5,2020\n99,,x,5,2020\n"
    let warned = try join(text) { $0.unmatchedRows = .warn }
    #expect(warned.problems.isEmpty)
    #expect(warned.warnings.count == 1)
    let ignored = try join(text) { $0.unmatchedRows = .ignore }
    #expect(ignored.problems.isEmpty && ignored.warnings.isEmpty)
    #expect(ignored.report.rows[1].outcome == .unmatched)
    let strict = try join(text, [indicator("x") { $0.minimumMatchedAreas = 3 }]) {
      $0.unmatchedRows = .ignore
    }
    #expect(
      strict.problems.description
        == "t.csv: 'x' met 1 of 3 areas, and 3 are asked for; "
        + "see join-report.csv for the rows and areas that did not meet")
  }

  @Test("Rows for the country are passed over where the definition says so.")
  func otherAreas() throws {
    let join = try IndicatorsTests.join(head + "KH,,x,5,2020\n04,,x,5,2020\n") {
      $0.otherAreas = ["KH"]
    }
    #expect(join.problems.isEmpty)
    #expect(join.report.rows[0].outcome == .passedOver)
  }

  @Test("Rows of one indicator in two units are refused.")
  func units() throws {
    let text = "area_code,indicator,value,unit\n03,x,1,percent\n04,x,2,permille\n"
    #expect(
      try join(text).problems.description
        == "t.csv:3:8: the unit of 'x' is 'permille' here and 'percent' elsewhere; "
        + "give all rows of an indicator in one unit")
  }

  @Test("The report has one entry a row and one an area that met none.")
  func report() throws {
    let join = try IndicatorsTests.join(
      head + "04,,x,5,2020\n=1+1,,x,6,2020\nKampong Chamm,,x,1,2020\n")
    #expect(
      join.report.rows == [
        JoinReport.Row(
          file: "t.csv", line: 2, indicator: "x", area: "04", areaCode: "04", rule: .code,
          outcome: .met),
        JoinReport.Row(
          file: "t.csv", line: 3, indicator: "x", area: "=1+1", outcome: .unmatched,
          reason: "'=1+1' is no code of area_code, alias or name"),
        JoinReport.Row(
          file: "t.csv", line: 4, indicator: "x", area: "Kampong Chamm", outcome: .unmatched,
          reason: "'Kampong Chamm' is no code of area_code, alias or name",
          suggestions: ["Kampong Cham (03)", "Kampong Chhnang (04)"]),
        JoinReport.Row(
          file: "t.csv", line: nil, indicator: "x", area: "", areaCode: "03", outcome: .noRow,
          reason: "no row for area 03 in t.csv",
          suggestions: ["'Kampong Chamm' in line 4"]),
        JoinReport.Row(
          file: "t.csv", line: nil, indicator: "x", area: "", areaCode: "16", outcome: .noRow,
          reason: "no row for area 16 in t.csv"),
      ])
    #expect(
      join.report.summary() == [
        "t.csv: 3 rows read, 1 met an area (1 by code), 2 unmatched",
        "  t.csv:3: x '=1+1': '=1+1' is no code of area_code, alias or name",
        "  t.csv:4: x 'Kampong Chamm': 'Kampong Chamm' is no code of area_code, alias or name; "
          + "perhaps 'Kampong Cham (03)' and 'Kampong Chhnang (04)'",
        "x: 1 of 3 areas has a value",
      ])
  }

  @Test("An indicator has errors where a figure has one, or where they are declared.")
  func errors() throws {
    func hasError(_ text: String, _ change: (inout IndicatorDefinition) -> Void = { _ in }) throws
      -> Bool?
    {
      try IndicatorsTests.join(text, [indicator("x", change)]).matrix["x"]?.indicator.hasError
    }
    let head = "area_code,indicator,value,standard_error\n"
    #expect(try hasError(head + "03,x,1,0.5\n") == true)
    #expect(try hasError(head + "03,x,1,\n") == false)
    #expect(try hasError(head + "03,x,1,\n") { $0.survey.designEffect = 2 } == true)
    #expect(try hasError(head + "03,x,1,\n") { $0.indicator.hasError = true } == true)
  }

  @Test("A column that nothing reads is told when it looks like a misspelling.")
  func unreadColumn() throws {
    let join = try IndicatorsTests.join("area_code,indicator,value,sampel_size\n03,x,1,5\n")
    #expect(
      join.warnings.map(\.description) == [
        "t.csv:1:27: nothing reads the column 'sampel_size' (did you mean 'sample_size'?); "
          + "rename it, or declare it"
      ])
  }

  @Test("A misspelled indicator whose area has no row of the right one is an error, no hole.")
  func mistypedIndicator() throws {
    let rows = "03,,offline,5,2020\n04,,ofline,6,2020\n16,,offline ,7,2020\n"
    let joined = try join(head + rows, [indicator("offline")])
    func told(_ line: Int, _ name: String, _ area: String) -> String {
      "t.csv:\(line):5: '\(name)' is not read, and '\(area)' has no row of 'offline'; write "
        + "'offline', or take the row out"
    }
    #expect(
      joined.problems.all.map(\.description) == [
        told(3, "ofline", "04"), told(4, "offline ", "16"),
      ])
    // Another indicator of nearly the same name has rows for areas that are there already.
    let others = "03,,women,5,2020\n03,,women2,6,2020\n"
    #expect(try join(head + others, [indicator("women")]).problems.isEmpty)
  }

  @Test("A figure beside a flag that says there is none is an error.")
  func flaggedFigure() throws {
    let text = "area_code,indicator,value,flag\n03,x,50,not applicable\n04,x,,not applicable\n"
    #expect(
      try join(text).problems.description
        == "t.csv:2:6: a figure stands beside the flag 'not applicable'; empty the cell, or "
        + "correct the flag")
  }

  @Test("An aggregate of which a part is missing is none.")
  func partialAggregate() throws {
    let text = head + "03,,x,60,2020\n03,,x,,2020\n04,,x,1,2020\n"
    let joined = try join(text, [indicator("x") { $0.aggregation = .sum }])
    let cell = try #require(joined.matrix["x"]?.cells.first)
    #expect(cell.value == nil && cell.status == .noData)
    #expect(cell.reason == "one of 2 rows to aggregate has no value (line 3)")
  }

  @Test("An area whose rows are all of other periods says which.")
  func otherPeriods() throws {
    let joined = try join(head + "03,,x,7,2020\n04,,x,8,2019\n04,,x,9,2091\n")
    #expect(joined.problems.isEmpty)
    let reason =
      "no row of the period '2020' for area 04 in t.csv, which has '2019' and '2091'"
    #expect(
      joined.matrix["x"]?.cells.map(\.reason) == [nil, reason, "no row for area 16 in t.csv"])
    #expect(
      joined.report.rows.map(\.outcome) == [.met, .otherPeriod, .otherPeriod, .noPeriod, .noRow])
    #expect(
      joined.report.summary() == [
        "t.csv: 3 rows read, 1 met an area (1 by code), 2 other period",
        "  t.csv: x '04': \(reason)",
        "x: 1 of 3 areas has a value",
      ])
  }

  @Test("An aggregate names its rows, the first five; a withheld one all alike.")
  func aggregated() throws {
    let rows = (1...7).map { "03,,x,\($0),2020\n" }.joined()
    let sum = indicator("x") { $0.aggregation = .sum }
    let cell = try #require(join(head + rows, [sum]).matrix["x"]?.cells.first)
    #expect(cell.value == 28)
    #expect(cell.reason == "sum of 7 rows (line 2, line 3, line 4, line 5, line 6 and 2 more)")
    #expect(cell.furtherRows == "line 3, line 4, line 5, line 6 and 2 more")
    let small = indicator("x") {
      $0.aggregation = .sum
      $0.suppression = SuppressionRule(below: 7, basis: .count)
    }
    let withheld = try join(head + "03,,x,90,2020\n03,,x,5,2020\n03,,x,80,2020\n", [small])
    let hidden = try #require(withheld.matrix["x"]?.cells.first)
    #expect(hidden.status == .suppressed && hidden.place?.line == 2)
    #expect(hidden.furtherRows == "line 3, line 4")
    #expect(
      Set(withheld.report.rows.prefix(3).map { [$0.outcome.rawValue, $0.reason] }).count == 1)
  }

  @Test("Past the first 500 texts no proposals are looked for, and the report says so.")
  func manyStrangers() throws {
    let rows = (0..<501).map { "Kampong Chnan \($0),,x,1,2020\n" }.joined()
    let report = try join(head + rows).report.rows
    #expect(report[499].reason == "'Kampong Chnan 499' is no code of area_code, alias or name")
    #expect(
      report[500].reason == "'Kampong Chnan 500' is no code of area_code, alias or name "
        + "(no proposals are looked for after the first 500)")
  }

  @Test("A row of a wide table that meets no area is told once.")
  func wideStranger() throws {
    let joined = try join("area_code,x,y\n03,1,2\nQ,3,4\n", [indicator("x"), indicator("y")]) {
      $0.layout = .wide
    }
    #expect(
      joined.problems.description
        == "t.csv:3:1: 'Q' is no code of area_code, alias or name; correct it, or declare an alias")
    #expect(joined.faulty == ["x", "y"])
  }

  @Test("A table without a header does not tell its first figures.")
  func noHeader() throws {
    #expect(
      try join("03,x,7\n04,x,8\n").problems.all.first?.description
        == "t.csv:1: the table 't.csv' has no column 'area_code'; its columns are '03', 'x' and '…'"
    )
  }

  @Test("A count below zero is refused, and not told.")
  func negativeCount() throws {
    let small = indicator("x") { $0.suppression = SuppressionRule(below: 10, basis: .count) }
    #expect(
      try join(head + "03,,x,-70,2020\n04,,x,20,2020\n16,,x,30,2020\n", [small]).problems
        .description
        == "t.csv:2:7: a cell that may have to be withheld is out of the range of 'x', any number "
        + "(column 'value'); correct the value, its unit or the declared range")
  }

  @Test("One figure under two names is withheld under both, or under none, in wide tables too.")
  func twins() throws {
    let small = indicator("n") { $0.suppression = SuppressionRule(below: 10, basis: .count) }
    let twin = indicator("n2") { $0.valueColumn = "n" }
    let joined = try join("area_code,n\n03,9\n04,20\n16,30\n", [small, twin]) { $0.layout = .wide }
    #expect(
      joined.problems.description
        == "'n2' and 'n' read the same figures and withhold different ones of them; give both the "
        + "same 'suppress_below'")
  }
}
