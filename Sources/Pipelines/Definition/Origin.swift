import Diagnostics

/// Where boundaries or figures are: a file of the project, or a PostGIS connection that the
/// definition names outright.
enum Origin {
  /// Any file GDAL reads, or CSV.
  case file(InputFile)
  /// A connection text starting with `PG:`.
  case database(Placed<String>)

  /// - Parameter mayBeMissing: leaves a missing file to the run.
  init?(_ section: Section, project: Project, mayBeMissing: Bool = false) {
    let database = section.placedText("database")
    if let database, section.has("file") {
      section.log.add(
        "both 'file' and 'database' are given", at: database.place, remedy: "keep one of them")
    }
    if let database {
      guard database.value.hasPrefix("PG:") else {
        section.log.add(
          "this is no PostGIS connection ('\(section.shown("database"))')", at: database.place,
          remedy: "write 'PG:dbname=… host=…'; other databases are given as 'file'")
        return nil
      }
      self = .database(database)
    } else if let file = section.file(
      "file", of: project, required: true, mayBeMissing: mayBeMissing)
    {
      self = .file(file)
    } else {
      return nil
    }
  }

  /// What GDAL opens.
  var path: String {
    switch self {
    case .file(let file): file.url.path
    case .database(let connection): connection.value
    }
  }

  /// As messages, pages and manifests name it; a connection text may hold a password and is
  /// never shown.
  var name: String {
    switch self {
    case .file(let file): file.name
    case .database: "the database"
    }
  }

  /// The file, where it is one.
  var file: InputFile? {
    if case .file(let file) = self { file } else { nil }
  }
}
