extension PublishedFile {
  /// A table as comma-separated values: RFC 4180 in UTF-8, without byte order mark unless asked
  /// for, one header line, lines ended by CR LF, null as an empty cell.
  ///
  /// Reals always carry a point or an exponent. A text that a spreadsheet would run as a formula
  /// (it starts with `=`, `+`, `-`, `@`, tab or a
  /// line end) gets a leading apostrophe.
  public static func csv(
    _ path: String, of table: AtlasTable, hasByteOrderMark: Bool = false
  ) -> PublishedFile {
    var bytes: [UInt8] = hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    bytes.reserveCapacity((table.rowCount + 1) * table.fields.count * 12)
    for (column, field) in table.fields.enumerated() {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(cell: field.name)
    }
    bytes.append(text: "\r\n")
    for row in 0..<table.rowCount {
      for (column, field) in table.fields.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(cell: row, of: field.values)
      }
      bytes.append(text: "\r\n")
    }
    return PublishedFile(path: path, bytes: bytes)
  }
}

extension [UInt8] {
  fileprivate mutating func append(cell row: Int, of values: AtlasField.Values) {
    switch values {
    case .text(let texts): if let text = texts[row] { append(cell: text) }
    case .real(let reals): if let real = reals[row] { append(real: real) }
    case .integer(let integers): if let integer = integers[row] { append(text: String(integer)) }
    case .boolean(let flags): if let flag = flags[row] { append(text: flag ? "true" : "false") }
    case .date(let dates): if let date = dates[row] { append(text: date.description) }
    case .drivers(let drivers):
      if let parts = drivers[row] {
        append(cell: String(decoding: driversText(parts), as: UTF8.self))
      }
    }
  }

  fileprivate mutating func append(cell text: String) {
    var text = text
    text.withUTF8 { bytes in
      let quote = UInt8(ascii: "\"")
      let needsQuotes = bytes.isEmpty || bytes.contains(where: \.needsQuotes)
      if needsQuotes { append(quote) }
      if bytes.first?.startsFormula == true { append(UInt8(ascii: "'")) }
      if needsQuotes {
        for byte in bytes {
          if byte == quote { append(quote) }
          append(byte)
        }
        append(quote)
      } else {
        append(contentsOf: bytes)
      }
    }
  }
}

extension UInt8 {
  fileprivate var needsQuotes: Bool {
    switch self {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }

  fileprivate var startsFormula: Bool {
    switch self {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }
}
