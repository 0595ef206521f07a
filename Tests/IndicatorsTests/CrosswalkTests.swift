import Geography
import Testing

@testable import Indicators

@Suite struct CrosswalkTests {
  /// Old area 1 is split into a and b; old areas 2 and 3 are merged into c; 4 stays d.
  private func crosswalk() throws -> Crosswalk {
    try Crosswalk(
      read(
        """
        from,to,weight,method,population
        1,a,0.25,census,100
        1,b,0.75,census,300
        2,c,1,census,200
        3,c,1,census,600
        4,d,1,identity,50

        """), from: "old", to: "new")
  }

  private func read(_ text: String) throws -> Table { try table(text) }

  private func moved(_ values: String, _ measure: IndicatorDefinition.Measure?) throws -> Join {
    try join(
      "area_code,indicator,value\n" + values, [indicator("x") { $0.measure = measure }],
      areaSet: "new", crosswalk: crosswalk(),
      layer: layer(["a": "A", "b": "B", "c": "C", "d": "D"])
    ) { $0.areaSet = "old" }
  }

  private let values = "1,x,40\n2,x,10\n3,x,30\n4,x,7\n"

  @Test("Counts are split by weight and summed, and keep their total.")
  func counts() throws {
    let cells = try #require(moved(values, .count).matrix["x"]).cells
    #expect(cells.map(\.value) == [10, 30, 40, 7])
    #expect(cells.map(\.status) == [.estimated, .estimated, .estimated, .ok])
    #expect(cells.map(\.rule) == ["crosswalk", "crosswalk", "crosswalk", "code"])
    #expect(cells[2].reason == "made from area 2, 3 of 'old' by t.csv")
  }

  @Test("Rates are averaged by population, and a split area's parts share its rate.")
  func rates() throws {
    let join = try moved(values, .rate)
    #expect(join.problems.isEmpty)
    #expect(try #require(join.matrix["x"]).cells.map(\.value) == [40, 40, 25, 7])
  }

  @Test("An old area without a value leaves the new ones without, and says which.")
  func missing() throws {
    let cells = try #require(moved("1,x,\n2,x,10\n4,x,7\n", .rate).matrix["x"]).cells
    #expect(cells.map(\.value) == [nil, nil, nil, 7])
    #expect(cells[0].reason == "made from area 1 of 'old' by t.csv; no value in t.csv:2")
    #expect(cells[2].reason == "made from area 2, 3 of 'old' by t.csv; no row for area 3")
  }

  @Test("Random counts keep their total to 1e-9.")
  func totals() throws {
    var random = Seeded(state: 11)
    for _ in 0..<50 {
      let counts = (0..<4).map { _ in Double.random(in: 0...2e6, using: &random) }
      let rows = counts.enumerated().map { "\($0 + 1),x,\($1)\n" }.joined()
      let cells = try #require(moved(rows, .count).matrix["x"]).cells
      let total = cells.compactMap(\.value).reduce(0, +)
      #expect(abs(total - counts.reduce(0, +)) <= 1e-9 * total)
    }
  }

