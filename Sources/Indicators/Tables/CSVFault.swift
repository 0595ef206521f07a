/// A violation of RFC 4180 or of a limit, at a byte of the text.
struct CSVFault: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case ragged(cells: Int), emptyLine
    case unclosedQuote, textAfterQuote, quoteInBareCell, bareCarriageReturn
    case control(UInt8)
    case longCell, manyColumns, manyCells
  }

  var kind: Kind
  var offset: Int

  /// What is wrong and what to do about it, for a table of `columns` columns.
  func message(columns: Int, limits: TableLimits) -> (what: String, remedy: String) {
    switch kind {
    case .ragged(let cells) where cells > columns:
      (
        "the row has \(count(cells, "cell")) where the header has \(columns)",
        "remove what is too many, or quote the cell that holds a comma"
      )
    case .ragged(let cells):
      (
        "the row has \(count(cells, "cell")) where the header has \(columns)",
        "add what is missing; an empty cell still needs its comma"
      )
    case .emptyLine: ("the line is empty", "remove it")
    case .unclosedQuote:
      ("a quote opens here and never closes", "close the cell with a '\"'")
    case .textAfterQuote:
      (
        "text follows the closing quote of a cell",
        "put the whole cell in quotes, and write a quote in it as '\"\"'"
      )
    case .quoteInBareCell:
      (
        "a quote stands inside a cell that does not begin with one",
        "put the whole cell in quotes, and write a quote in it as '\"\"'"
      )
    case .bareCarriageReturn:
      (
        "a carriage return stands without a line feed",
        "end lines with LF or CR LF (old Macintosh files have CR alone)"
      )
    case .control(0):
      (
        "a NUL byte stands in the text",
        "save the file as CSV in UTF-8; this may be UTF-16 or binary"
      )
    case .control(let byte):
      (
        "the control character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
          + " stands in the text", "remove it"
      )
    case .longCell:
      (
        "a cell is longer than \(limits.cellBytes) bytes",
        "check for a missing quote or line end; the file was not read further"
      )
    case .manyCells:
      (
        "the table has more than \(limits.cells) cells",
        "leave out rows and columns that nothing reads; the file was not read further"
      )
    case .manyColumns:
      (
        "the header has more than \(limits.columns) columns",
        "check for a missing line end; the file was not read further"
      )
    }
  }
}

/// `1 cell`, `3 cells`.
func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
