import CGDAL
public import Diagnostics
public import Geography

/// A boundary layer as it was read.
public struct AreaReading: Sendable, Hashable {
  /// The areas in code order, WGS 84.
  public var layer: AreaLayer
  /// Boundaries that had to be repaired, each named, in the order of the file.
  public var warnings: [Problem]
}

/// Polygons as they were read.
public struct PolygonReading: Sendable, Hashable {
  /// The polygons in the order of the file, WGS 84.
  public var polygons: [Polygon]
  /// Boundaries that had to be repaired, in the order of the file.
  public var warnings: [Problem]
}

extension LayerSource {
  /// Reads the areas of a polygon layer, in one pass.
  ///
  /// Coordinates become WGS 84 longitude and latitude in degrees; a ring that crosses the
  /// antimeridian runs on past 180°. Z and M are dropped, pieces and holes kept, curves
  /// turned into lines. Rings that cross themselves, have spikes or do not close are
  /// repaired (GEOS) with a warning.
  ///
  /// - Parameters:
  ///   - key: the column of the code, read as the text that stands there: the number 4
  ///     stays `4`. Every area needs one of its own.
  ///   - names: the column of the name in each language; an empty cell gives no name.
  /// - Returns: the areas, with a warning for each that was repaired.
  /// - Throws: `Problem` or `Problems`: no such file, layer or column; several layers and
  ///   none chosen; no reference system; a key missing or used twice; a geometry that is
  ///   missing, no polygon, or outside the world. All that can be found are reported.
  public func readAreas(key: String, names: [String: String]) throws -> AreaReading {
    try quietly {
      let dataset = try Dataset(opening: self)
      return try dataset.withLayer(of: self) { layer in
        var problems = Problems()
        let columns = problems.collect { try AreaColumns(layer, key: key, names: names) }
        let geometries = try WGS84Reader.open(layer, crs: crs, after: problems)
        guard let columns else { throw problems }
        var reader = AreaReader(columns: columns)
        try layer.forEachFeature { feature in
          reader.read(feature, geometries, at: layer.place(feature: feature.number))
        }
        return try reader.finish(at: layer.place())
      }
    }
  }

  /// Reads the polygons of a layer that needs no keys: water, neighbouring land.
  ///
  /// - Throws: `Problem` or `Problems`, as `readAreas(key:names:)` does.
  public func readPolygons() throws -> PolygonReading {
    try quietly {
      let dataset = try Dataset(opening: self)
      return try dataset.withLayer(of: self) { layer in
        let geometries = try WGS84Reader.open(layer, crs: crs)
        var problems = Problems()
        var result = PolygonReading(polygons: [], warnings: [])
        try layer.forEachFeature { feature in
          let place = layer.place(feature: feature.number)
          let reading = problems.collect(at: place) { try geometries.read(feature) }
          guard let reading else { return }
          result.polygons += reading.polygons
          if let fault = reading.repaired { result.warnings.append(.repaired(fault, at: place)) }
        }
        try problems.throwIfAny()
        return result
      }
    }
  }
}

/// Where the codes and the names of the areas stand.
private struct AreaColumns {
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
      missing.collect { Column(name: name, index: try layer.column(named: name)) }
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
private struct AreaReader {
  let columns: AreaColumns
  private var areas: [Area] = []
  private var firstFeature: [String: Int64] = [:]
  private var problems = Problems()
  private var warnings: [Problem] = []

  init(columns: AreaColumns) {
    self.columns = columns
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
    let area = Area(code: code ?? "", name: LocalizedText(texts), polygons: [])
    let reading = problems.collect(at: place) { try geometries.read(feature) }
    guard let reading, code != nil else { return }
    if let fault = reading.repaired {
      warnings.append(.repaired(fault, at: place, area: area))
    }
    areas.append(Area(code: area.code, name: area.name, polygons: reading.polygons))
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
        remedy: "save the file in UTF-8")
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

extension Problems {
  /// Like `collect`, for work that does not know where it is.
  fileprivate mutating func collect<Value>(at place: Place, _ work: () throws -> Value) -> Value? {
    do {
      return try work()
    } catch let problem as Problem {
      all.append(Problem(problem.what, at: problem.place ?? place, remedy: problem.remedy))
    } catch {
      add("\(error)", at: place)
    }
    return nil
  }
}

extension Problem {
  /// The warning that a boundary is no longer quite as the file has it.
  fileprivate static func repaired(_ fault: String, at place: Place, area: Area? = nil) -> Problem {
    let subject =
      area.map { "the boundary of '\($0.code)' (\($0.name.text(in: "en")))" } ?? "the boundary"
    return Problem(
      "\(subject) was repaired: \(fault)", at: place,
      remedy: "mend it in the file to be sure of its shape")
  }
}
