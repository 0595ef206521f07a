internal import Geography
internal import Indicators

extension PublishedFile {
  /// `catalogue.jsonld`: the release as catalogues and search engines read it, in the words of
  /// schema.org and DCAT 3 at once: title, terms, place, variables with their units, sources, and
  /// every file with its own licence.
  static func catalogue(
    of atlas: Atlas, layer: AreaLayer, areas: AtlasTable, files: [DataFile]
  ) -> PublishedFile {
    let lead = atlas.languages.first ?? "en"
    let variables = areas.fields.filter { $0.unit != nil }.map { $0.variable(in: lead) }
    var members: [(name: String, value: JSON)] = [
      ("@context", context),
      ("@id", "#atlas"),
      ("@type", ["Dataset", "dcat:Dataset"]),
      ("name", atlas.title.json(in: atlas.languages)),
      ("dct:title", atlas.title.json(in: atlas.languages)),
      ("description", .text(areas.description)),
      ("inLanguage", .array(atlas.languages.map(JSON.text))),
    ]
    if let years = atlas.years { members.append(("temporalCoverage", .text(years))) }
    if let date = atlas.asOf { members.append(("dateModified", .text(date))) }
    if let extent = Extent(published: layer.areas.lazy.flatMap(\.polygons)) {
      members.append(("spatialCoverage", place(extent)))
    }
    members += [
      ("creditText", .text(atlas.boundaries.attribution)),
      ("license", .array(atlas.licences(.both).map(\.linked))),
      ("variableMeasured", .array(variables)),
      ("isBasedOn", .array(atlas.sources.map(\.creativeWork))),
      ("distribution", .array(files.map { $0.download(of: atlas) })),
      ("dcat:distribution", .array(files.map { ["@id": .text("#\($0.path)")] })),
    ]
    return PublishedFile(path: "catalogue.jsonld", bytes: JSON.object(members).bytes)
  }

  private static let context: JSON = [
    "@vocab": "https://schema.org/", "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
  ]

  private static func place(_ extent: Extent) -> JSON {
    let east = extent.maximum.x > 180 ? extent.maximum.x - 360 : extent.maximum.x
    let corners = [extent.minimum.y, extent.minimum.x, extent.maximum.y, east].map {
      ($0 * 1e7).rounded() / 1e7
    }
    return [
      "@type": "Place",
      "geo": [
        "@type": "GeoShape",
        // South, west, north, east, as schema.org wants it.
        "box": .text(corners.map(\.description).joined(separator: " ")),
      ],
    ]
  }
}

extension Atlas {
  /// The years that figures are from, `2011/2024` as ISO 8601 writes a span; nil where no period
  /// names one.
  fileprivate var years: String? {
    let periods = Set(
      matrix.columns.flatMap { column in
        [column.indicator.period] + column.cells.compactMap(\.period)
      })
    let first = periods.compactMap { $0.firstMatch(of: /[0-9]{4}/).flatMap { Int($0.output) } }
    let last = periods.compactMap(Evidence.lastYear)
    guard let first = first.min(), let last = last.max() else { return nil }
    return first == last ? String(last) : "\(first)/\(last)"
  }
}

extension LocalizedText {
  fileprivate func json(in languages: [String]) -> JSON {
    .array(languages.map { ["@language": .text($0), "@value": .text(text(in: $0))] })
  }
}

extension AtlasField {
  fileprivate func variable(in language: String) -> JSON {
    [
      "@type": "PropertyValue", "propertyID": .text(name), "name": .text(title.text(in: language)),
      "unitText": .text(unit?.text(in: language) ?? ""), "description": .text(description),
    ]
  }
}

extension Licence {
  /// The page of the terms, or their words where they have none.
  fileprivate var linked: JSON { .text(page ?? title) }

  /// The same as DCAT wants it: a page is a thing of its own.
  fileprivate var resource: JSON { page.map { ["@id": .text($0)] } ?? .text(title) }
}

extension Source {
  fileprivate var creativeWork: JSON {
    let members: [(name: String, value: JSON)] = [
      ("@type", "CreativeWork"), ("identifier", .text(id)), ("name", .text(title)),
      ("publisher", ["@type": "Organization", "name": .text(publisher)]),
      ("license", Licence(licence).linked),
    ]
    // Of no date, as 'n.d.' says, nothing is told.
    let date = year.wholeMatch(of: /[0-9]{4}/) == nil ? [] : [("datePublished", JSON.text(year))]
    return .object(members + date + (page.map { [("url", JSON.text($0))] } ?? []))
  }
}

extension DataFile {
  fileprivate func download(of atlas: Atlas) -> JSON {
    [
      "@id": .text("#\(path)"), "@type": ["DataDownload", "dcat:Distribution"],
      "name": .text(path), "contentUrl": .text(path), "encodingFormat": .text(mediaType),
      "description": .text(description),
      "license": .array(atlas.licences(terms).map(\.linked)),
      "dcat:downloadURL": ["@id": .text(path)], "dcat:mediaType": .text(mediaType),
      "dct:license": .array(atlas.licences(terms).map(\.resource)),
    ]
  }
}
