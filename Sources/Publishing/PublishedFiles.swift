internal import GDALAccess
public import Indicators

/// Everything of a release that is drawn from an atlas and its join, in a fixed order: all but
/// the maps and the manifest.
///
/// - Parameters:
///   - atlas: what to publish.
///   - join: what became of every row that was read.
///   - options: how they are written.
/// - Throws: `Problems` when some format could not hold a figure, text or name as it is, or a map
///   cannot be classed; `Problem` when GDAL cannot write.
public func publishedFiles(
  of atlas: Atlas, join: JoinReport = JoinReport(), options: FileOptions = FileOptions()
) throws -> [PublishedFile] {
  let lead = atlas.languages.first ?? "en"
  let tables = try ReleaseTables(of: atlas, join: join)
  let styles = try layerStyles(of: atlas, areas: tables.areas)
  let layer = try atlas.layer.cutAtAntimeridian()
  // What needs most memory to make is made while least of it is held.
  let topology = PublishedFile.topoJSON(of: atlas, layer: layer, table: tables.areas)
  let columns = try PublishedFile.columnFiles(of: layer, areas: tables.areas, language: lead)
  let package = try PublishedFile.geoPackage(of: layer, tables, styles: styles, language: lead)
  let features = GeoJSON(
    of: atlas, layer: layer, table: tables.areas, decimals: options.coordinateDecimals)
  let maps = [features.collection, features.lines, package] + columns + [topology]
  let sheets: [PublishedFile] = tables.sheets.flatMap { path, table in
    [
      .csv(path, of: table, hasByteOrderMark: options.csvHasByteOrderMark),
      .csvTypes(path, of: table),
    ]
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
