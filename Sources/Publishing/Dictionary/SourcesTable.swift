internal import Geography
internal import Indicators

extension AtlasTable {
  /// One row for each source that something published refers to, in order of first use.
  public static func sources(of atlas: Atlas) -> AtlasTable {
    func text(_ name: String, _ description: String, _ value: (Source) -> String) -> AtlasField {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        values: .text(atlas.sources.map(value)))
    }
    return AtlasTable(
      name: "sources", description: "One row for each source of figures.",
      rowCount: atlas.sources.count,
      fields: [
        AtlasField(
          name: "position", title: LocalizedText(["en": "position"]),
          description: "In order of first use, counted from 1.",
          values: .integer(atlas.sources.indices.map { $0 + 1 })),
        text("source", "The name that indicators use for it.", \.id),
        text("title", "Title of the publication.", \.title),
        text("publisher", "Who published it.", \.publisher),
        text("year", "Year of publication as printed.", \.year),
        text("location", "Where in it, or where to find it.", \.location),
        text("licence", "Licence or terms of use.", \.licence),
      ])
  }
}

extension Source {
  /// All that is known of it, in the order of the table of sources.
  var json: JSON {
    [
      "id": .text(id), "title": .text(title), "publisher": .text(publisher), "year": .text(year),
      "location": .text(location), "licence": .text(licence),
    ]
  }
}
