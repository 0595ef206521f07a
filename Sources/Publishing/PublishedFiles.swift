/// Everything of a release that is drawn from an atlas alone, in a fixed order: all but the maps,
/// the join report, the files that GDAL writes and the manifest.
///
/// - Parameters:
///   - atlas: what to publish.
///   - decimals: most digits behind the point of a published coordinate, at most 7.
public func publishedFiles(of atlas: Atlas, decimals: Int = 7) -> [PublishedFile] {
  let areas = AtlasTable.areas(of: atlas)
  let tables = [
    (path: "atlas.csv", table: areas),
    (path: "observations.csv", table: AtlasTable.observations(of: atlas)),
    (path: "neighbors.csv", table: AtlasTable.neighbors(of: atlas)),
  ]
  let sheets = [
    areas, AtlasTable.dictionary(of: areas, languages: atlas.languages),
    AtlasTable.sources(of: atlas),
  ]
  return [
    .geoJSON(of: atlas, table: areas, decimals: decimals),
    .topoJSON(of: atlas, table: areas),
    .workbook(sheets),
  ] + tables.map { .csv($0.path, of: $0.table) }
    + tables.map { .csvTypes($0.path, of: $0.table) } + [
      .dataPackage(
        of: atlas, areas: areas,
        tables: tables + [("join-report.csv", AtlasTable.joinReportColumns)]),
      .summary(of: atlas),
    ] + startPages(of: atlas)
}
