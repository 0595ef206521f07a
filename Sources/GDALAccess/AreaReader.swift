import Diagnostics
import Geography

/// Where the codes and the names of the areas stand.
struct AreaColumns {
  /// A column by name and position.
  struct Column {
    var name: String
    var index: Int32
  }

  let key: Column
  let names: [(language: String, column: Column)]

  init(_ layer: borrowing Layer, key: String, names: [String: String]) throws {
    var missing = Problems()
    func find(_ name: String, in layer: borrowing Layer) -> Column? {
      missing.collect {
        let index = try layer.column(named: name)
        try layer.refuseGuessedDates(in: index)
        return Column(name: name, index: index)
      }
    }
    let key = find(key, in: layer)
    var found: [(String, Column)] = []
    for (language, name) in names.sorted(by: { $0.key < $1.key }) {
      if let column = find(name, in: layer) { found.append((language, column)) }
    }
    guard let key, missing.isEmpty else { throw missing }
    self.key = key
    self.names = found
  }
}

/// Gathers the areas of one layer, and what is wrong with them.
struct AreaReader {
  let columns: AreaColumns
  private let remedyForGarbledText: String
  private var areas: [Area] = []
  private var firstFeature: [String: Int64] = [:]
  private var problems = Problems()
  private var warnings: [Problem]

  init(columns: AreaColumns, of layer: borrowing Layer, warnings: [Problem]) {
    self.columns = columns
    remedyForGarbledText = layer.remedyForGarbledText
    self.warnings = warnings
  }

  /// Reads one area.
  mutating func read(
    _ feature: borrowing Feature, _ geometries: borrowing WGS84Reader, at place: Place
  ) {
    let code = readCode(feature, at: place)
    var texts: [String: String] = [:]
    for (language, column) in columns.names {
      texts[language] = readText(feature, column, at: place)
    }
    var area = Area(code: code ?? "", name: LocalizedText(texts), polygons: [])
    let boundary = Boundary(place: place, area: area)
    guard let reading = problems.read(boundary, feature, geometries), code != nil else { return }
    warnings += boundary.warnings(of: reading)
    area.polygons = reading.polygons
    areas.append(area)
  }

  private mutating func readCode(_ feature: borrowing Feature, at place: Place) -> String? {
    guard let code = readText(feature, columns.key, at: place) else {
      problems.add(
        "the key '\(columns.key.name)' is empty", at: place,
        remedy: "give the area a code, or take the feature out of the layer")
      return nil
    }
    if let first = firstFeature[code] {
      problems.add(
        "the key '\(columns.key.name)' is '\(code)', as in feature \(first)", at: place,
        remedy: "give each area a code of its own, or merge the pieces into one feature")
      return nil
    }
    firstFeature[code] = feature.number
    return code
  }

  /// The text of a cell, nil where there is none but space.
  private mutating func readText(
    _ feature: borrowing Feature, _ column: AreaColumns.Column, at place: Place
  ) -> String? {
    switch feature.cell(column.index) {
    case .text(let text): return text.allSatisfy(\.isWhitespace) ? nil : text
    case .missing: return nil
    case .garbled:
      problems.add(
        "the text in column '\(column.name)' is not UTF-8", at: place,
        remedy: remedyForGarbledText)
      return "\u{FFFD}"
    }
  }

  /// The layer, once every feature was read.
  mutating func finish(at place: Place) throws -> AreaReading {
    if areas.isEmpty && problems.isEmpty {
      problems.add("the layer is empty", at: place, remedy: "give a layer that holds areas")
    }
    try problems.throwIfAny()
    return AreaReading(layer: AreaLayer(areas), warnings: warnings)
  }
}
