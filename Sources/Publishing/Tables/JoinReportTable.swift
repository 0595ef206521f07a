internal import Geography

extension AtlasTable {
  /// The columns of `join-report.csv` for the data dictionary; the join itself writes the rows.
  public static var joinReportColumns: AtlasTable {
    func field(_ name: String, _ description: String, _ values: AtlasField.Values = .text([]))
      -> AtlasField
    {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description, values: values)
    }
    return AtlasTable(
      name: "join_report",
      description: "One row for each table row, and for each area that met none.",
      rowCount: 0,
      fields: [
        field("file", "The table's file."),
        field(
          "line", "Line, sheet row or feature; null for an area that met no row.", .integer([])),
        field("indicator", "The indicator as the table names it."),
        field("area", "The area as the table writes it."),
        field("area_code", "Code of the area that was met, or that met none."),
        field("rule", "How they met."),
        field("outcome", "What became of the row."),
        field("reason", "Why; null where there is nothing to say."),
        field(
          "suggestions", "What may have been meant, best first, apart by ' | '; never applied."),
      ])
  }
}
