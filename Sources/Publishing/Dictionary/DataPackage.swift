internal import Geography
internal import Indicators

extension PublishedFile {
  /// `datapackage.json`, the data dictionary by Data Package 2: every table with the type, title,
  /// unit, meaning and constraints of each column, and the terms of use of each file.
  ///
  /// The boundaries' licence stands on every file that holds geometry; tables without geometry
  /// carry the terms of their sources.
  ///
  /// - Parameters:
  ///   - atlas: what is published.
  ///   - tables: the tables by path; the table of areas is the one named `areas`.
  public static func dataPackage(
    of atlas: Atlas, tables: [(path: String, table: AtlasTable)]
  ) -> PublishedFile {
    let lead = atlas.languages.first ?? "en"
    let areas = tables.first { $0.table.name == "areas" }?.table
    let geometry = Licence(atlas.boundaries.licence)
    let resources =
      tables.map { resource($0.path, $0.table, in: lead) }
      + geometryFiles.map { file in
        geometryResource(file, licence: geometry, atlas, areas, in: lead)
      }
    let document: JSON = [
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
      "name": .text(slug(atlas.pipeline)),
      "title": .text(atlas.title.text(in: lead)),
      "description": .text(
        "Areas with indicators, index and hotspots. Null is never zero: every gap has its "
          + "reason in the column '<id>_status' and in observations.csv."),
      "licenses": [geometry.json],
      "attribution": .text(atlas.boundaries.attribution),
      "sources": .array(
        [
          [
            "title": .text(atlas.boundaries.attribution),
            "licence": .text(atlas.boundaries.licence),
          ]
        ]
          + atlas.sources.map(\.packageSource)),
      "resources": .array(resources),
    ]
    return PublishedFile(path: "datapackage.json", bytes: document.bytes)
  }

  private static let geometryFiles = [
    (path: "atlas.geojson", format: "geojson", mediaType: "application/geo+json"),
    (path: "atlas.topojson", format: "topojson", mediaType: "application/json"),
    (path: "atlas.gpkg", format: "gpkg", mediaType: "application/geopackage+sqlite3"),
    (path: "atlas.fgb", format: "fgb", mediaType: "application/octet-stream"),
  ]

  private static func resource(_ path: String, _ table: AtlasTable, in language: String) -> JSON {
    [
      "name": .text(slug(path)),
      "path": .text(path),
      "type": "table",
      "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
      "description": .text(table.description),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "dialect": ["delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\""],
      "schema": schema(of: table, in: language),
    ]
  }

  private static func geometryResource(
    _ file: (path: String, format: String, mediaType: String), licence: Licence, _ atlas: Atlas,
    _ table: AtlasTable?, in language: String
  ) -> JSON {
    [
      "name": .text(slug(file.path)),
      "path": .text(file.path),
      "format": .text(file.format),
      "mediatype": .text(file.mediaType),
      "attribution": .text(atlas.boundaries.attribution),
      "licenses": [licence.json],
      "schema": table.map { schema(of: $0, in: language) } ?? .null,
    ]
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
