import Diagnostics
import Foundation

// GDAL makes 1 of TRUE in a column that holds anything else, and a figure of that 1. Which cells
// hold truth values is therefore read from the sheet itself.

/// The cells of an Excel sheet that hold truth values.
struct TruthValues {
  /// A cell by its row, from 1, and its column, from 0.
  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  private var cells: Set<Cell> = []

  /// None.
  init() {}

  /// Those `<c r="B7" t="b">` of the XML of a sheet.
  init(sheet data: Data) {
    let mark = Data("t=\"b\"".utf8)
    var rest = data.startIndex..<data.endIndex
    while let found = data.range(of: mark, in: rest) {
      rest = found.upperBound..<data.endIndex
      guard
        let start = data[..<found.lowerBound].lastIndex(of: UInt8(ascii: "<")),
        let end = data[found.upperBound...].firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      let tag = String(decoding: data[start..<end], as: UTF8.self)
      guard tag.hasPrefix("<c "), let match = tag.firstMatch(of: /\br="([A-Z]{1,3})([0-9]{1,7})"/),
        let row = Int(match.2)
      else { continue }
      let column = match.1.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
      cells.insert(Cell(row: row, column: column - 1))
    }
  }

  /// Whether the cell holds one.
  func contains(row: Int, column: Int) -> Bool {
    !cells.isEmpty && cells.contains(Cell(row: row, column: column))
  }
}
