import CGDAL
import Foundation
@testable import GDALAccess
import Testing

@Suite("Reading tables as text")
struct TextTableTests {
  private let fixture: Fixture
  init() throws { fixture = try Fixture() }

  private let columns: [Fixture.Column] = [
    .init(name: "code"), .init(name: "value", type: OFTReal),
    .init(name: "people", type: OFTInteger64), .init(name: "day", type: OFTDate),
    .init(name: "moment", type: OFTDateTime),
    .init(name: "is_hot", type: OFTInteger, subtype: OFSTBoolean),
  ]
  private let rows: [[(any Sendable)?]] = [
    ["04", 27.064, "9007199254740993", "2019/03/03", "2019/03/03 04:05:06", 1.0],
    ["KH-4", -5.0, "2281951", nil, nil, 0.0], [nil, 1e-7, nil, "1998/12/31", nil, nil],
  ]
  private let cells: [[String?]] = [
    ["04", "27.064", "9007199254740993", "2019-03-03", "2019-03-03T04:05:06", "true"],
    ["KH-4", "-5", "2281951", nil, nil, "false"], [nil, "1e-07", nil, "1998-12-31", nil, nil],
  ]

  @Test(
    "Spreadsheets give text to the letter, numbers in full, dates and truth values.",
    arguments: [("a.xlsx", "XLSX"), ("a.ods", "ODS")])
  func spreadsheetTypes(file: String, driver: String) throws {
    let source = fixture.table(file, driver: driver, columns: columns, rows: rows)
    let table = try source.readTable()
    #expect(table.header == columns.map(\.name))
    #expect(table.isSpreadsheet && table.layer == "Data")
    // A spreadsheet holds whole numbers as doubles: the first is beyond what these tell apart.
    #expect(table.rows.map { $0.cells[0] } == cells.map { $0[0] })
    for column in [1, 3, 4, 5] {
      #expect(table.rows.map { $0.cells[column] } == cells.map { $0[column] })
    }
    #expect(table.rows[1].cells[2] == "2281951")
    #expect(table.rows.map(\.number) == [2, 3, 4])
  }

  @Test("SQLite gives the same as a spreadsheet, and a row is a feature.")
  func sqlite() throws {
    let source = fixture.table("a.sqlite", driver: "SQLite", columns: columns, rows: rows)
    let table = try source.readTable()
    #expect(table.rows.map(\.cells) == cells)
    #expect(!table.isSpreadsheet && table.rows.map(\.number) == [1, 2, 3])
  }

  @Test("DBF gives codes with their zeros, numbers and dates.")
  func dbf() throws {
    let kept = [0, 1, 2, 3]
    let source = fixture.table(
      "Data.dbf", driver: "ESRI Shapefile", columns: kept.map { columns[$0] },
      rows: rows.map { row in kept.map { row[$0] } }, options: ["ENCODING=UTF-8"])
    let table = try source.readTable()
    #expect(table.header == ["code", "value", "people", "day"])
    #expect(table.rows.map(\.cells) == cells.map { row in kept.map { row[$0] } })
  }

  @Test("A DBF in a code page of its own is read in Unicode.")
  func codePage() throws {
    let source = fixture.table(
      "Data.dbf", driver: "ESRI Shapefile", columns: [.init(name: "name")],
      rows: [["Rôtânôkiri"]], options: ["ENCODING=CP1252"])
    #expect(try source.readTable().rows.map(\.cells) == [["Rôtânôkiri"]])
  }

