import Diagnostics
import Foundation
import GDALAccess
import Geography
import Indicators
import Publishing

extension PipelineDefinition {
  /// Every file of the release but its pictures and its manifest; with drawings for previews where
  /// `hasCards` says so.
  func files(of atlas: Atlas, join: Join, hasCards: Bool = false) throws -> [PublishedFile] {
    try publishedFiles(of: atlas)
      + [PublishedFile(path: "join-report.csv", bytes: Array(join.report.csvText().utf8))]
      + mapFiles(of: atlas, projected: try projected(atlas), hasCards: hasCards)
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

  /// Publishes the files with their manifest; the name of the release.
  func publish(_ files: [PublishedFile], into folder: ReleaseFolder, at time: Date) throws -> String
  {
    let versions = LibraryVersions.current
    let entries = try inputs.map {
      Manifest.Entry(path: $0.name, sha256: sha256Hex(of: try Data(contentsOf: $0.url)))
    }
    let manifest = PublishedFile.manifest(
      Manifest(
        inputs: entries,
        outputs: files.map { Manifest.Entry(path: $0.path, sha256: sha256Hex(of: $0.bytes)) },
        definition: entries[0], tool: Manifest.Version(name: Tool.name, version: Tool.version),
        libraries: [
          Manifest.Version(name: "gdal", version: versions.gdal),
          Manifest.Version(name: "proj", version: versions.proj),
        ] + (versions.geos.map { [Manifest.Version(name: "geos", version: $0)] } ?? []),
        seed: indexes.compactMap(\.hotspots?.inference.seed).first ?? 1))
    let stamp = time.formatted(
      .iso8601.year().month().day().dateSeparator(.omitted).time(includingFractionalSeconds: false)
        .timeSeparator(.omitted).timeZone(separator: .omitted))
    let name = "\(stamp)-\(sha256Hex(of: manifest.bytes).prefix(12))"
    try folder.publish(files + [manifest], as: name)
    return name
  }
}
