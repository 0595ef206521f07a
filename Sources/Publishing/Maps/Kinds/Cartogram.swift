import Cartography
import Geography
import Indicators

/// A map of a measure with each area as a circle as large as its people: what is seen is how many
/// live in each class, not how much land lies in it (Dorling 1996).
struct Cartogram: AtlasMap {
  private let choropleth: Choropleth
  private let sizes: CircleSizes
  private let layout: DorlingCartogram

  /// Share of the land that all circles together cover.
  private static let cover = 0.6

  /// Classes of the measure, and circles placed where the areas are.
  ///
  /// - Throws: a `Problem` that names the map when there are too many areas, or sizes,
  ///   classification or palette do not fit.
  init(
    _ definition: MapDefinition, _ measure: Measure, size: Measure, contiguity: Contiguity,
    on ground: Ground
  ) throws {
    try definition.check(areaCount: size.cells.count, limit: DorlingCartogram.mostAreas)
    choropleth = try Choropleth(definition, measure, hasWater: false)
    let unit = try CircleSizes(size, of: definition, largestRadius: 1)
    // Σ π R² v / largest = cover × land.
    let radius = (Cartogram.cover * ground.landArea / .pi / (unit.total / unit.scale.largest))
      .squareRoot()
    sizes = try CircleSizes(size, of: definition, largestRadius: radius)
    let sizes = sizes
    let smallest = radius * Cartogram.smallest
    layout = DorlingCartogram(
      centers: ground.centers,
      radii: size.cells.indices.map { max(smallest, sizes.radius($0) ?? 0) },
      neighbors: contiguity.touchingPairs)
  }

  /// Radius of an area whose size is not known or next to nothing, as a share of the largest: a
  /// dot that can still be seen.
  private static let smallest = 0.04

  var definition: MapDefinition { choropleth.definition }
  var sources: [String] { [choropleth.measure].sources(and: sizes.measure) }

  func title(in context: MapContext) -> String {
    context.words(
      .cartogramOf,
      [
        "title": choropleth.title(in: context),
        "size": sizes.measure.title.text(in: context.language),
      ])
  }

  func note(in context: MapContext) -> String? { choropleth.note(in: context) }
  func base(for format: SheetFormat) -> BaseMap? { BaseMap(layout.ground, format: format) }

  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet {
    let words = context.words
    var sheet = choropleth.sheet(in: context)
    for area in sheet.areas.indices {
      sheet.areas[area].description += "; " + sizes.phrase(area, words)
    }
    let size = words(
      .circleSize,
      [
        "size": sizes.measure.title.text(in: context.language),
        "measure": sizes.measure.subtitle(words),
      ])
    sheet.subtitle += "; " + size
    let notes =
      [
        words(
          .cartogramNote, ["area": context.atlas.boundaries.areaWord.text(in: context.language)])
      ] + sizes.missing(context)
    sheet.notes += notes
    sheet.description = ([sheet.description] + notes).joined(separator: " ")
    sheet.credits = context.credits(sources: sources)
    sheet.legend.sizes = sizes.legend(words, fill: .color(.white), share: 0.25)
    return sheet
  }

  func table(in context: MapContext) -> MapTable {
    var table = choropleth.table(in: context)
    table.columns += MapTable.columns(of: sizes.measure, context).filter {
      !$0.cells.allSatisfy(\.isEmpty)
    }
    return table
  }
}
