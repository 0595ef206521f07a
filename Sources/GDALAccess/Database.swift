import CGDAL
public import Diagnostics

/// A PostGIS database that is written to.
public struct Database: Sendable, Hashable {
  private let connection: String

  /// The database of a `PG:` connection text, which may hold a password and is never shown.
  public init(connection: String) {
    self.connection = connection
  }

  /// Runs statements of SQL, one after the other, in one go.
  ///
  /// - Parameter place: where the definition names the database.
  /// - Throws: `Problem` with what the server says; what a script began and did not commit is
  ///   then undone.
  public func run(_ script: String, at place: Place? = nil) throws {
    try quietly {
      let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE | GDAL_OF_VERBOSE_ERROR)
      // Without the list of its tables the server is asked nothing before the script.
      let opened = withConfiguration("PG_LIST_ALL_TABLES", "NO") {
        withOptions(["PostgreSQL"]) { drivers in
          drivers.withMemoryRebound { GDALOpenEx(connection, flags, $0, nil, nil) }
        }
      }
      guard let opened else {
        throw Problem(
          "the database cannot be opened: '\(said)'", at: place,
          remedy: "check that the server runs, and what stands behind 'PG:'")
      }
      defer { GDALClose(opened) }
      CPLErrorReset()
      let result = GDALDatasetExecuteSQL(opened, script, nil, nil)
      if let result { GDALDatasetReleaseResultSet(opened, result) }
      if CPLGetLastErrorType().rawValue >= CE_Failure.rawValue {
        throw Problem(
          "the database refuses: '\(said)'", at: place,
          remedy: "check that it has PostGIS, that its user may write into the schema, and that "
            + "no tables or views of others are in the way")
      }
    }
  }

  /// The server's words on one line, without the statement that it repeats and the password.
  private var said: String {
    let lines = lastMessage(without: connection).split(separator: "\n")
      .filter { !$0.hasPrefix("PQconnectdb failed") }
    let own = lines.first { $0.contains("ERROR") || $0.contains("FATAL") } ?? lines.first ?? ""
    let plain = own.replacing(connection, with: "…").trimmingPrefix { $0 == " " }.description
    return Secret(in: connection).removed(from: plain)
  }
}
