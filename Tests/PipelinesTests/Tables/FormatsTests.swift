import CGDAL
import Foundation
import Testing

@testable import Pipelines

/// A format that GDAL reads tables from, and what its places look like.
struct TableFormat: Sendable, CustomTestStringConvertible {
  var driver: String
  var ending: String
  /// The place of a cell, by row of the data counted from 1.
  var place: @Sendable (_ row: Int, _ column: String) -> String

  var testDescription: String { driver }

  static let all = [
    TableFormat(driver: "XLSX", ending: "xlsx") { "sheet 't', row \($0 + 1), column '\($1)'" },
    TableFormat(driver: "ODS", ending: "ods") { "sheet 't', row \($0 + 1), column '\($1)'" },
    TableFormat(driver: "GPKG", ending: "gpkg") { "layer 't', feature \($0), column '\($1)'" },
    TableFormat(driver: "SQLite", ending: "sqlite") {
      "layer 't', feature \($0), column '\($1)'"
    },
    TableFormat(driver: "ESRI Shapefile", ending: "dbf") {
      "layer 't', feature \($0 - 1), column '\($1)'"
    },
  ]

  /// Writes a table `t` of texts; the column `value` holds numbers where all of it are.
  func write(_ rows: [[String]], into folder: URL) throws -> String {
    let name = "t.\(ending)"
    let path = folder.appending(path: name).path
    try? FileManager.default.removeItem(atPath: path)
    GDALAllRegister()
    let made = try #require(
      GDALCreate(GDALGetDriverByName(driver), path, 0, 0, 0, GDT_Unknown, nil))
    var options: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    if driver == "ESRI Shapefile" { options = CSLAddString(options, "ENCODING=UTF-8") }
    let layer = GDALDatasetCreateLayer(made, "t", nil, wkbNone, options)
    CSLDestroy(options)
    for (column, name) in rows[0].enumerated() {
      let isNumber = rows.dropFirst().allSatisfy { Double($0[column]) != nil }
      let field = OGR_Fld_Create(name, isNumber && name == "value" ? OFTReal : OFTString)
      OGR_L_CreateField(layer, field, 1)
      OGR_Fld_Destroy(field)
    }
    for row in rows.dropFirst() {
      let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
      for (column, text) in row.enumerated() where !text.isEmpty {
        OGR_F_SetFieldString(feature, Int32(column), text)
      }
      _ = OGR_L_CreateFeature(layer, feature)
      OGR_F_Destroy(feature)
    }
    GDALClose(made)
    return name
  }
}

private let head = ["area_code", "indicator", "value", "period"]

private func project(_ format: TableFormat, _ rows: [[String]], in folder: URL) throws
  -> SmallProject
{
  let name = try format.write([head] + rows, into: folder)
  return try SmallProject(
    in: folder, definition: SmallProject.definition.replacing("t.csv", with: name))
}

@Suite("Tables of other formats than CSV")
struct FormatsTests {
  @Test("They are read as CSV is: the same table gives the same atlas.", arguments: TableFormat.all)
  func same(format: TableFormat) throws {
    let rows = [
      ["A", "x", "27.064", "2020"], ["B", "x", "5", "2020"], ["C", "x", "0.1", "2020"],
    ]
    func published(_ project: SmallProject) throws -> Data? {
      _ = try project.run.publish()
      return try contents(of: project.folder.appending(path: "output/small/current"))["atlas.csv"]
    }
    let text = ([head] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    let plain = try withTemporaryFolder {
      try published(SmallProject(in: $0, files: ["t.csv": text]))
    }
    let other = try withTemporaryFolder { try published(project(format, rows, in: $0)) }
    #expect(plain != nil && plain == other)
  }

  @Test(
    "The same faults are told, with sheet and row or layer and feature.", arguments: TableFormat.all
  )
  func faults(format: TableFormat) throws {
    try withTemporaryFolder { folder in
      let rows = [
        ["A", "x", "1;5", "2020"], ["B", "x", "2", "2020"], ["D", "x", "3", "2020"],
        ["B", "x", "7", "2020"], ["C", "x", "", "2020"],
      ]
      let project = try project(format, rows, in: folder)
      let name = "t.\(format.ending)"
      func at(_ row: Int, _ column: String) -> String { "\(name) (\(format.place(row, column)))" }
      let number = format.ending == "dbf" ? 1 : 2
      let word = ["xlsx", "ods"].contains(format.ending) ? "row 3" : "feature \(number)"
      #expect(
        project.complaints() == [
          "\(at(1, "value")): '1;5' is not a number (column 'value'); "
            + "leave the cell empty or list it under 'missing'",
          "\(at(3, "area_code")): 'D' is no code of area_code, alias or name; "
            + "correct it, or declare an alias",
          "\(at(4, "value")): a second row of 'x' for area 'B' (B); the first is in \(word); "
            + "remove one, or declare 'aggregate: mean'",
        ])
    }
  }

