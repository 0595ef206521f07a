import Cartography
import CompositeIndex
import Diagnostics

/// A map with everything it needs from the atlas, ready to speak any language.
enum AtlasMap {
  /// An indicator, or the score of an index with its scores.
  case choropleth(Choropleth, scores: [AreaScore]?)
  /// Severity and clustering.
  case hotspots(HotspotMap)

  /// The map of a definition.
  ///
  /// - Throws: a `Problem` when its subject does not exist or cannot be classed.
  init(_ definition: MapDefinition, of atlas: Atlas) throws {
    func index(_ id: String) throws -> Atlas.Index {
      guard let index = atlas.indexes.first(where: { $0.id == id }) else {
        throw AtlasMap.unknown("index", id, definition, among: atlas.indexes.map(\.id))
      }
      return index
    }
    switch definition.subject {
    case .indicator(let id):
      guard let column = atlas.matrix[id] else {
        throw AtlasMap.unknown(
          "indicator", id, definition, among: atlas.matrix.columns.map(\.indicator.id))
      }
      let measure = Measure(column, benchmark: atlas.benchmarks[id])
      self = .choropleth(try Choropleth(definition, measure), scores: nil)
    case .index(let id):
      let index = try index(id)
      let measure = Measure(index, matrix: atlas.matrix)
      self = .choropleth(try Choropleth(definition, measure), scores: index.scores)
    case .hotspots(let id):
      self = .hotspots(HotspotMap(definition, try index(id), matrix: atlas.matrix))
    }
  }

  private static func unknown(
    _ kind: String, _ id: String, _ definition: MapDefinition, among known: [String]
  ) -> Problem {
    let nearest = id.nearest(in: known)
    return Problem(
      "map '\(definition.id)': there is no \(kind) '\(id)'",
      remedy: nearest.isEmpty
        ? "use one of \(known.joined(separator: ", "))"
        : "did you mean \(nearest.joined(separator: " or "))?")
  }

  /// What the map is about, without what it finds.
  func title(in context: MapContext) -> String {
    let language = context.language
    switch self {
    case .choropleth(let map, _): return map.measure.title.text(in: language)
    case .hotspots(let map):
      return context.words(.hotspotsOf, ["title": map.measure.title.text(in: language)])
    }
  }

  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet {
    switch self {
    case .choropleth(let map, _): map.sheet(in: context)
    case .hotspots(let map): map.sheet(in: context)
    }
  }

  /// The numbers behind it.
  func table(in context: MapContext) -> MapTable {
    switch self {
    case .choropleth(let map, let scores): MapTable(map, scores: scores, context)
    case .hotspots(let map): MapTable(map, context)
    }
  }

  /// How the classes were made; nil where there are none.
  func note(in context: MapContext) -> String? {
    guard case .choropleth(let map, _) = self else { return nil }
    return context.words(
      .classesBy,
      [
        "method": map.definition.classification,
        "fit": NumberText.fixed(map.breaks.goodnessOfFit, decimals: 2),
      ])
  }
}
