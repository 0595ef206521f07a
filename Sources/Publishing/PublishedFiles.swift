internal import GDALAccess
public import Indicators
internal import Resampling

/// Everything of a release that is drawn from an atlas and its join, in a fixed order: all but
/// the maps and the manifest.
///
/// - Parameters:
///   - atlas: what to publish.
///   - join: what became of every row that was read.
///   - options: how they are written.
/// - Throws: as `PublishedFiles.init(of:join:options:)`.
public func publishedFiles(
  of atlas: Atlas, join: JoinReport = JoinReport(), options: FileOptions = FileOptions()
) throws -> [PublishedFile] {
  try PublishedFiles(of: atlas, join: join, options: options).all(telling: atlas)
}

/// The files that are drawn from an atlas, before it is known what the run warns of.
public struct PublishedFiles: Sendable {
  /// What no warning changes.
  private let lasting: [PublishedFile]
  /// The paths of the data files among them.
  private let dataPaths: [String]

  /// Layers of more vertices are written in one format after the other.
  private static let mostVerticesAtOnce = 200_000

  /// Draws the files.
  ///
  /// - Parameters:
  ///   - atlas: what to publish.
  ///   - join: what became of every row that was read.
  ///   - options: how they are written.
  ///   - besides: tables that the caller publishes as `<name>.csv` and `<name>.gpkg`, so that they
  ///     are described with the others. Nothing but their columns is looked at.
  /// - Throws: `Problems` when some format could not hold a figure, text or name as it is, or a
  ///   map cannot be classed; `Problem` when coordinates have so few decimals that areas would be
  ///   no valid polygons, or GDAL cannot write.
  public init(
    of atlas: Atlas, join: JoinReport = JoinReport(), options: FileOptions = FileOptions(),
    besides: [AtlasTable] = []
  ) throws {
    let lead = atlas.languages.first ?? "en"
    let tables = try ReleaseTables(of: atlas, join: join, besides: besides)
    let styles = try layerStyles(of: atlas, areas: tables.areas)
    let layer = try atlas.layer.cutAtAntimeridian()
    try atlas.checkDecimals(options, writing: layer)
    let ofGDAL = Ahead {
      Result {
        [try PublishedFile.geoPackage(of: layer, tables, styles: styles, language: lead)]
          + (try PublishedFile.columnFiles(of: layer, areas: tables.areas, language: lead))
      }
    }
    // Two formats of a large layer at once would need the memory of both.
    if layer.vertexCount > PublishedFiles.mostVerticesAtOnce { _ = ofGDAL.value }
    let features = GeoJSON(
      of: atlas, layer: layer, table: tables.areas, decimals: options.coordinateDecimals)
    let topology = PublishedFile.topoJSON(of: atlas, layer: layer, table: tables.areas)
    let sheets: [PublishedFile] = tables.sheets.flatMap { path, table in
      [
        .csv(path, of: table, hasByteOrderMark: options.csvHasByteOrderMark),
        .csvTypes(path, of: table),
      ]
    }
    let workbook = PublishedFile.workbook([
      tables.areas, tables.dictionary, tables.sources, tables.about,
    ])
    let data =
      [features.collection, features.lines] + (try ofGDAL.value.get()) + [topology] + sheets
      + [workbook]
    let files = DataFile.files(data.map(\.path), of: tables)
    dataPaths = data.map(\.path).filter(Set(files.map(\.path)).contains)
    lasting =
      data + [
        .dataPackage(of: atlas, tables, files: files),
        .catalogue(of: atlas, layer: layer, areas: tables.areas, files: files),
      ]
  }

  /// All of them, the summary and the start pages with the warnings of `atlas`: the one that the
  /// others were drawn from, or the same with more warnings.
  public func all(telling atlas: Atlas) -> [PublishedFile] {
    lasting + [.summary(of: atlas)] + startPages(of: atlas, files: dataPaths)
  }
}