  /// What is told of a workbook with these cells in the column of values.
  private func told(_ ending: String, _ values: [String], range: String = "") throws -> [String] {
    func text(_ text: String) -> String {
      ending == "xlsx"
        ? " t=\"inlineStr\"><is><t>\(text)</t></is>"
        : " office:value-type=\"string\"><text:p>\(text)</text:p>"
    }
    let codes = ["A", "B", "C", "D", "E"]
    let rows =
      [head.map(text)]
      + zip(codes, values).map { [text($0), text("x"), $1, text("2020")] }
    return try withTemporaryFolder { folder in
      let data = ending == "xlsx" ? HandmadeWorkbook.xlsx(rows) : HandmadeWorkbook.ods(rows)
      try data.write(to: folder.appending(path: "t.\(ending)"))
      return try SmallProject(
        in: folder, areas: codes,
        definition: SmallProject.definition.replacing("t.csv", with: "t.\(ending)")
          .replacing("worse: high}", with: "worse: high\(range)}")
      ).complaints()
    }
  }

  @Test("A truth value is no number, whatever else its column holds.")
  func truthValues() throws {
    let numbers = ["><v>5</v>", " t=\"b\"><v>1</v>", " t=\"b\" s=\"0\"><v>0</v>"]
    func cell(_ row: Int, _ text: String) -> String {
      "t.xlsx (sheet 'a & b', row \(row), column 'value'): '\(text)' is a truth value, not a "
        + "number (column 'value'); write the number that it stands for, or leave the cell empty"
    }
    #expect(try told("xlsx", numbers) == [cell(3, "true"), cell(4, "false")])
    #expect(try told("xlsx", Array(numbers.dropFirst())) == [cell(2, "true"), cell(3, "false")])
    let truth = " office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>TRUE</text:p>"
    let five = " office:value-type=\"float\" office:value=\"5\"><text:p>5</text:p>"
    #expect(
      try told("ods", [five, truth, five]) == [
        "t.ods (sheet 't', row 3, column 'value'): 'TRUE' is a truth value, not a number (column "
          + "'value'); write the number that it stands for, or leave the cell empty"
      ])
  }

  @Test("An OpenDocument formula that was never calculated is no 0.")
  func formulas() throws {
    let five = " office:value-type=\"float\" office:value=\"5\"><text:p>5</text:p>"
    let sum = " table:formula=\"of:=1+2\" office:value-type=\"float\""
    #expect(
      try told("ods", [five, sum + ">", five]) == [
        "t.ods: the formula in row 3 of sheet 't' was never calculated; "
          + "open the workbook in a spreadsheet program and save it there"
      ])
    #expect(try told("ods", [five, sum + " office:value=\"3\"><text:p>3</text:p>", five]) == [])
  }

  @Test("Percentages of a workbook are shares, which the check of scales tells.")
  func percentages() throws {
    let shares = [0.53, 0.61, 0.4, 1, 0.02]
    let message =
      "within 0 to 1, where the range is 0 to 100; a spreadsheet keeps 53 % as 0.53; multiply "
      + "them by 100, or switch off 'check_scale' if they are that small"
    let excel = shares.map { " s=\"1\"><v>\($0)</v>" }
    let open = shares.map {
      " office:value-type=\"percentage\" office:value=\"\($0)\"><text:p>\($0 * 100) %</text:p>"
    }
    for (ending, cells) in [("xlsx", excel), ("ods", open)] {
      #expect(
        try told(ending, cells, range: ", range: [0, 100]")
          == ["small.yaml:7:3: all 5 values of 'x' in 't.\(ending)' lie \(message)"])
    }
  }

  @Test("Mojibake and formulas are refused there too.", arguments: TableFormat.all)
  func text(format: TableFormat) throws {
    try withTemporaryFolder { folder in
      let damaged = try project(format, [["KÃ©p", "x", "1", "2020"]], in: folder)
      let place = "t.\(format.ending) (\(format.place(1, "area_code")))"
      #expect(
        damaged.complaints() == [
          "\(place): 'KÃ©p' looks like 'Kép' read in the wrong encoding; "
            + "export the table again, as UTF-8"
        ])
    }
  }
}