  @Test("Text that is not UTF-8 is told, cell by cell, with its place.")
  func garbled() throws {
    let source = fixture.table(
      "Data.dbf", driver: "ESRI Shapefile", columns: [.init(name: "code"), .init(name: "name")],
      rows: [["01", "Kep"], ["02", "Rôtânôkiri"], ["03", "Môndôlkiri"]],
      options: ["ENCODING=CP1252"])
    // The file now says of itself that it is in UTF-8.
    try Data("UTF-8".utf8).write(to: fixture.folder.appending(path: "Data.cpg"))
    func told(_ feature: Int) -> String {
      "Data.dbf (layer 'Data', feature \(feature)): the text in column 'name' is not UTF-8; save "
        + "the file in UTF-8, or say its code page with 'encoding', such as 'CP1252'"
    }
    #expect(complaints { try source.readTable() } == [told(1), told(2)])
    var declared = source
    declared.encoding = "CP1252"
    #expect(
      try declared.readTable().rows.map { $0.cells[1] } == ["Kep", "Rôtânôkiri", "Môndôlkiri"])
  }

  @Test("Several sheets of which none is chosen, and one that is not there.")
  func sheets() throws {
    var source = fixture.table(
      "a.ods", driver: "ODS", columns: [.init(name: "code")], rows: [["01"]])
    source.layer = "Date"
    #expect(
      complaints { try source.readTable() } == [
        "a.ods: there is no layer 'Date'; did you mean 'Data'? there is 'Data'"
      ])
  }

  @Test("A workbook that is not one, and one that was cut short, are refused.")
  func brokenWorkbooks() throws {
    let text = try fixture.source(
      "a.xlsx", "code,value".utf8, drivers: LayerSource.tableDrivers)
    #expect(
      complaints { try text.readTable() } == [
        "a.xlsx: this is not a file of a format that is read here; give one of "
          + LayerSource.tableDrivers.joined(separator: ", ")
      ])
    let whole = try fixture.spreadsheet(rows: [["code"], ["01"]])
    let bytes = try Data(contentsOf: URL(filePath: whole.file))
    let cut = try fixture.source(
      "cut.xlsx", bytes.prefix(bytes.count / 2), drivers: LayerSource.tableDrivers)
    #expect(!complaints { try cut.readTable() }.isEmpty)
  }

  @Test("A spreadsheet's codes stay text, its numbers come as they were typed, rows as shown.")
  func spreadsheet() throws {
    let source = try fixture.spreadsheet(
      rows: [["area_code", "value", "name"], ["01", 27.064, "Kep"], ["04", 5.0, nil]])
    let table = try source.readTable()
    #expect(table.header == ["area_code", "value", "name"])
    #expect(table.rows.map(\.cells) == [["01", "27.064", "Kep"], ["04", "5", nil]])
    #expect(table.layer == "Data" && table.isSpreadsheet)
    #expect(table.rows[1].number == 3)
  }

  @Test("A sheet of nothing but text has a header all the same.")
  func textSheet() throws {
    let source = try fixture.spreadsheet(rows: [["code", "name"], ["01", "Kep"]])
    #expect(try source.readTable().header == ["code", "name"])
    #expect(try source.readTable().rows.map(\.cells) == [["01", "Kep"]])
  }

  @Test("A formula that was never calculated is no empty cell.")
  func formulas() {
    func first(_ sheet: String) -> String? { LayerSource.uncalculatedCell(in: Data(sheet.utf8)) }
    let head = #"<sheetData><row r="1"><c r="A1"><v>1</v></c>"#
    #expect(
      first(head + #"<c r="B1"><f>A1+1</f><v>2</v></c><c r="C1" t="str"><f>""</f><v/></c>"#) == nil)
    #expect(first(head + #"<c r="B1"><f>A1+1</f></c><c r="C1"><v>2</v></c>"#) == "B1")
    #expect(first(head + #"<c s="1" r="AB12"><f t="shared" si="0"/></c>"#) == "AB12")
    #expect(first(head + #"<c r="B1"><f>A1+1</f><v /></c>"#) == "B1")
    #expect(first(head + #"<c r="B1"><f>A1+1</f><v></v></c>"#) == "B1")
    #expect(first(head + "<font/>") == nil)
  }

  @Test("What SQLite keeps in a column of numbers without being one is no zero.")
  func storedText() throws {
    let source = fixture.table(
      "a.sqlite", driver: "SQLite",
      columns: [.init(name: "code"), .init(name: "x", type: OFTReal)],
      rows: [["01", 1.5], ["02", 2.5], ["03", nil]])
    fixture.execute(source, "UPDATE Data SET x = 'n/a' WHERE code = '02'")
    fixture.execute(source, "UPDATE Data SET x = '' WHERE code = '03'")
    func told(_ feature: Int) -> String {
      "a.sqlite (layer 'data', feature \(feature)): the column 'x' holds text here, which is not "
        + "of its kind; correct the cell, leave it NULL, or declare the column as text"
    }
    #expect(complaints { try source.readTable() } == [told(2), told(3)])
  }

  @Test("A text that SQLite keeps beyond a NUL is not cut there in silence.")
  func cutText() throws {
    let source = fixture.table(
      "a.sqlite", driver: "SQLite", columns: [.init(name: "code"), .init(name: "value")],
      rows: [["01", "1"], ["02", "2"], ["03", nil]])
    #expect(try source.readTable().rows.count == 3)
    fixture.execute(source, "UPDATE Data SET value = '1' || char(0) || '9' WHERE code = '02'")
    fixture.execute(source, "UPDATE Data SET code = '03' || char(0) || 'junk' WHERE code = '03'")
    func told(_ feature: Int, _ column: String) -> String {
      "a.sqlite (layer 'data', feature \(feature)): the text in column '\(column)' has a NUL in "
        + "it, where programs may cut it off; take it out"
    }
    #expect(complaints { try source.readTable() } == [told(2, "value"), told(3, "code")])
  }

  @Test("What dBASE keeps in a column of numbers without being one is no zero.")
  func garbledNumber() throws {
    let source = fixture.table(
      "Data.dbf", driver: "ESRI Shapefile",
      columns: [.init(name: "code"), .init(name: "x", type: OFTReal)],
      rows: [["01", 1.5], ["02", nil]], options: ["ENCODING=UTF-8"])
    #expect(try source.readTable().rows.map { $0.cells[1] } == ["1.5", nil])
    var bytes = try Data(contentsOf: URL(filePath: source.file))
    let number = try #require(bytes.range(of: Data("1.5".utf8)))
    bytes.replaceSubrange(number, with: Data("1,5".utf8))
    try bytes.write(to: URL(filePath: source.file))
    #expect(
      complaints { try source.readTable() } == [
        "Data.dbf (layer 'Data', feature 0): the cell of column 'x' is no number; correct the "
          + "cell, or leave it blank"
      ])
  }
}
