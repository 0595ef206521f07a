/// A table as the XML of one sheet: a frozen header row, then one row a row.
func worksheet(of table: AtlasTable) -> [UInt8] {
  let columns = table.fields.indices.map(columnLetters)
  var xml: [UInt8] = []
  xml.reserveCapacity((table.rowCount + 1) * table.fields.count * 48 + 1024)
  xml.append(text: opening)
  xml.append(text: "<row r=\"1\">")
  for (column, field) in table.fields.enumerated() {
    xml.append(textCell: field.name, at: columns[column] + "1", style: 2)
  }
  xml.append(text: "</row>")
  for row in 0..<table.rowCount {
    let number = String(row + 2)
    xml.append(text: "<row r=\"\(number)\">")
    for (column, field) in table.fields.enumerated() {
      xml.append(row: row, of: field.values, at: columns[column] + number)
    }
    xml.append(text: "</row>")
  }
  xml.append(text: "</sheetData></worksheet>")
  return xml
}

private let opening =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
  + "<sheetViews><sheetView workbookViewId=\"0\">"
  + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
  + "</sheetView></sheetViews><sheetData>"

/// A column's letters: 0 is `A`, 26 is `AA`.
func columnLetters(_ column: Int) -> String {
  let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
  return column < 26 ? letter : columnLetters(column / 26 - 1) + letter
}

extension [UInt8] {
  fileprivate mutating func append(row: Int, of values: AtlasField.Values, at cell: String) {
    switch values {
    case .text(let texts): if let text = texts[row] { append(textCell: text, at: cell, style: 1) }
    case .real(let reals):
      if let real = reals[row] {
        append(text: "<c r=\"\(cell)\"><v>")
        append(real: real)
        append(text: "</v></c>")
      }
    case .integer(let integers):
      if let integer = integers[row] { append(text: "<c r=\"\(cell)\"><v>\(integer)</v></c>") }
    case .boolean(let flags):
      if let flag = flags[row] {
        append(text: "<c r=\"\(cell)\" t=\"b\"><v>\(flag ? 1 : 0)</v></c>")
      }
    case .date(let dates):
      if let date = dates[row] {
        append(text: "<c r=\"\(cell)\" s=\"3\"><v>\(date.serialNumber)</v></c>")
      }
    case .drivers(let drivers):
      if let parts = drivers[row] {
        let text = String(decoding: driversText(parts), as: UTF8.self)
        append(textCell: text, at: cell, style: 1)
      }
    }
  }

  fileprivate mutating func append(textCell text: String, at cell: String, style: Int) {
    append(text: "<c r=\"\(cell)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    append(cellText: text)
    append(text: "</t></is></c>")
  }

  /// Escapes markup, and as `_x0001_` what XML can't hold or would change on reading. A text that
  /// already looks like such an escape gets its underscore escaped (ECMA-376, 22.9.2.19).
  private mutating func append(cellText text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": append(text: "&lt;")
      case ">": append(text: "&gt;")
      case "&": append(text: "&amp;")
      case "_": append(text: text.contains("_x") ? "_x005F_" : "_")
      case "\n", "\t": append(UInt8(scalar.value))
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        append(text: "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_")
      default: append(text: String(scalar))
      }
    }
  }
}
