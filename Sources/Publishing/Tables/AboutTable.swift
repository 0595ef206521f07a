internal import Geography

extension AtlasTable {
  /// One row on the atlas itself: title, date, and on what terms it may be used.
  public static func about(_ atlas: Atlas) -> AtlasTable {
    func field(_ name: String, _ description: String, _ values: AtlasField.Values) -> AtlasField {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description, values: values)
    }
    let titles = atlas.languages.map { language in
      field(
        "title_\(language)", "What the atlas is called.",
        .text([atlas.title.text(in: language)]))
    }
    return AtlasTable(
      name: "about", description: "One row on the atlas.", rowCount: 1,
      fields: [field("pipeline", "File stem of the definition.", .text([atlas.pipeline]))] + titles
        + [
          field(
            "as_of", "The day that the figures are as of; null where it is not declared.",
            .date([atlas.asOf.flatMap(CalendarDate.init)])),
          field("areas", "How many areas there are.", .integer([atlas.layer.count])),
          field(
            "boundaries", "Who is to be credited for the boundaries.",
            .text([atlas.boundaries.attribution])),
          field(
            "boundaries_licence", "Licence of the boundaries, and of every file that holds them.",
            .text([atlas.boundaries.licence])),
          field(
            "tables_terms", "Terms of the sources, which the tables without geometry stand under.",
            .text([atlas.sourceTerms.joined(separator: "; ")])),
        ])
  }
}

extension Atlas {
  /// The terms of all sources, each once, in order of first use.
  var sourceTerms: [String] {
    let terms = sources.isEmpty ? ["not stated"] : sources.map(\.licence)
    return terms.enumerated().filter { !terms[..<$0.offset].contains($0.element) }.map(\.element)
  }
}
