import Cartography
import Diagnostics
import Geography

/// A map of a measure with each area as one square: a small, populous area is seen as well as a
/// large, empty one.
struct TileMap: AtlasMap {
  private let choropleth: Choropleth
  private let grid: TileGrid

  /// Classes of the measure, and a grid for the areas on the ground.
  ///
  /// - Throws: a `Problem` that names the map when there are too many areas, or classification or
  ///   palette do not fit.
  init(
    _ definition: MapDefinition, _ measure: Measure, contiguity: Contiguity, on ground: Ground
  ) throws {
    try definition.check(areaCount: measure.cells.count, limit: TileGrid.mostAreas)
    choropleth = try Choropleth(definition, measure, hasWater: false)
    grid = TileGrid(centers: ground.centers, neighbors: contiguity.touchingPairs)
  }

  var definition: MapDefinition { choropleth.definition }
  var sources: [String] { choropleth.sources }

  func title(in context: MapContext) -> String {
    context.words(.tilesOf, ["title": choropleth.title(in: context)])
  }

  func table(in context: MapContext) -> MapTable { choropleth.table(in: context) }
  func note(in context: MapContext) -> String? { choropleth.note(in: context) }
  func base(for format: SheetFormat) -> BaseMap? { BaseMap(grid.ground, format: format) }

  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet {
    var sheet = choropleth.sheet(in: context)
    sheet.labels = .inAreas
    if grid.pairCount == 0 { return sheet }
    let note = context.words(
      .tilesNote,
      [
        "area": context.atlas.boundaries.areaWord.text(in: context.language),
        "pairs": String(grid.pairCount), "kept": share(grid.keptNeighbors),
        "turned": share(grid.keptDirections),
      ])
    sheet.notes.append(note)
    sheet.description += " " + note
    return sheet
  }

  private func share(_ count: Int) -> String {
    NumberText.fixed(Double(count) / Double(grid.pairCount) * 100, decimals: 0) + "%"
  }
}

extension MapDefinition {
  /// Refuses more areas than a drawing of single shapes can hold.
  func check(areaCount: Int, limit: Int) throws {
    guard areaCount > limit else { return }
    throw Problem(
      "map '\(id)': '\(areaCount)' areas are too many for one shape each",
      remedy: "use a map kind that keeps the boundaries, or at most \(limit) areas")
  }
}

extension Contiguity {
  /// The pairs that share a boundary, not a mere point.
  var touchingPairs: [(Int, Int)] {
    pairs.filter { !$0.isNearMiss && $0.sharedLength > 0 }.map { ($0.first, $0.second) }
  }
}
