internal import Geography

extension AtlasTable {
  /// One row an area in layer order: code, names, indicators, indexes and hotspots on them.
  ///
  /// The names of the columns and their order are promises to whoever opens the files.
  public static func areas(of atlas: Atlas) -> AtlasTable {
    let names = atlas.languages.map { nameField(of: atlas.layer, in: $0) }
    return AtlasTable(
      name: "areas",
      description: "One row for each \(atlas.boundaries.areaWord.text(in: "en")), in code order.",
      rowCount: atlas.layer.count,
      fields: [codeField(of: atlas.layer)] + names
        + atlas.matrix.columns.flatMap(indicatorFields)
        + atlas.indexes.flatMap(indexFields)
        + atlas.indexes.flatMap(hotspotFields))
  }

  private static func codeField(of layer: AreaLayer) -> AtlasField {
    AtlasField(
      name: "area_code", title: FieldWords.code,
      description: "The area's code: text, never a number ('04' is not '4').",
      constraints: .init(isRequired: true, isUnique: true), values: .text(layer.codes))
  }

  private static func nameField(of layer: AreaLayer, in language: String) -> AtlasField {
    AtlasField(
      name: "name_\(language)", title: FieldWords.name.noting(language),
      description: "The area's name in language '\(language)'; null where none is known.",
      values: .text(layer.areas.map { $0.name[language] }))
  }
}
