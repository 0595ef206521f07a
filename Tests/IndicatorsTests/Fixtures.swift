import Diagnostics
import Foundation
import Geography
import Testing

@testable import Indicators

/// The package's root, found from where this file is.
let root = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A table that ships with the project.
func shipped(_ path: String) throws -> Table {
  try Table(csvFile: root.appending(path: path).path, file: path)
}

/// A table of the given text, called `t.csv`.
func table(_ text: String) throws -> Table { try Table(csv: text.utf8, file: "t.csv") }

/// Every message that `work` throws, one a line; empty where it throws nothing.
func messages(_ work: () throws -> Void) -> String {
  do {
    try work()
    return ""
  } catch {
    return "\(error)"
  }
}

/// A layer of areas without geometry.
func layer(_ names: KeyValuePairs<String, String>) -> AreaLayer {
  AreaLayer(
    names.map { Area(code: $0, name: LocalizedText(["en": $1]), polygons: []) })
}

/// Three areas of Cambodia and their gazetteer.
let threeProvinces = layer(["03": "Kampong Cham", "04": "Kampong Chhnang", "16": "Ratanak Kiri"])

/// The 25 provinces as the gazetteer's table lists them.
func provinces() throws -> AreaLayer {
  let table = try shipped("geodata/gazetteer/provinces.csv")
  return AreaLayer(
    (0..<table.rowCount).map { row in
      Area(
        code: table.text(row: row, column: 0),
        name: LocalizedText([
          "en": table.text(row: row, column: 1), "km": table.text(row: row, column: 2),
        ]), polygons: [])
    })
}

/// The shipped gazetteer.
func shippedGazetteer() throws -> Gazetteer { try readGazetteer.get() }

private let readGazetteer = Result {
  var gazetteer = Gazetteer(layer: try provinces())
  try gazetteer.addAreas(from: shipped("geodata/gazetteer/provinces.csv"))
  try gazetteer.addAliases(from: shipped("geodata/gazetteer/province_aliases.csv"))
  return gazetteer
}

/// An indicator of the table `t`.
func indicator(
  _ id: String, table: String = "t", period: String = "2020",
  _ change: (inout IndicatorDefinition) -> Void = { _ in }
) -> IndicatorDefinition {
  var definition = IndicatorDefinition(
    Indicator(
      id: id, title: LocalizedText(), unit: LocalizedText(), period: period, sources: [],
      direction: .none), table: table)
  change(&definition)
  return definition
}

/// Joins one table of the given text, called `t.csv`, with three provinces.
func join(
  _ text: String, _ indicators: [IndicatorDefinition] = [indicator("x")],
  areaSet: String? = nil, crosswalk: Crosswalk? = nil, gazetteer: Gazetteer? = nil,
  layer: AreaLayer = threeProvinces, _ change: (inout TableDefinition) -> Void = { _ in }
) throws -> Join {
  var definition = TableDefinition(id: "t", file: "t.csv")
  change(&definition)
  return Join(
    [LoadedTable(definition: definition, table: try table(text), crosswalk: crosswalk)],
    indicators: indicators, gazetteer: gazetteer ?? Gazetteer(layer: layer), layer: layer,
    areaSet: areaSet)
}

/// Numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Gazetteer {
  /// What a text may have meant, as people read it.
  func proposals(for text: String, in table: TableDefinition) -> [String] {
    Proposals(self, table: table).proposals(for: text).map(\.text)
  }
}
