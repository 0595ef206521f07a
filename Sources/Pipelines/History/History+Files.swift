import GDALAccess
import Geography
import Indicators
import Publishing

extension History {
  /// The name of the file that the next release carries on.
  static let path = "history.csv"

  /// `history.csv` with the types of its columns beside it, and the same rows as `history.gpkg`
  /// for whoever asks in SQL.
  ///
  /// - Throws: `Problem` with what GDAL says.
  func files(_ options: FileOptions) throws -> [PublishedFile] {
    let table = table
    let store = try FeatureTable.geoPackage([FeatureTable(table, language: "en")])
    return [
      .csv(History.path, of: table, hasByteOrderMark: options.csvHasByteOrderMark),
      .csvTypes(History.path, of: table), PublishedFile(path: "history.gpkg", bytes: store),
    ]
  }

  /// One row a statement that is no longer made. Its columns are the same whatever is past.
  var table: AtlasTable {
    func text(_ name: String, _ description: String, _ value: (Entry) -> String) -> AtlasField {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        values: .text(entries.map { value($0).isEmpty ? nil : value($0) }))
    }
    var status = text("status", "Its status.", \.statement.status.rawValue)
    status.constraints.choices = Status.allCases.map(\.rawValue)
    return AtlasTable(
      name: "history",
      description: "One row for each statement of an earlier release that is no longer made.",
      rowCount: entries.count,
      fields: [
        text("until_release", "The last release that said so.", \.release),
        text("area_code", "Code of the area.", \.area),
        text("property", "The column of atlas.csv.", \.property),
        AtlasField(
          name: "value", title: LocalizedText(["en": "value"]),
          description: "The value; null where there was none or it is withheld.",
          values: .real(entries.map(\.statement.value))),
        status,
        text("period", "Its period; null for a score.", \.statement.period),
        text("unit", "Its unit; null for a score.", \.statement.unit),
        text("outline", "A digest of the outline that it was said of.", \.statement.outline),
      ])
  }

  /// Reads `history.csv`.
  ///
  /// - Throws: `Problem` or `Problems` where it is no such table.
  init(csv bytes: [UInt8]) throws {
    var reader = CSVReader(file: History.path)
    try reader.append(bytes)
    let table = try reader.finish()
    entries = (0..<table.rowCount).compactMap { row in
      func text(_ name: String) -> String {
        table.column(name).map { table.text(row: row, column: $0) } ?? ""
      }
      guard let status = Status(rawValue: text("status")) else { return nil }
      return Entry(
        release: text("until_release"), area: text("area_code"), property: text("property"),
        statement: Statement(
          value: status.hasValue ? Double(text("value")) : nil, status: status,
          period: text("period"), unit: text("unit"), outline: text("outline")))
    }
  }
}
