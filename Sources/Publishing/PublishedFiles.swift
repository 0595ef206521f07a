internal import GDALAccess
public import Indicators

/// Everything of a release that is drawn from an atlas and its join, in a fixed order: all but
/// the maps and the manifest.
///
/// - Parameters:
///   - atlas: what to publish.
///   - join: what became of every row that was read.
///   - decimals: most digits behind the point of a coordinate in `atlas.geojson`, at most 7.
/// - Throws: `Problems` when some format could not hold a figure, text or name as it is, or a map
///   cannot be classed; `Problem` when GDAL cannot write.
public func publishedFiles(
  of atlas: Atlas, join: JoinReport = JoinReport(), decimals: Int = 7
) throws -> [PublishedFile] {
  let lead = atlas.languages.first ?? "en"
  let tables = try ReleaseTables(of: atlas, join: join)
  let styles = try layerStyles(of: atlas, areas: tables.areas)
  let layer = try atlas.layer.cutAtAntimeridian()
  let features = GeoJSON(layer, table: tables.areas, decimals: decimals)
  let maps: [PublishedFile] =
    [
      features.collection(of: atlas), features.lines,
      try .geoPackage(of: layer, tables, styles: styles, language: lead),
    ] + (try PublishedFile.columnFiles(of: layer, areas: tables.areas, language: lead)) + [
      .topoJSON(of: atlas, layer: layer, table: tables.areas)
    ]
  let sheets: [PublishedFile] = tables.sheets.flatMap { path, table in
    [.csv(path, of: table), .csvTypes(path, of: table)]
  }
  let data =
    maps + sheets + [.workbook([tables.areas, tables.dictionary, tables.sources, tables.about])]
  let files = DataFile.files(data.map(\.path), of: tables)
  return data + [
    .dataPackage(of: atlas, tables, files: files),
    .catalogue(of: atlas, layer: layer, areas: tables.areas, files: files),
    .summary(of: atlas),
  ] + startPages(of: atlas, files: files.map(\.path))
}
