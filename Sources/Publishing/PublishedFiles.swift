/// Everything of a release that is drawn from an atlas alone, in a fixed order: all but the maps,
/// the join report and the manifest.
///
/// - Parameters:
///   - atlas: what to publish.
///   - decimals: most digits behind the point of a published coordinate, at most 7.
/// - Throws: `Problem` when GDAL can't write a GeoPackage or FlatGeobuf file.
public func publishedFiles(of atlas: Atlas, decimals: Int = 7) throws -> [PublishedFile] {
  let lead = atlas.languages.first ?? "en"
  let areas = AtlasTable.areas(of: atlas)
  let observations = AtlasTable.observations(of: atlas)
  let neighbors = AtlasTable.neighbors(of: atlas)
  let dictionary = AtlasTable.dictionary(of: areas, languages: atlas.languages)
  let sources = AtlasTable.sources(of: atlas)
  let tables = [
    (path: "atlas.csv", table: areas),
    (path: "observations.csv", table: observations),
    (path: "neighbors.csv", table: neighbors),
  ]
  let maps: [PublishedFile] = [
    .geoJSON(of: atlas, table: areas, decimals: decimals),
    try .geoPackage(
      of: atlas.layer, areas: areas, tables: [observations, neighbors, dictionary, sources],
      language: lead),
    try .flatGeobuf(of: atlas.layer, areas: areas, language: lead),
    .topoJSON(of: atlas, table: areas),
  ]
  let sheets: [PublishedFile] = tables.flatMap { path, table in
    [.csv(path, of: table), .csvTypes(path, of: table)]
  }
  return maps + sheets + [
    .workbook([areas, dictionary, sources]),
    .dataPackage(
      of: atlas, areas: areas, tables: tables + [("join-report.csv", .joinReportColumns)]),
    .summary(of: atlas),
  ] + startPages(of: atlas)
}
