import Diagnostics
import Foundation
import GDALAccess
import Geography
import Indicators
import Publishing

extension PipelineDefinition {
  /// Every file of the release that is drawn from the atlas alone but its maps.
  func tableFiles(of atlas: Atlas, join: JoinReport) throws -> [PublishedFile] {
    try publishedFiles(of: atlas, join: join, options: publish.options)
  }

  /// The geometry on a plane that fits its extent.
  func projected(_ atlas: Atlas) throws -> ProjectedAtlas {
    guard var extent = atlas.layer.extent else { return ProjectedAtlas(areas: []) }
    // More than half the globe wide: the areas may lie on both sides of the antimeridian.
    if extent.size.x > 180 {
      extent = Extent(onGlobe: atlas.layer.areas.lazy.flatMap(\.polygons)) ?? extent
    }
    let projection = MapProjection.fitting(extent)
    let context = try projection.project(
      [atlas.water, atlas.surroundings], leavingOutWhatFails: true)
    return ProjectedAtlas(
      areas: try projection.project(atlas.layer.areas.map(\.polygons)), water: context[0],
      surroundings: context[1], projectionName: projection.name)
  }
}
