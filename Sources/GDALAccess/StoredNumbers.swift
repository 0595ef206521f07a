import CGDAL
import Diagnostics

// SQLite keeps any value in any column: GDAL makes 0 of 'n/a' and 1 of '1,5'. What stands there is
// therefore looked at before GDAL reads it.

extension Dataset {
  /// Refuses cells of a SQLite or GeoPackage table that are not of their column's kind.
  ///
  /// - Throws: `Problems`, one a cell.
  func refuseOtherValues(in layer: borrowing Layer) throws {
    guard ["SQLite", "GPKG"].contains(driver) else { return }
    let tests = layer.columns.compactMap { column -> String? in
      let kinds: String
      switch column.type {
      case OFTReal: kinds = "'real', 'integer', 'null'"
      case OFTInteger, OFTInteger64: kinds = "'integer', 'null'"
      case OFTString, OFTDate, OFTDateTime: kinds = "'text', 'integer', 'real', 'null'"
      default: return nil
      }
      let name = sqlName(column.name)
      return "SELECT rowid AS row, \(sqlText(column.name)) AS name, typeof(\(name)) AS kind "
        + "FROM \(sqlName(layer.name)) WHERE typeof(\(name)) NOT IN (\(kinds))"
    }
    guard !tests.isEmpty else { return }
    var problems = Problems()
    for row in try firstRows(of: tests) {
      problems.add(
        "the column '\(row[1])' holds \(Self.words[row[2]] ?? row[2]) here, which is not of its kind",
        at: layer.place(feature: Int64(row[0])),
        remedy: "correct the cell, leave it NULL, or declare the column as text")
    }
    try problems.throwIfAny()
  }

  /// Refuses texts with a NUL in them: GDAL reads them only up to there.
  ///
  /// - Throws: `Problems`, one a cell.
  func refuseCutTexts(in layer: borrowing Layer) throws {
    guard ["SQLite", "GPKG"].contains(driver), !layer.columns.isEmpty else { return }
    let tests = layer.columns.map { column in
      let name = sqlName(column.name)
      return "SELECT rowid AS row, \(sqlText(column.name)) AS name, 'text' AS kind "
        + "FROM \(sqlName(layer.name)) WHERE instr(\(name), char(0)) > 0 "
        + "AND typeof(\(name)) = 'text'"
    }
    var problems = Problems()
    for row in try firstRows(of: tests) {
      problems.add(
        "the text in column '\(row[1])' has a NUL in it, where programs may cut it off",
        at: layer.place(feature: Int64(row[0])), remedy: "take it out")
    }
    try problems.throwIfAny()
  }

  /// SQLite takes no more than 500 tests in one statement.
  private func firstRows(of tests: [String]) throws -> [[String]] {
    try stride(from: 0, to: tests.count, by: 100).flatMap { start in
      let some = tests[start..<min(start + 100, tests.count)].joined(separator: " UNION ALL ")
      return try query("SELECT row, name, kind FROM (\(some)) ORDER BY row LIMIT 50")
    }
  }

  private static let words = [
    "text": "text", "blob": "bytes", "real": "a number with decimals", "integer": "a number",
  ]
}
