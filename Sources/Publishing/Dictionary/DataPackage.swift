internal import Geography
internal import Indicators

extension PublishedFile {
  /// `datapackage.json`, the data dictionary by Data Package 2: every table with the type, title,
  /// unit, meaning and constraints of each column, and the terms of use of each file.
  ///
  /// What is measured on geometry stands under the boundaries' licence, and so does what holds it
  /// where that is share-alike; else the terms of the figures stand beside it. The other tables
  /// carry the terms of their sources.
  static func dataPackage(
    of atlas: Atlas, _ tables: ReleaseTables, files: [DataFile]
  ) -> PublishedFile {
    let lead = atlas.languages.first ?? "en"
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
      "resources": .array(files.map { resource($0, of: atlas, in: lead) }),
    ]
    return PublishedFile(path: "datapackage.json", bytes: document.bytes)
  }

  private static func resource(_ file: DataFile, of atlas: Atlas, in language: String) -> JSON {
    var members: [(name: String, value: JSON)] = [
      ("name", .text(slug(file.path))),
      ("path", .text(file.path)),
      ("type", .text(file.isPlainTable ? "table" : "file")),
      ("description", .text(file.description)),
      ("format", .text(file.format)),
      ("mediatype", .text(file.mediaType)),
    ]
    if file.isPlainTable { members.append(("encoding", "utf-8")) }
    if file.terms != .sources {
      members.append(("attribution", .text(atlas.boundaries.attribution)))
    }
    members.append(("licenses", .array(atlas.licences(file.terms).map(\.json))))
    // One dictionary of the areas is enough for all map files: that of the GeoJSON properties.
    if let table = file.table, file.isPlainTable || file.format == "geojson" {
      members.append(("schema", schema(of: table, in: language)))
    }
    return .object(members)
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
    let members: [(name: String, value: JSON)] = [
      ("title", .text(title)), ("id", .text(id)), ("publisher", .text(publisher)),
      ("year", .text(year)), ("location", .text(location)), ("licence", .text(licence)),
    ]
    return .object(members + (page.map { [("path", JSON.text($0))] } ?? []))
  }

  /// The page it is found on, where its location is one.
  var page: String? { location.hasPrefix("http") ? location : nil }
}
