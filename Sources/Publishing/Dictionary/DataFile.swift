/// A data file of a release as catalogues describe it.
struct DataFile {
  /// Whose terms a file stands under.
  enum Terms {
    /// Those of the boundaries: it holds nothing but lengths measured on them.
    case boundaries
    /// Those of both: it holds figures with their geometry.
    case both
    /// Those of the sources of its figures.
    case sources
  }

  let path: String
  let mediaType: String
  let terms: Terms
  let description: String
  /// The table whose columns it has as columns or properties; nil where it holds several.
  var table: AtlasTable?
  /// Whether a reader of tables can open it without knowing maps.
  var isPlainTable = false

  /// The ending, without its point: `geojson`.
  var format: String { path.split(separator: ".").last.map(String.init) ?? "" }

  /// The data files among `paths`, in their order, and the tables that somebody else writes, each
  /// as a GeoPackage and as CSV.
  static func files(_ paths: [String], of tables: ReleaseTables) -> [DataFile] {
    let besides = tables.besides.map { ("\($0.name).csv", $0) }
    let stores = tables.besides.map { table in
      DataFile(
        path: "\(table.name).gpkg", mediaType: geoPackageType, terms: .sources,
        description: table.description, table: table)
    }
    let sheets = Dictionary(uniqueKeysWithValues: tables.sheets + besides)
    let files = (paths + besides.map(\.0)).compactMap { path -> DataFile? in
      if let table = sheets[path] {
        return DataFile(
          path: path, mediaType: "text/csv",
          terms: ["neighbors.csv", "weights.csv"].contains(path) ? .boundaries : .sources,
          description: table.description, table: table, isPlainTable: true)
      }
      if path == "atlas.xlsx" {
        return DataFile(
          path: path, mediaType: workbookType, terms: .sources,
          description: "The table of areas, its dictionary and the sources as sheets.")
      }
      guard let mediaType = mapTypes[path] else { return nil }
      return DataFile(
        path: path, mediaType: mediaType, terms: .both,
        description: tables.areas.description + " With their boundaries.", table: tables.areas)
    }
    return files + stores
  }

  private static let geoPackageType = "application/geopackage+sqlite3"

  private static let workbookType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  private static let mapTypes = [
    "atlas.geojson": "application/geo+json",
    "atlas.geojsonl": "application/x-ndjson",
    "atlas.gpkg": geoPackageType,
    "atlas.fgb": "application/octet-stream",
    "atlas.parquet": "application/vnd.apache.parquet",
    "atlas.topojson": "application/json",
  ]
}

extension Atlas {
  /// The licences of a file, each once.
  ///
  /// A share-alike licence of the boundaries is that of all that is made from them. Under any other
  /// the figures keep their own terms beside those of the boundaries.
  func licences(_ terms: DataFile.Terms) -> [Licence] {
    let own = Licence(boundaries.licence)
    let others = sourceTerms.map(Licence.init)
    switch terms {
    case .boundaries: return [own]
    case .both where own.isShareAlike: return [own]
    case .both: return [own] + others.filter { $0.title != own.title }
    case .sources: return others
    }
  }
}
