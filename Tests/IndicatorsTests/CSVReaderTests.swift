import Diagnostics
import Foundation
import Testing

@testable import Indicators

@Suite struct CSVReaderTests {
  @Test("Cells, rows and the header are read as RFC 4180 has them.")
  func wellFormed() throws {
    let table = try table("a,b\r\n\"1,\n\"\"2\"\"\",\r\nx,\"\"")
    #expect(table.header == ["a", "b"])
    #expect(table.rowCount == 2)
    #expect(table.text(row: 0, column: 0) == "1,\n\"2\"")
    #expect(table.text(row: 0, column: 1) == "")
    #expect(table.text(row: 1, column: 0) == "x")
    #expect(table.text(row: 1, column: 1) == "")
  }

  @Test("A byte order mark is no part of the first name.")
  func byteOrderMark() throws {
    #expect(try table("\u{FEFF}a,b\n1,2\n").header == ["a", "b"])
  }

  @Test("Places count lines through quoted line ends, and columns in characters.")
  func places() throws {
    let table = try table("name,b,c\n\"é\nè\",ខេ,3\n4,5,6\n")
    #expect(table.place(row: 0, column: 0).description == "t.csv:2:1")
    #expect(table.place(row: 0, column: 1).description == "t.csv:3:4")
    #expect(table.place(row: 0, column: 2).description == "t.csv:3:7")
    #expect(table.place(row: 1, column: 2).description == "t.csv:4:5")
    #expect(table.number(ofRow: 1) == 4)
  }

  @Test(
    "Every violation is told with its place and a remedy.",
    arguments: [
      ("", "t.csv:1:1: the file is empty; write a header line and one line a row"),
      (
        "a,b\n1\n",
        "t.csv:2:2: the row has 1 cell where the header has 2; "
          + "add what is missing; an empty cell still needs its comma"
      ),
      (
        "a,b\n1,2,3,4\n",
        "t.csv:2:5: the row has 4 cells where the header has 2; "
          + "remove what is too many, or quote the cell that holds a comma"
      ),
      ("a,b\n1,2\n\n", "t.csv:3:1: the line is empty; remove it"),
      (
        "a,b\n1,\"2\n3,4\n",
        "t.csv:2:3: a quote opens here and never closes; close the cell with a '\"'"
      ),
      (
        "a,b\n\"1\"x,2\n",
        "t.csv:2:4: text follows the closing quote of a cell; "
          + "put the whole cell in quotes, and write a quote in it as '\"\"'"
      ),
      (
        "a,b\n1\"\",2\n",
        "t.csv:2:2: a quote stands inside a cell that does not begin with one; "
          + "put the whole cell in quotes, and write a quote in it as '\"\"'"
      ),
      (
        "a,b\n1\r2,3\n",
        "t.csv:2:2: a carriage return stands without a line feed; "
          + "end lines with LF or CR LF (old Macintosh files have CR alone)"
      ),
      (
        "a,b\n1,\u{0}\n",
        "t.csv:2:3: a NUL byte stands in the text; "
          + "save the file as CSV in UTF-8; this may be UTF-16 or binary"
      ),
      (
        "a,b\n1,\u{1B}[2J\n",
        "t.csv:2:3: the control character U+001B stands in the text; remove it"
      ),
      ("a,,c\n", "t.csv:1:3: column 2 of the header has no name; name the column, or remove it"),
      (
        "a,b,a\n",
        "t.csv:1:5: the header has 'a' twice, in columns 1 and 3; rename or remove one of them"
      ),
      ("a, b\n", "t.csv:1:3: the column name ' b' has spaces around it; write 'b'"),
      (
        "a;b\n1;2\n",
        "t.csv:1:2: the header is one cell with ';' in it; separate the cells by commas"
      ),
    ])
  func violations(text: String, message: String) {
    #expect(messages { _ = try table(text) } == message)
  }

  @Test(
    "Files that are no UTF-8 text are named for what they look like.",
    arguments: [
      (
        Array("a,b\nK".utf8) + [0xE2] + Array("mpong,1\n".utf8),
        "t.csv:2:2: the byte 0xE2 is not UTF-8 (in Latin-1 the byte is 'â': the file may be "
          + "Latin-1 or Windows-1252); save the file as 'CSV UTF-8'"
      ),
      (
        [0xFF, 0xFE, 0x61, 0, 0x2C, 0],
        "t.csv: the file is UTF-16 text, not CSV; save it as 'CSV UTF-8'"
      ),
      (
        Array("a\0r\0e\0a\0,\0v\0a\0l\0".utf8),
        "t.csv: the file is UTF-16 text, not CSV; save it as 'CSV UTF-8'"
      ),
      (
        [0x50, 0x4B, 3, 4, 20, 0],
        "t.csv: the file is a ZIP archive (an XLSX or ODS workbook is one), not CSV; "
          + "give it its own ending and read it as such, or save it as CSV"
      ),
    ] as [([UInt8], String)])
  func encodings(bytes: [UInt8], message: String) {
    #expect(messages { _ = try Table(csv: bytes, file: "t.csv") } == message)
  }

