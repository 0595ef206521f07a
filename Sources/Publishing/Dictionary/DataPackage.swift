internal import Geography
internal import Indicators

extension PublishedFile {
  /// `datapackage.json`, the data dictionary by Data Package 2: every table with the type, title,
  /// unit, meaning and constraints of each column, and the terms of use of each file.
  ///
  /// What holds geometry, or is measured on it, stands under the boundaries' licence; the other
  /// tables carry the terms of their sources.
  ///
  /// - Parameters:
  ///   - atlas: what is published.
  ///   - areas: the table of areas, whose columns the map files have as properties.
  ///   - tables: the comma-separated tables by path.
  public static func dataPackage(
    of atlas: Atlas, areas: AtlasTable, tables: [(path: String, table: AtlasTable)]
  ) -> PublishedFile {
    let lead = atlas.languages.first ?? "en"
    let resources =
      tables.map { tableResource($0.path, $0.table, of: atlas, in: lead) }
      + [workbookResource(of: atlas)]
      + mapFiles.map { mapResource($0, of: atlas, areas: areas, in: lead) }
    let boundaries: JSON = [
      "title": .text("Boundaries: \(atlas.boundaries.attribution)"),
      "licence": .text(atlas.boundaries.licence),
    ]
    let document: JSON = [
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
      "name": .text(slug(atlas.pipeline)),
      "title": .text(atlas.title.text(in: lead)),
      "description": .text(
        "Areas with indicators, index and hotspots. Null is never zero: every gap has its "
          + "reason in the column '<id>_status' and in observations.csv."),
      "sources": .array([boundaries] + atlas.sources.map(\.packageSource)),
      "resources": .array(resources),
    ]
    return PublishedFile(path: "datapackage.json", bytes: document.bytes)
  }

  private struct MapFile {
    let path: String
    let mediaType: String
    var hasSchema = false
  }

  private static let mapFiles = [
    MapFile(path: "atlas.geojson", mediaType: "application/geo+json", hasSchema: true),
    MapFile(path: "atlas.gpkg", mediaType: "application/geopackage+sqlite3"),
    MapFile(path: "atlas.fgb", mediaType: "application/octet-stream"),
    MapFile(path: "atlas.topojson", mediaType: "application/json"),
  ]

  private static func tableResource(
    _ path: String, _ table: AtlasTable, of atlas: Atlas, in language: String
  ) -> JSON {
    let isMeasured = table.name == "neighbors"
    return [
      "name": .text(slug(path)),
      "path": .text(path),
      "type": "table",
      "description": .text(table.description),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "licenses": isMeasured ? [Licence(atlas.boundaries.licence).json] : sourceTerms(of: atlas),
      "schema": schema(of: table, in: language),
    ]
  }

  private static func workbookResource(of atlas: Atlas) -> JSON {
    [
      "name": "atlas.xlsx",
      "path": "atlas.xlsx",
      "type": "file",
      "description": "The table of areas, its dictionary and the sources as sheets.",
      "format": "xlsx",
      "mediatype": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "licenses": sourceTerms(of: atlas),
    ]
  }

  private static func mapResource(
    _ file: MapFile, of atlas: Atlas, areas: AtlasTable, in language: String
  ) -> JSON {
    let own: [(name: String, value: JSON)] = [
      ("name", .text(slug(file.path))),
      ("path", .text(file.path)),
      (
        "description",
        .text(areas.description + (file.hasSchema ? "" : " The same columns as atlas.geojson."))
      ),
      ("format", .text(String(file.path.drop { $0 != "." }.dropFirst()))),
      ("mediatype", .text(file.mediaType)),
      ("attribution", .text(atlas.boundaries.attribution)),
      ("licenses", [Licence(atlas.boundaries.licence).json]),
    ]
    return .object(
      own + (file.hasSchema ? [("schema", schema(of: areas, in: language))] : []))
  }

  /// The terms of all sources, each once, in order of first use.
  private static func sourceTerms(of atlas: Atlas) -> JSON {
    let terms = atlas.sources.isEmpty ? ["not stated"] : atlas.sources.map(\.licence)
    let unique = terms.enumerated().filter { !terms[..<$0].contains($1) }
    return .array(unique.map { Licence($0.element).json })
  }

  /// A name as a data package wants it: lower case, digits, points, hyphens, underscores.
  private static func slug(_ text: String) -> String {
    String(
      text.lowercased().map { character in
        character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
          ? character : "-"
      })
  }
}

extension Source {
  /// As an entry of a data package's `sources`.
  fileprivate var packageSource: JSON {
    let path = location.hasPrefix("http") ? location : nil
    let members: [(name: String, value: JSON)] = [
      ("title", .text(title)), ("id", .text(id)), ("publisher", .text(publisher)),
      ("year", .text(year)), ("location", .text(location)), ("licence", .text(licence)),
    ]
    return .object(members + (path.map { [("path", JSON.text($0))] } ?? []))
  }
}
