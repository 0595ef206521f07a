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
    let limit = 50
    let statement =
      "SELECT row, name, kind FROM (\(tests.joined(separator: " UNION ALL "))) ORDER BY row LIMIT \(limit)"
    for row in try query(statement) {
      problems.add(
        "the column '\(row[1])' holds \(Self.words[row[2]] ?? row[2]) here, which is not of its kind",
        at: layer.place(feature: Int64(row[0])),
        remedy: "correct the cell, leave it NULL, or declare the column as text")
    }
    try problems.throwIfAny()
  }

  private static let words = [
    "text": "text", "blob": "bytes", "real": "a number with decimals", "integer": "a number",
  ]
}
