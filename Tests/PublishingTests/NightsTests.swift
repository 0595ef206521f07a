import Foundation
import Geography
import Indicators
import Testing

@testable import Publishing

/// Nights on which everything changes that may: values are whole or all missing, errors come and
/// go, and reasons and names look like dates, formulas or numbers, or hold Khmer, quotes and line
/// ends.
@Suite("Thirty random nights")
struct NightsTests {
  @Test("No column changes its name, place or type in any file.", arguments: 1...30)
  func types(_ seed: UInt64) throws {
    let tonight = try Schemas(Night(seed).atlas)
    #expect(tonight == (try Self.usual.get()))
    #expect(tonight.databaseTables.contains { $0.contains("\"internet\" REAL, ") })
    #expect(tonight.wholeReals == [])
    #expect(tonight.strayCells == [])
  }

  private static let usual = Result { try Schemas(SampleAtlas.atlas) }
}

/// What the files of a release say of their types.
private struct Schemas: Equatable {
  /// File, name and type of every field in the data dictionary.
  var fields: [String] = []
  var csvTypes: [String]
  /// The columns of the GeoPackage's tables, as they were declared.
  var databaseTables: [String]
  /// The header of the FlatGeobuf, which declares its columns.
  var flatHeader: ArraySlice<UInt8>
  /// Cells of the workbook's first sheet that are not of the type of their column.
  var strayCells: [String]
  /// Columns of reals in which GeoJSON or TopoJSON has a number without point or exponent.
  var wholeReals: [String]

  init(_ atlas: Atlas) throws {
    let files = try publishedFiles(of: atlas)
    func text(_ path: String) throws -> String {
      try #require(files.first { $0.path == path }).text
    }
    let package = try #require(files.first { $0.path == "datapackage.json" }).json()
    for resource in try #require(package["resources"] as? [[String: Any]]) {
      let schema = resource["schema"] as? [String: Any]
      for field in schema?["fields"] as? [[String: Any]] ?? [] {
        fields.append("\(resource["path"] ?? ""): \(field["name"] ?? "") \(field["type"] ?? "")")
      }
    }
    csvTypes = files.filter { $0.path.hasSuffix(".csvt") }.map(\.text)
    let database = try text("atlas.gpkg")
    databaseTables = ["areas", "observations", "neighbors", "dictionary", "sources", "about"].map {
      let statement = database.components(separatedBy: "CREATE TABLE \"\($0)\" (").dropFirst().first
      return statement.map { String($0.prefix { $0 != ")" }) } ?? ""
    }
    let flat = try #require(files.first { $0.path == "atlas.fgb" }).bytes
    // Eight bytes that name the format, then the header's length.
    let length = flat[8..<12].reversed().reduce(0) { $0 << 8 | Int($1) }
    flatHeader = flat[12..<(12 + length)]
    let areas = AtlasTable.areas(of: atlas)
    strayCells = Self.strayCells(in: worksheet(of: areas), of: areas)
    let features = try text("atlas.geojsonl") + text("atlas.topojson")
    wholeReals = try areas.fields.filter { field in
      guard case .real = field.values else { return false }
      return features.firstMatch(of: try Regex("\"\(field.name)\":-?[0-9]+[,}]")) != nil
    }.map(\.name)
  }

  private static func strayCells(in sheet: [UInt8], of table: AtlasTable) -> [String] {
    let types = table.fields.map { field in
      switch field.values {
      case .text, .drivers: "inlineStr"
      case .boolean: "b"
      case .real, .integer, .date: ""
      }
    }
    let columns = table.fields.indices.map(columnLetters)
    return String(decoding: sheet, as: UTF8.self)
      .matches(of: /<c r="([A-Z]+)([0-9]+)"(?: s="[0-9]")?(?: t="([a-zA-Z]+)")?>/)
      .filter { cell in
        let column = columns.firstIndex { $0 == cell.1 }
        return cell.2 != "1" && cell.3.map(String.init) ?? "" != column.map { types[$0] }
      }.map { "\($0.1)\($0.2)" }
  }
}

/// The sample atlas with figures and texts of one night.
private struct Night {
  private var random: NightGenerator

  private static let texts = [
    "2019-03-03", "2019-03-03T00:00:00Z", "12:30", "1", "0.5", "true", "", "ខ្មែរ\u{200B}អក្សរ",
    "a \"quoted\" text", "two\nlines", "two\r\nlines", "=1+1", "a,b;c\td", "NULL", "NaN",
    "\u{FEFF}x",
  ]

  init(_ seed: UInt64) { random = NightGenerator(state: seed) }

  var atlas: Atlas {
    var night = self
    return night.draw()
  }

  private mutating func draw() -> Atlas {
    var atlas = SampleAtlas.atlas
    // A figure that nobody has cannot be classed, and then has no map.
    atlas.maps = atlas.maps.filter { $0.id != "internet" }
    atlas.layer = AreaLayer(
      atlas.layer.areas.map {
        Area(
          code: $0.code, name: LocalizedText(["en": text(), "km": text()]), polygons: $0.polygons)
      })
    for column in atlas.matrix.columns.indices {
      let isWhole = Bool.random(using: &random)
      let isEmpty = Int.random(in: 0..<3, using: &random) == 0
      atlas.matrix.columns[column].cells = atlas.layer.areas.map { _ in
        isEmpty || Int.random(in: 0..<4, using: &random) == 0
          ? .missing(Bool.random(using: &random) ? .noData : .suppressed, reason: text())
          : cell(isWhole: isWhole)
      }
    }
    return atlas
  }

  private mutating func cell(isWhole: Bool) -> IndicatorValue {
    let number = Double.random(in: -1e6...1e6, using: &random)
    var cell = IndicatorValue(
      value: isWhole ? number.rounded() : number,
      status: Bool.random(using: &random) ? .ok : .unreliable, reason: text(), source: text())
    if Bool.random(using: &random) {
      cell.standardError = 1
      cell.interval = (number - 2)...(number + 2)
      cell.sampleSize = Int.random(in: 0...1_000_000, using: &random)
    }
    return cell
  }

  private mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "" }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct NightGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