  @Test("All violations are told together, and those beyond the limit are counted.")
  func collected() {
    var limits = TableLimits()
    limits.problems = 2
    let text = "a,b\n" + String(repeating: "1\n", count: 5)
    let told = messages { _ = try Table(csv: text.utf8, file: "t.csv", limits: limits) }
    #expect(
      told.split(separator: "\n").last == "t.csv: and 3 more problems; mend these first")
    #expect(told.split(separator: "\n").count == 3)
  }

  @Test("Limits stop the reading of what is too large.")
  func limits() {
    let small = TableLimits(bytes: 1_000, columns: 3, cellBytes: 10)
    func read(_ text: String) -> String {
      messages { _ = try Table(csv: text.utf8, file: "t.csv", limits: small) }
    }
    #expect(
      read("a\n" + String(repeating: "x", count: 11))
        == "t.csv:2:1: a cell is longer than 10 bytes; "
        + "check for a missing quote or line end; the file was not read further")
    #expect(
      read("a,b,c,d\n")
        == "t.csv:1:7: the header has more than 3 columns; "
        + "check for a missing line end; the file was not read further")
    #expect(
      read("a\n" + String(repeating: "x\n", count: 600))
        == "t.csv: the file is larger than 1000 bytes; split it, or leave out rows and columns "
        + "that nothing reads")
  }

  @Test("A file that is too large is refused before it is read.")
  func largeFile() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    // Its first bytes are no text at all, which whoever reads them would tell instead.
    try Data(count: 2_000).write(to: file)
    #expect(
      messages {
        _ = try Table(csvFile: file.path, file: "t.csv", limits: TableLimits(bytes: 1_000))
      } == "t.csv: the file is larger than 1000 bytes; split it, or leave out rows and columns "
        + "that nothing reads")
  }

  @Test("What is wrong with the header of a sheet is told with its row.")
  func sheetHeaders() {
    func told(_ rows: [[String]]) -> String {
      messages {
        _ = try Table(
          file: "b.xlsx", header: rows[0], rows: Array(rows.dropFirst()),
          origin: .sheet("Data", rows: Array(2...(rows.count + 1))))
      }
    }
    #expect(
      told([["a", "", "a"], ["1", "2", "3"]]) == """
        b.xlsx (sheet 'Data', row 1): column 2 of the header has no name; name the column, or \
        remove it
        b.xlsx (sheet 'Data', row 1): the header has 'a' twice, in columns 1 and 3; rename or \
        remove one of them
        """)
    #expect(
      told([["Table 1", "", ""], ["area_code", "indicator", "value"], ["03", "x", "1"]])
        == "b.xlsx (sheet 'Data', row 1): the first row has 1 cell and others have 3; "
        + "remove the title above the header")
  }

  @Test("A missing file and a folder are refused by name.")
  func notAFile() {
    #expect(
      messages { _ = try Table(csvFile: "/nowhere/x.csv", file: "x.csv") }
        == "x.csv: there is no such file; check the spelling; capitals matter")
    #expect(
      messages { _ = try Table(csvFile: root.path, file: "x.csv") }
        == "x.csv: this is not a regular file; name a CSV file")
  }

  @Test("Where the pieces of a file end makes no difference.")
  func pieces() throws {
    let text =
      "\u{FEFF}name,b\r\n\"é,\"\"\r\nខេត្ត\",1\r\nx,\"\"\r\n" + String(repeating: "y,2\n", count: 40)
    let whole = try table(text)
    for size in 1...70 {
      var reader = CSVReader(file: "t.csv")
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        try reader.append(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(try reader.finish() == whole, "pieces of \(size) bytes")
    }
  }

  @Test("Rows read elsewhere keep their texts, and their places name sheet, row and column.")
  func fromElsewhere() throws {
    let table = try Table(
      file: "book.xlsx", header: ["a", "b"], rows: [["say \"x\"", "1,\n2"]],
      origin: .sheet("Data", rows: [7]))
    #expect(table.text(row: 0, column: 0) == "say \"x\"")
    #expect(table.text(row: 0, column: 1) == "1,\n2")
    #expect(
      table.place(row: 0, column: 1).description == "book.xlsx (sheet 'Data', row 7, column 'b')")
    #expect(
      messages {
        _ = try Table(
          file: "b.db", header: ["a", "b"], rows: [["1"]], origin: .layer("t", features: [12]))
      }
        == "b.db (layer 't', feature 12): the row has 1 cells where the header has 2; "
        + "give every row one cell a column")
  }
}
