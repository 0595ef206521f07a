import Diagnostics
import Foundation
import GDALAccess
import Geography
import Indicators
import Publishing

/// The files of a release but its pictures and its manifest.
struct ReleaseFiles {
  /// The files in a fixed order.
  var files: [PublishedFile]
  /// The atlas with what drawing it has found.
  var atlas: Atlas
  /// The fonts whose letters are in the files.
  var fonts: [Manifest.Font] = []
  /// What is to be said of the lines of maps, in a few words; empty for nothing.
  var detail = ""
}

extension PipelineDefinition {
  /// Every file of the release but its pictures and its manifest; with drawings for previews where
  /// `hasCards` says so.
  func files(
    of atlas: Atlas, join: Join, hasCards: Bool = false, variants: Set<MapVariant> = []
  ) throws -> ReleaseFiles {
    let (projected, slivers) = try projected(atlas)
    let drawn = try drawnMaps(
      of: atlas, projected: projected,
      options: MapOptions(
        hasCards: hasCards, variants: variants, leastColorDifference: maps.colorDifference))
    var atlas = atlas
    atlas.warnings += slivers.warnings(atlas.layer.areas) + drawn.warnings
    let texts = [drawn.detail, slivers.sentence].filter { !$0.isEmpty }
    return ReleaseFiles(
      files: try publishedFiles(of: atlas, join: join.report, options: publish.options)
        + drawn.files, atlas: atlas, fonts: try drawn.fonts.map(Manifest.Font.init),
      detail: texts.joined(separator: ", "))
  }

  /// The geometry on a plane that fits its extent, and what was mended on it.
  private func projected(_ atlas: Atlas) throws -> (ProjectedAtlas, Slivers) {
    guard var extent = atlas.layer.extent else { return (ProjectedAtlas(areas: []), Slivers()) }
    // More than half the globe wide: the areas may lie on both sides of the antimeridian.
    if extent.size.x > 180 {
      extent = Extent(onGlobe: atlas.layer.areas.lazy.flatMap(\.polygons)) ?? extent
    }
    let projection = MapProjection.fitting(extent)
    let context = try projection.project(
      [atlas.water, atlas.surroundings], leavingOutWhatFails: true)
    var areas = try projection.project(atlas.layer.areas.map(\.polygons))
    var slivers = Slivers()
    if maps.slivers > 0 {
      let mended = Coverage.mended(areas, tolerance: tolerance, sliver: maps.slivers)
      areas = mended.coverage.polygons
      slivers = Slivers(mended.report, limit: maps.slivers)
    }
    return (
      ProjectedAtlas(
        areas: areas, water: context[0], surroundings: context[1],
        projectionName: projection.name), slivers
    )
  }
}
