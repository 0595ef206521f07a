import Diagnostics
import Foundation
import GDALAccess
import Geography
import Indicators
import Publishing

/// The maps of a release, and what drawing them has found.
struct ReleaseMaps {
  /// The maps with their pages.
  var files: [PublishedFile]
  /// The geometry that they are drawn from.
  var projected: ProjectedAtlas
  /// What is no failure but should be known.
  var warnings: [Problem]
  /// The fonts whose letters are in the files.
  var fonts: [Manifest.Font]
  /// What is to be said of their lines, in a few words; empty for nothing.
  var detail: String
}

extension PipelineDefinition {
  /// Every file of the release that is drawn from the atlas alone but its maps.
  func tableFiles(of atlas: Atlas, join: JoinReport) throws -> [PublishedFile] {
    try publishedFiles(of: atlas, join: join, options: publish.options)
  }

  /// Draws the maps; with drawings for previews where `hasCards` says so.
  func releaseMaps(
    of atlas: Atlas, hasCards: Bool = false, variants: Set<MapVariant> = []
  ) throws -> ReleaseMaps {
    let (projected, slivers) = try projected(atlas)
    let drawn = try drawnMaps(
      of: atlas, projected: projected,
      options: MapOptions(
        hasCards: hasCards, variants: variants, leastColorDifference: maps.colorDifference))
    return ReleaseMaps(
      files: drawn.files, projected: projected,
      warnings: slivers.warnings(atlas.layer.areas) + drawn.warnings,
      fonts: try drawn.fonts.map(Manifest.Font.init),
      detail: [drawn.detail, slivers.sentence].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// The geometry on the declared plane, or on one that fits its extent, and what was mended on it.
  private func projected(_ atlas: Atlas) throws -> (ProjectedAtlas, Slivers) {
    guard var extent = atlas.layer.extent else { return (ProjectedAtlas(areas: []), Slivers()) }
    // More than half the globe wide: the areas may lie on both sides of the antimeridian.
    if extent.size.x > 180 {
      extent = Extent(onGlobe: atlas.layer.areas.lazy.flatMap(\.polygons)) ?? extent
    }
    let projection = maps.projection?.value ?? .fitting(extent)
    let context = try projection.project(
      [atlas.water, atlas.surroundings], leavingOutWhatFails: true)
    var areas: [[Polygon]]
    do {
      areas = try projection.project(atlas.layer.areas.map(\.polygons))
    } catch var problem as Problem {
      problem.place = maps.projection?.place
      throw problem
    }
    var slivers = Slivers()
    if maps.slivers > 0 {
      let mended = Coverage.mended(areas, tolerance: tolerance, sliver: maps.slivers)
      areas = mended.coverage.polygons
      slivers = Slivers(mended.report, limit: maps.slivers)
    }
    return (
      ProjectedAtlas(
        areas: areas, water: context[0], surroundings: context[1],
        groundLength: projection.groundLength(under: areas), projectionName: projection.name),
      slivers
    )
  }
}
