import Diagnostics

/// Where a layer or a table is to be read from: a file or database, and the layer in it.
public struct LayerSource: Sendable, Hashable {
  /// What GDAL opens: the path of a local file, or a `PG:` connection string.
  public var file: String
  /// The file as the definition names it; messages use it, so a password in a
  /// connection string is never printed.
  public var displayName: String
  /// Name of the layer, table or sheet; nil where the file holds only one.
  public var layer: String?
  /// The reference system of the coordinates (`EPSG:4326`, or a PROJ string beginning
  /// with `+proj=`) in place of what the file says; nil believes the file.
  public var crs: String?
  /// GDAL's names of the only formats that may be opened.
  public var drivers: [String]

  /// Formats that hold boundaries. Formats that refer to other files or servers,
  /// such as VRT, are left out on purpose.
  public static let boundaryDrivers = [
    "GeoJSON", "GeoJSONSeq", "TopoJSON", "GPKG", "ESRI Shapefile", "FlatGeobuf", "SQLite",
    "PostgreSQL",
  ]
  /// Formats that hold tables. CSV is not among them: GDAL's reader is too lenient.
  public static let tableDrivers = [
    "XLSX", "ODS", "GPKG", "SQLite", "ESRI Shapefile", "PostgreSQL",
  ]

  /// A layer in `file`, shown to people as `displayName` (the file itself when left out).
  public init(
    file: String, displayName: String? = nil, layer: String? = nil, crs: String? = nil,
    drivers: [String] = LayerSource.boundaryDrivers
  ) {
    self.file = file
    self.displayName = displayName ?? file
    self.layer = layer
    self.crs = crs
    self.drivers = drivers
  }

  /// Whether `file` is the connection string of a PostGIS database.
  var isDatabase: Bool {
    file.hasPrefix("PG:") && drivers.contains("PostgreSQL")
  }

  /// The place of something in this source, for messages.
  func place(layer: String? = nil, feature: Int64? = nil) -> Place {
    let parts = [layer.map { "layer '\($0)'" }, feature.map { "feature \($0)" }]
    let detail = parts.compactMap(\.self).joined(separator: ", ")
    return Place(file: displayName, detail: detail.isEmpty ? nil : detail)
  }
}
