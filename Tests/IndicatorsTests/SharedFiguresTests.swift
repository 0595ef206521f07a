import Testing

@testable import Indicators

private let rule = SuppressionRule(below: 5)

/// What is told of indicators `r`, with a limit, and another, each of a table of its own.
private func told(
  _ texts: (String, String), _ layouts: (TableDefinition.Layout, TableDefinition.Layout),
  other: String = "q", columns: TableColumns = TableColumns(),
  _ r: (inout IndicatorDefinition) -> Void = { _ in },
  _ change: (inout IndicatorDefinition) -> Void
) throws -> String {
  let first = TableDefinition(id: "t", file: "t.csv", layout: layouts.0)
  let second = TableDefinition(id: "u", file: "u.csv", layout: layouts.1, columns: columns)
  let join = Join(
    [
      LoadedTable(definition: first, table: try Table(csv: texts.0.utf8, file: "t.csv")),
      LoadedTable(definition: second, table: try Table(csv: texts.1.utf8, file: "u.csv")),
    ],
    indicators: [
      indicator("r") {
        $0.suppression = rule
        r(&$0)
      }, indicator(other, table: "u", change),
    ], gazetteer: Gazetteer(layer: threeProvinces), layer: threeProvinces)
  return join.problems.description
}

@Suite("Figures that are read twice are withheld alike")
struct SharedFiguresTests {
  private let wide = "area_code,r,n,se,other\n03,1,10,0.1,5\n04,2,20,0.2,6\n16,3,30,0.3,7\n"
  private let long =
    "area_code,indicator,value,sample_size\n03,r,1,10\n04,r,2,20\n16,r,3,30\n03,y,4,9\n"
  private func refused(_ other: String, _ remedy: String) -> String {
    "'\(other)' and 'r' read the same figures and withhold different ones of them; \(remedy)"
  }
  private let sameLimit = "give both the same 'suppress_below'"
  private let together = "name one of them under 'suppress_with' of the other"
  private func columns(_ indicator: inout IndicatorDefinition) {
    indicator.sampleSizeColumn = "n"
    indicator.standardErrorColumn = "se"
  }

  @Test("Sample sizes and standard errors of a wide table give away the value beside them.")
  func accompanying() throws {
    for column in ["n", "se"] {
      #expect(
        try told((wide, wide), (.wide, .wide), other: column, columns) { _ in }
          == refused(column, together))
      #expect(
        try told((wide, wide), (.wide, .wide), other: column, columns) {
          $0.suppressedWith = ["r"]
        } == "")
    }
    #expect(try told((wide, wide), (.wide, .wide), other: "other", columns) { _ in } == "")
  }

  @Test("The same file under two names is one, and so it is in two layouts.")
  func twoNames() throws {
    #expect(
      try told((long, long), (.long, .long)) { $0.name = "r" } == refused("q", sameLimit))
    #expect(
      try told((long, long), (.long, .long)) {
        $0.name = "r"
        $0.suppression = rule
      } == "")
    #expect(try told((long, long), (.long, .long)) { $0.name = "y" } == "")
    let another = long.replacing("03,r,1,", with: "03,r,2,")
    #expect(try told((long, another), (.long, .long)) { $0.name = "r" } == "")
  }

  @Test("What a long table holds may be read as wide, or by another column of indicators.")
  func twoLayouts() throws {
    let once = long.replacing("03,y,4,9\n", with: "")
    #expect(
      try told((once, once), (.long, .wide)) { $0.valueColumn = "value" }
        == refused("q", sameLimit))
    #expect(
      try told((once, once), (.long, .wide)) { $0.valueColumn = "sample_size" }
        == refused("q", together))
    let double = "area_code,indicator,group,value,sample_size\n03,r,q,1,10\n04,r,q,2,20\n"
    #expect(
      try told((double, double), (.long, .long), columns: TableColumns(indicator: "group")) { _ in }
        == refused("q", sameLimit))
    let apart = double.replacing("r,q", with: "r,z") + "16,z,q,7,70\n"
    #expect(
      try told((apart, apart), (.long, .long), columns: TableColumns(indicator: "group")) { _ in }
        == "")
  }

  @Test("Of two that have the same limit, one that is withheld with a third is withheld more.")
  func group() throws {
    let text = "area_code,indicator,value,sample_size\n03,r,1,10\n03,y,4,9\n"
    let join = try join(
      text,
      [
        indicator("r") { $0.suppression = rule },
        indicator("y") {
          $0.suppression = rule
          $0.suppressedWith = ["r"]
        },
        indicator("q") {
          $0.name = "r"
          $0.suppression = rule
        },
      ])
    #expect(join.problems.description == refused("q", together))
  }
}
