public import Diagnostics

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
  /// The code page of the texts (`CP1252`) of a Shapefile or dBASE table whose file does not say
  /// it; nil believes the file.
  public var encoding: String?
  /// GDAL's names of the only formats that may be opened.
  public var drivers: [String]
  /// Where the definition gives the name of the layer or of a column, by that name; a message
  /// about a name that does not exist points there.
  public var namedAt: [String: Place]

  /// Formats that hold boundaries. Formats that refer to other files or servers,
  /// such as VRT, are left out on purpose.
  public static let boundaryDrivers = [
    "GeoJSON", "GeoJSONSeq", "TopoJSON", "GPKG", "ESRI Shapefile", "FlatGeobuf", "SQLite",
    "MapInfo File", "KML", "OpenFileGDB", "PostgreSQL",
  ]
  /// Formats that hold tables. CSV is not among them: GDAL's reader is too lenient.
  public static let tableDrivers = [
    "XLSX", "ODS", "GPKG", "SQLite", "ESRI Shapefile", "PostgreSQL",
  ]

  /// A layer in `file`, shown to people as `displayName` (the file itself when left out).
  public init(
    file: String, displayName: String? = nil, layer: String? = nil, crs: String? = nil,
    encoding: String? = nil, drivers: [String] = LayerSource.boundaryDrivers,
    namedAt: [String: Place] = [:]
  ) {
    self.file = file
    self.displayName = displayName ?? file
    self.layer = layer
    self.crs = crs
    self.encoding = encoding
    self.drivers = drivers
    self.namedAt = namedAt
  }

  /// Whether `file` is the connection string of a PostGIS database.
  var isDatabase: Bool {
    file.hasPrefix("PG:") && drivers.contains("PostgreSQL")
  }

  /// Whether it is of a format whose texts may be in any code page.
  private var hasCodePage: Bool {
    let name = file.lowercased()
    return name.hasSuffix(".shp") || name.hasSuffix(".dbf")
  }

  /// The remedy for text that is not UTF-8.
  var remedyForGarbledText: String {
    hasCodePage
      ? "save the file in UTF-8, or say its code page with 'encoding', such as 'CP1252'"
      : "save the file in UTF-8"
  }

  /// What GDAL is told when it opens the source.
  ///
  /// - Throws: `Problem` where a code page is declared for a format that has none.
  func openOptions() throws -> [String] {
    guard let encoding else { return [] }
    if hasCodePage { return ["ENCODING=\(encoding)"] }
    throw Problem(
      "'encoding' is for Shapefiles and dBASE tables, and '\(displayName)' is neither",
      at: namedAt[encoding] ?? place(), remedy: "take it out")
  }

  /// What is missing, and the place that names it: in the definition where that is known.
  func missing(_ noun: String, _ name: String, at place: Place, remedy: String) -> Problem {
    guard let named = namedAt[name] else {
      return Problem("there is no \(noun) '\(name)'", at: place, remedy: remedy)
    }
    return Problem("there is no \(noun) '\(name)' in '\(displayName)'", at: named, remedy: remedy)
  }

  /// The place of something in this source, for messages.
  func place(layer: String? = nil, feature: Int64? = nil) -> Place {
    let parts = [layer.map { "layer '\($0)'" }, feature.map { "feature \($0)" }]
    let detail = parts.compactMap(\.self).joined(separator: ", ")
    return Place(file: displayName, detail: detail.isEmpty ? nil : detail)
  }
}
