internal import Geography
public import Indicators

extension AtlasTable {
  /// One row for each table row, and for each area that met none, in the order of the report.
  public static func joinReport(_ report: JoinReport) -> AtlasTable {
    func text(_ name: String, _ description: String, _ value: (JoinReport.Row) -> String?)
      -> AtlasField
    {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        values: .text(report.rows.map { value($0).flatMap { $0.isEmpty ? nil : $0 } }))
    }
    return AtlasTable(
      name: "join_report",
      description: "One row for each table row, and for each area that met none.",
      rowCount: report.rows.count,
      fields: [
        text("file", "The table's file.", \.file),
        AtlasField(
          name: "line", title: LocalizedText(["en": "line"]),
          description: "Line, sheet row or feature; null for an area that met no row.",
          values: .integer(report.rows.map(\.line))),
        text("indicator", "The indicator as the table names it.", \.indicator),
        text("area", "The area as the table writes it.", \.area),
        text("area_code", "Code of the area that was met, or that met none.", \.areaCode),
        text("rule", "How they met.", \.rule?.rawValue),
        text("outcome", "What became of the row.", \.outcome.rawValue),
        text("reason", "Why; null where there is nothing to say.", \.reason),
        text(
          "suggestions", "What may have been meant, best first, apart by ' | '; never applied."
        ) { $0.suggestions.joined(separator: " | ") },
      ])
  }
}
