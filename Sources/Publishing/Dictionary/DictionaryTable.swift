internal import Geography

extension AtlasTable {
  /// One row for each column of the tables: name, type, unit, titles, meaning, allowed values.
  public static func dictionary(of tables: [AtlasTable], languages: [String]) -> AtlasTable {
    let fields = tables.flatMap(\.fields)
    func text(_ name: String, _ description: String, _ values: [String?]) -> AtlasField {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        values: .text(values))
    }
    let words = languages.flatMap { language in
      [
        text(
          "title_\(language)", "What the column is called.",
          fields.map { $0.title.text(in: language) }),
        text(
          "unit_\(language)", "What one unit of it is.",
          fields.map { $0.unit?.text(in: language) }),
      ]
    }
    return AtlasTable(
      name: "dictionary", description: "One row for each column of each table.",
      rowCount: fields.count,
      fields: [
        // A column of numbers is also what lets GDAL tell the header from the rows in a workbook.
        AtlasField(
          name: "position", title: LocalizedText(["en": "position"]),
          description: "The column's place in its table, counted from 1.",
          values: .integer(tables.flatMap { $0.fields.indices.map { $0 + 1 } })),
        text("field", "The column's name.", fields.map(\.name)),
        text(
          "type", "string, number, integer, boolean, date or object.",
          fields.map(\.values.typeName)),
      ] + words + [
        text("description", "What it holds, and when it is null.", fields.map(\.description)),
        text(
          "allowed_values", "All texts there can be, where they are few.",
          fields.map { $0.constraints.choices?.joined(separator: " | ") }),
        text(
          "table_name", "The table that the column is in: areas, observations and so on.",
          tables.flatMap { table in table.fields.map { _ in table.name } }),
      ])
  }
}
