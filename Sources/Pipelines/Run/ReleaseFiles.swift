import Diagnostics
import Foundation
import GDALAccess
import Geography
import Indicators
import Publishing

extension PipelineDefinition {
  /// Every file of the release but its manifest.
  func files(of atlas: Atlas, join: Join) throws -> [PublishedFile] {
    try publishedFiles(of: atlas, join: join.report, decimals: coordinateDecimals)
      + mapFiles(of: atlas, projected: try projected(atlas))
  }

  /// The geometry on a plane that fits its extent.
  private func projected(_ atlas: Atlas) throws -> ProjectedAtlas {
    guard let extent = atlas.layer.extent else { return ProjectedAtlas(areas: []) }
    let projection = MapProjection.fitting(extent)
    let context = try projection.project(
      [atlas.water, atlas.surroundings], leavingOutWhatFails: true)
    return ProjectedAtlas(
      areas: try projection.project(atlas.layer.areas.map(\.polygons)), water: context[0],
      surroundings: context[1], projectionName: projection.name)
  }
}
