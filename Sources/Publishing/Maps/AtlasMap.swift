import Cartography
import Diagnostics

/// A map with everything it needs from the atlas, ready to speak any language.
protocol AtlasMap {
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
}

extension AtlasMap {
  func note(in context: MapContext) -> String? { nil }
}

extension Atlas {
  /// The map of a definition.
  ///
  /// - Throws: a `Problem` when its subject does not exist or cannot be classed.
  func map(_ definition: MapDefinition) throws -> any AtlasMap {
    switch definition.subject {
    case .indicator(let id):
      guard let column = matrix[id] else {
        throw unknown(
          "indicator", id, definition, among: matrix.columns.map(\.indicator.id))
      }
      return try Choropleth(definition, Measure(column, benchmark: benchmarks[id]))
    case .index(let id):
      let index = try index(id, for: definition)
      return try Choropleth(
        definition, Measure(index, matrix: matrix), scores: index.scores)
    case .hotspots(let id):
      return HotspotMap(definition, try index(id, for: definition), matrix: matrix)
    }
  }

  private func index(_ id: String, for definition: MapDefinition) throws -> Index {
    guard let index = indexes.first(where: { $0.id == id }) else {
      throw unknown("index", id, definition, among: indexes.map(\.id))
    }
    return index
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