  @Test("Weights that add up to 1 but for rounding keep totals, to the last digits.")
  func rounding() throws {
    let text = "from,to,weight,method\n1,a,0.25,m\n1,b,0.74999999991,m\n"
    let parts = try Crosswalk(read(text), from: "o", to: "n").parts
    #expect(abs(parts.reduce(0) { $0 + $1.weight } - 1) <= 1e-15)
    #expect(abs(parts[0].weight - 0.25 / 0.99999999991) <= 1e-15)
    #expect(
      messages {
        _ = try Crosswalk(
          read(text.replacing("0.74999999991", with: "0.749999998")), from: "o", to: "n")
      }
        == "t.csv:2:5: the weights of '1' add up to 0.999999998, not 1; "
        + "every part of an old area must be listed")
  }

  @Test("A crosswalk to no area is blamed itself, once; with 'changed_areas' it is refused.")
  func faults() throws {
    let crosswalk = try Crosswalk(
      read("from,to,weight,method\n03,03,0.5,m\n03,17,0.5,m\n"), from: "old", to: "new")
    let count = indicator("x") { $0.measure = .count }
    func told(_ changed: [String: String]) throws -> String {
      try join(
        "area_code,indicator,value\n03,x,4\n", [count], areaSet: "new", crosswalk: crosswalk
      ) {
        $0.areaSet = "old"
        $0.changedAreas = changed
      }.problems.description
    }
    let unknown =
      "t.csv:3:4: the crosswalk 't.csv' moves figures to '17', which is no area of the layer "
      + "(did you mean '16'?); correct the code"
    #expect(try told([:]) == unknown)
    #expect(
      try told(["03": "split"])
        == "both a crosswalk and 'changed_areas' are given for 't.csv'; take 'changed_areas' out; "
        + "the crosswalk moves the figures of changed areas\n" + unknown)
  }

  @Test("Rates that nothing weighs are refused; counts need no population.")
  func unweighted() throws {
    func told(_ head: String, _ people: [String], _ measure: IndicatorDefinition.Measure) throws
      -> String
    {
      let rows = ["03,03,1,m", "04,03,1,m", "16,16,1,m"]
      let crosswalk = try Crosswalk(
        read(head + "\n" + zip(rows, people).map { $0 + $1 + "\n" }.joined()), from: "old",
        to: "new")
      return try join(
        "area_code,indicator,value\n03,x,4\n04,x,5\n16,x,6\n",
        [indicator("x") { $0.measure = measure }], areaSet: "new", crosswalk: crosswalk
      ) { $0.areaSet = "old" }.problems.all.first?.description ?? ""
    }
    let message =
      "the rates of 'x' cannot be averaged for '03': the crosswalk 't.csv' says no population of "
      + "its parts; give the crosswalk a column 'population' with the people of each part"
    let head = "from,to,weight,method"
    #expect(try told(head, ["", "", ""], .rate) == message)
    #expect(try told(head + ",population", [",0", ",0", ",9"], .rate) == message)
    #expect(try told(head + ",population", [",5", ",", ",9"], .rate) == message)
    #expect(try !told(head + ",population", [",5", ",6", ","], .rate).contains("averaged"))
    #expect(try !told(head, ["", "", ""], .count).contains("averaged"))
  }

  @Test("A code of a crosswalk that lost its zero is blamed on the crosswalk.")
  func lostZero() throws {
    let crosswalk = try Crosswalk(
      read("from,to,weight,method\n16,16,1,m\n3,03,1,m\n"), from: "old", to: "new")
    let join = try join(
      "area_code,indicator,value\n16,x,4\n", [indicator("x") { $0.measure = .count }],
      areaSet: "new", crosswalk: crosswalk
    ) { $0.areaSet = "old" }
    #expect(
      join.problems.description
        == "t.csv:3:1: the crosswalk 't.csv' moves figures from '3', which is no area "
        + "(did you mean '03'?); correct the code")
  }

  @Test("In a table of another area set a second row for an area is told too.")
  func duplicateOfOtherSet() throws {
    let join = try join("area_code,indicator,value\n03,x,40\n03,x,4\n", areaSet: "new") {
      $0.areaSet = "old"
    }
    #expect(
      join.problems.description
        == "'t.csv' is written for the area set 'old', and that of the layer is 'new'; "
        + "declare a crosswalk, or list what differs under 'changed_areas'\n"
        + "t.csv:3:6: a second row of 'x' for area '03' (03); the first is in line 2; "
        + "remove one, or declare 'aggregate: mean'")
    #expect(join.matrix["x"]?.cells.map(\.value) == [nil, nil, nil])
  }

  @Test("A mix of area sets without a crosswalk is refused.")
  func mixRefused() throws {
    let text = "area_code,indicator,value\n03,x,40\n"
    #expect(
      try join(text, areaSet: "new") { $0.areaSet = "old" }.problems.description
        == "'t.csv' is written for the area set 'old', and that of the layer is 'new'; "
        + "declare a crosswalk, or list what differs under 'changed_areas'")
    #expect(
      try moved(values, nil).problems.description
        == "the indicator 'x' is moved by a crosswalk and does not say what it measures; "
        + "declare 'measure: count' (split, totals kept) or 'measure: rate' (averaged)")
    let join = try moved(values + "a,x,1\n", .count)
    #expect(
      join.problems.description
        == "t.csv:6:1: A (a) is not in the area set 'old'; correct it, or declare an alias")
  }

  @Test("A row that may be meant for what a newer set adds does not blame the set.")
  func slipForAddedArea() throws {
    let names = (1...10).map { "Old \($0 * 111)" } + ["Tboung Khmum"]
    let areas = AreaLayer(
      names.enumerated().map {
        Area(code: "a\($0 + 1)", name: LocalizedText(["en": $1]), polygons: [])
      })
    let split = try Crosswalk(
      read(
        "from,to,weight,method\n" + (1...9).map { "a\($0),a\($0),1,m\n" }.joined()
          + "a10,a10,0.5,m\na10,a11,0.5,m\n"), from: "old", to: "new")
    func told(_ last: String) throws -> String {
      let rows = (1...10).map { "a\($0),x,\($0)\n" }.joined() + last
      let text = "area_code,indicator,value\n" + rows
      return Join(
        [LoadedTable(definition: TableDefinition(id: "t", file: "t.csv"), table: try read(text))],
        indicators: [indicator("x")], gazetteer: Gazetteer(layer: areas), layer: areas,
        areaSet: "new", crosswalks: [split]
      ).problems.description
    }
    let slip =
      "t.csv:12:1: 'Tbaung Khmum' is no code of area_code, alias or name; "
      + "perhaps 'Tboung Khmum (a11)'"
    #expect(try told("Tbaung Khmum,x,11\n") == slip)
    #expect(
      try told("")
        == "'t.csv' has a row for each area of the set 'old' and none for Tboung Khmum (a11), "
        + "which 'new' adds; declare 'area_set: old' with the crosswalk 't.csv', or "
        + "'area_set: new' where the rows are for its areas")
  }

  @Test("A changed area receives no value without a crosswalk.")
  func changedAreas() throws {
    let join = try IndicatorsTests.join(
      "area_code,indicator,value\n03,x,40\n04,x,5\n", areaSet: "new"
    ) {
      $0.areaSet = "old"
      $0.changedAreas = ["03": "split in 2013"]
    }
    #expect(join.problems.isEmpty)
    let cells = try #require(join.matrix["x"]).cells
    #expect(cells.map(\.value) == [nil, 5, nil])
    #expect(cells[0].reason == "split in 2013")
    #expect(join.report.rows.map(\.outcome) == [.changedArea, .met, .changedArea, .noRow])
  }

  @Test("A broken crosswalk is refused.")
  func broken() {
    func told(_ rows: String) -> String {
      messages { _ = try Crosswalk(read("from,to,weight,method\n" + rows), from: "o", to: "n") }
    }
    #expect(
      told("1,a,0.5,m\n1,b,0.4,m\n")
        == "t.csv:2:5: the weights of '1' add up to 0.9, not 1; "
        + "every part of an old area must be listed")
    #expect(
      told("1,a,1.5,m\n1,a,x,m\n") == """
        t.csv:2:5: '1.5' is out of range (column 'weight': 0 to 1); correct it
        t.csv:3:1: the part '1' to 'a' is listed twice; remove one
        t.csv:3:5: 'x' is not a number (column 'weight'); \
        leave the cell empty or list it under 'missing'
        """)
  }
}
