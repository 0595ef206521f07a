internal import Geography

extension AtlasTable {
  /// One row for each column of `table`: name, type, unit, titles, meaning, allowed values.
  public static func dictionary(of table: AtlasTable, languages: [String]) -> AtlasTable {
    func text(_ name: String, _ description: String, _ value: (AtlasField) -> String?) -> AtlasField
    {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        values: .text(table.fields.map(value)))
    }
    let words = languages.flatMap { language in
      [
        text("title_\(language)", "What the column is called.") { $0.title.text(in: language) },
        text("unit_\(language)", "What one unit of it is.") { $0.unit?.text(in: language) },
      ]
    }
    return AtlasTable(
      name: "dictionary", description: "One row for each column of the table of areas.",
      rowCount: table.fields.count,
      fields: [
        // A column of numbers is also what lets GDAL tell the header from the rows in a workbook.
        AtlasField(
          name: "position", title: LocalizedText(["en": "position"]),
          description: "The column's place, counted from 1.",
          values: .integer(table.fields.indices.map { $0 + 1 })),
        text("field", "The column's name.", \.name),
        text("type", "string, number, integer, boolean or object.") { $0.values.typeName },
      ] + words + [
        text("description", "What it holds, and when it is null.", \.description),
        text("allowed_values", "All texts there can be, where they are few.") {
          $0.constraints.choices?.joined(separator: " | ")
        },
      ])
  }
}
