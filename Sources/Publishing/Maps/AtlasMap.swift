import Cartography
import Diagnostics

/// A map with everything it needs from the atlas, ready to speak any language.
protocol AtlasMap: Sendable {
  /// What was asked for.
  var definition: MapDefinition { get }
  /// Identifiers of the sources of what it shows.
  var sources: [String] { get }
  /// What the map is about, without what it finds.
  func title(in context: MapContext) -> String
  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet
  /// The numbers behind it.
  func table(in context: MapContext) -> MapTable
  /// How the classes were made; nil where there are none.
  func note(in context: MapContext) -> String?
  /// What it is drawn on; nil where that is the ground of all maps.
  func base(for format: SheetFormat) -> BaseMap?
}

extension AtlasMap {
  func note(in context: MapContext) -> String? { nil }
  func base(for format: SheetFormat) -> BaseMap? { nil }
}

extension Atlas {
  /// The map of a definition.
  ///
  /// - Parameter ground: the shapes of the areas; maps that change them ask for it.
  /// - Throws: a `Problem` when its subject does not exist or cannot be classed.
  func map(_ definition: MapDefinition, on ground: Ground = Ground(areas: [])) throws
    -> any AtlasMap
  {
    switch definition.subject {
    case .indicator(let id), .index(let id):
      return try Choropleth(
        definition, measure(id, for: definition), series: seriesValues(definition.series))
    case .hotspots(let id):
      guard let index = indexes.first(where: { $0.id == id }) else {
        throw unknown("index", id, definition, among: indexes.map(\.id))
      }
      return HotspotMap(definition, index, matrix: matrix)
    case .evidence(let ids):
      return try EvidenceMap(definition, try evidence(of: ids, for: definition))
    case .bivariate(let first, let second):
      return try BivariateMap(
        definition, try measure(first, for: definition), try measure(second, for: definition))
    case .symbols(let size, let color):
      return try SymbolMap(
        definition, size: try column(size, for: definition),
        color: try color.map { try measure($0, for: definition) }, on: ground)
    case .multiples(let ids):
      return try SmallMultiples(
        definition, try ids.map { try measure($0, for: definition) }, on: ground)
    case .tiles(let id):
      return try TileMap(
        definition, try measure(id, for: definition), contiguity: contiguity, on: ground)
    case .cartogram(let id, let size):
      return try Cartogram(
        definition, try measure(id, for: definition), size: try column(size, for: definition),
        contiguity: contiguity, on: ground)
    }
  }

  /// The values of all maps of a series; nil where there is none.
  private func seriesValues(_ series: String?) throws -> [Double]? {
    guard let series else { return nil }
    let members = try maps.filter { $0.series == series }.compactMap {
      map -> (map: MapDefinition, measure: Measure)? in
      switch map.subject {
      case .indicator(let id), .index(let id): return (map, try measure(id, for: map))
      default: return nil
      }
    }
    try members.last?.map.checkComparable(members.map(\.measure))
    return members.flatMap(\.measure.statisticalValues)
  }

  /// The measure of an index or an indicator.
  private func measure(_ id: String, for definition: MapDefinition) throws -> Measure {
    if let index = indexes.first(where: { $0.id == id }) { return Measure(index, matrix: matrix) }
    if case .index = definition.subject {
      throw unknown("index", id, definition, among: indexes.map(\.id))
    }
    return try column(id, for: definition)
  }

  /// The measure of an indicator.
  private func column(_ id: String, for definition: MapDefinition) throws -> Measure {
    guard let column = matrix[id] else {
      throw unknown("indicator", id, definition, among: matrix.columns.map(\.indicator.id))
    }
    return Measure(column, benchmark: benchmarks[id])
  }

  private func evidence(of ids: [String], for definition: MapDefinition) throws -> Evidence {
    let columns =
      try ids.isEmpty
      ? matrix.columns
      : ids.map { id in
        guard let column = matrix[id] else {
          throw unknown("indicator", id, definition, among: matrix.columns.map(\.indicator.id))
        }
        return column
      }
    return Evidence(of: columns, asOf: asOf)
  }

  private func unknown(
    _ kind: String, _ id: String, _ definition: MapDefinition, among known: [String]
  ) -> Problem {
    let nearest = id.nearest(in: known)
    return Problem(
      "map '\(definition.id)': there is no \(kind) '\(id)'",
      remedy: nearest.isEmpty
        ? "use one of \(known.joined(separator: ", "))"
        : "did you mean \(nearest.joined(separator: " or "))?")
  }
}
