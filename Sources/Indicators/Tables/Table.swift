public import Diagnostics

/// A header and rows of text cells, as strictly read from a file, with the place of each cell.
///
/// Rows are counted from 0, without the header; every row has as many cells as the header.
/// Cells are text until somebody asks for a number: `04` stays `04`, and an empty cell is
/// the empty text.
public struct Table: Sendable, Hashable {
  /// Where the rows stand in the file.
  public enum Origin: Sendable, Hashable {
    /// Lines of a text file; places are `file:line:column`.
    case lines
    /// Rows of a spreadsheet; `rows` holds the row number of each row, from 1.
    case sheet(String, rows: [Int])
    /// Features of a layer or database table; `features` holds the identifier of each row.
    case layer(String, features: [Int])
  }

  /// The file as the definition names it.
  public let file: String
  /// The column names in order; none is empty and none stands twice.
  public let header: [String]
  /// Where the rows stand.
  public let origin: Origin
  private let bytes: [UInt8]
  /// Where the cells of each record begin, the header first, and one byte past its end: see
  /// `CSVScanner.starts`.
  private let starts: [UInt32]
  private let lines: [UInt32]

  /// The header and rows that a scanner found in `bytes`; the first record is the header.
  init(file: String, header: [String], bytes: [UInt8], starts: [UInt32], lines: [UInt32]) {
    self.file = file
    self.header = header
    self.origin = .lines
    self.bytes = bytes
    self.starts = starts
    self.lines = lines
  }

  /// A table of rows that were read elsewhere: a spreadsheet, a database.
  ///
  /// - Parameters:
  ///   - rows: one array of texts a row, as long as the header.
  ///   - origin: the place of each row; its list is as long as `rows`.
  /// - Throws: `Problems` for an empty or repeated column name, a ragged row, text that CSV must
  ///   not have either, or what exceeds the limits.
  public init(
    file: String, header: [String], rows: [[String]], origin: Origin,
    limits: TableLimits = TableLimits()
  ) throws {
    var problems = ProblemList(limit: limits.problems)
    let place = Place(file: file, detail: origin.container)
    let headerPlace = Place(file: file, detail: origin.detail(row: -1))
    if case .sheet = origin, header.count(where: { !$0.isEmpty }) == 1,
      let widest = rows.map({ $0.count { !$0.isEmpty } }).max(), widest > 1
    {
      throw Problem(
        "the first row has 1 cell and others have \(widest)", at: headerPlace,
        remedy: "remove the title above the header")
    }
    checkHeader(header, at: { _ in headerPlace }, in: &problems)
    var bytes: [UInt8] = []
    var starts: [UInt32] = []
    for (number, row) in ([header] + rows).enumerated() {
      if row.count != header.count {
        problems.add(
          "the row has \(row.count) cells where the header has \(header.count)",
          at: Place(file: file, detail: origin.detail(row: number - 1)),
          remedy: "give every row one cell a column")
        continue
      }
      for (column, text) in row.enumerated() {
        if let fault = limits.fault(of: text) {
          problems.add(
            fault.what,
            at: Place(file: file, detail: origin.detail(row: number - 1, column: header[column])),
            remedy: fault.remedy)
        }
        starts.append(UInt32(bytes.count))
        if text.utf8.contains(Ascii.quote) {
          bytes.append(Ascii.quote)
          for byte in text.utf8 {
            if byte == Ascii.quote { bytes.append(byte) }
            bytes.append(byte)
          }
          bytes.append(Ascii.quote)
        } else {
          bytes.append(contentsOf: text.utf8)
        }
        bytes.append(Ascii.comma)
      }
      starts.append(UInt32(bytes.count))
      if starts.count > limits.cells || bytes.count > limits.bytes {
        throw Problem(
          "the table has more than \(limits.cells) cells or \(limits.bytes) bytes", at: place,
          remedy: "leave out rows and columns that nothing reads")
      }
    }
    if var damage = bytes.withUnsafeBufferPointer({ TextDamage.first(in: $0) }) {
      if !limits.quotesCells { damage = damage.untold }
      let cell = starts.partitionPoint { $0 <= damage.offset } - 1
      let (record, column) = cell.quotientAndRemainder(dividingBy: header.count + 1)
      problems.add(
        damage.what,
        at: Place(file: file, detail: origin.detail(row: record - 1, column: header[column])),
        remedy: damage.remedy)
    }
    try problems.throwIfAny(in: file)
    self.file = file
    self.header = header
    self.origin = origin
    self.bytes = bytes
    self.starts = starts
    self.lines = (0...rows.count).map { UInt32($0 + 1) }
  }

  /// Whether the other table holds the same texts in the same order, wherever they stand.
  func hasTexts(of other: Table) -> Bool { header == other.header && bytes == other.bytes }

  /// How many rows, the header not counted.
  public var rowCount: Int { max(1, starts.count / (header.count + 1)) - 1 }

  /// The bytes of a cell as they stand, quotes included, without the separator; record 0 is the
  /// header.
  private func range(record: Int, column: Int) -> Range<Int> {
    let first = record * (header.count + 1) + column
    return Int(starts[first])..<Int(starts[first + 1]) - 1
  }

  /// The number that people find the row by: its line, its sheet row or its feature identifier.
  public func number(ofRow row: Int) -> Int {
    switch origin {
    case .lines: Int(lines[row + 1])
    case .sheet(_, let rows): rows.indices.contains(row) ? rows[row] : row + 1
    case .layer(_, let features): features.indices.contains(row) ? features[row] : row
    }
  }

  /// The row as messages name it: `line 7`, `row 7` of a sheet, `feature 7` of a layer.
  func label(ofRow row: Int) -> String {
    switch origin {
    case .lines: "line \(number(ofRow: row))"
    case .sheet: "row \(number(ofRow: row))"
    case .layer: "feature \(number(ofRow: row))"
    }
  }

  /// The text of a cell, without quotes.
  public func text(row: Int, column: Int) -> String {
    let raw = bytes[range(record: row + 1, column: column)]
    guard raw.first == Ascii.quote else { return String(decoding: raw, as: UTF8.self) }
    let inner = raw.dropFirst().dropLast()
    guard inner.contains(Ascii.quote) else { return String(decoding: inner, as: UTF8.self) }
    var unescaped: [UInt8] = []
    var afterQuote = false
    for byte in inner {
      afterQuote = byte == Ascii.quote && !afterQuote
      if !afterQuote { unescaped.append(byte) }
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// The number of the column of that name, or nil.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// Where the header begins.
  var headerPlace: Place {
    origin == .lines ? Place(file: file, line: 1, column: 1) : place(row: -1)
  }

  /// The place of a cell, or of a row where no column is given; row −1 is the header.
  ///
  /// Columns of text files are counted in Unicode scalars from 1.
  public func place(row: Int, column: Int? = nil) -> Place {
    guard origin == .lines else {
      return Place(file: file, detail: origin.detail(row: row, column: column.map { header[$0] }))
    }
    let record = row + 1
    var line = Int(lines[record])
    guard let column else { return Place(file: file, line: line) }
    var position = 1
    let first = range(record: record, column: 0).lowerBound
    for byte in bytes[first..<range(record: record, column: column).lowerBound] {
      if byte == Ascii.lineFeed {
        line += 1
        position = 1
      } else if byte & 0xC0 != 0x80 {
        position += 1
      }
    }
    return Place(file: file, line: line, column: position)
  }
}

extension Table.Origin {
  /// The sheet or layer as a place names it.
  var container: String? {
    switch self {
    case .lines: nil
    case .sheet(let name, _): "sheet \(name.quoted)"
    case .layer(let name, _): "layer \(name.quoted)"
    }
  }

  /// The row as a place names it: `sheet 'Data', row 7, column 'value'`.
  func detail(row: Int, column: String? = nil) -> String? {
    let suffix = column.map { ", column \($0.quoted)" } ?? ""
    switch self {
    case .lines: return nil
    case .sheet(_, let rows):
      let number = rows.indices.contains(row) ? rows[row] : row == -1 ? 1 : nil
      return (container ?? "") + (number.map { ", row \($0)" } ?? "") + suffix
    case .layer(_, let features):
      let number = features.indices.contains(row) ? features[row] : nil
      return (container ?? "") + (number.map { ", feature \($0)" } ?? "") + suffix
    }
  }
}

/// Bytes that mean something in a table.
enum Ascii {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}

/// Refuses a header with an empty or repeated name, or with spaces around one.
func checkHeader(
  _ header: [String], at place: (Int) -> Place, in problems: inout ProblemList
) {
  var seen: [String: Int] = [:]
  for (column, name) in header.enumerated() {
    let trimmed = name.trimmingSpaces
    if trimmed.isEmpty {
      problems.add(
        "column \(column + 1) of the header has no name", at: place(column),
        remedy: "name the column, or remove it")
    } else if trimmed != name {
      problems.add(
        "the column name \(name.quoted) has spaces around it", at: place(column),
        remedy: "write \(trimmed.quoted)")
    } else if name.unicodeScalars.contains("\u{FEFF}") {
      problems.add(
        "the column name \(name.quoted) has a byte order mark in it", at: place(column),
        remedy: "take it out; a file begins with one mark at most")
    } else if let first = seen[name] {
      problems.add(
        "the header has \(name.quoted) twice, in columns \(first + 1) and \(column + 1)",
        at: place(column), remedy: "rename or remove one of them")
    }
    seen[name] = seen[name] ?? column
  }
}

extension TableLimits {
  /// What is wrong with a text that no CSV scanner has seen; nil where nothing is.
  fileprivate func fault(of text: String) -> (what: String, remedy: String)? {
    let control = text.utf8.first { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }
    let kind: CSVFault.Kind? =
      text.utf8.count > cellBytes ? .longCell : control.map { .control($0) }
    return kind.map { CSVFault(kind: $0, offset: 0).message(columns: 0, limits: self) }
  }
}

extension [UInt32] {
  /// How many of the ascending numbers come before all those that do not satisfy `isBefore`.
  fileprivate func partitionPoint(where isBefore: (UInt32) -> Bool) -> Int {
    var range = indices
    while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
      range =
        isBefore(self[middle]) ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
