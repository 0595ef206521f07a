import Foundation
@testable import GDALAccess
import Geography
import Testing

@Suite("Writing and reading tables")
struct FeatureTableTests {
  private let fixture: Fixture
  init() throws { fixture = try Fixture() }

  private let areas = FeatureTable(
    name: "areas",
    fields: [
      .init(
        name: "code", values: .text(["01", nil, "04"]), alias: "Code",
        description: "the area's code"),
      .init(name: "share", values: .real([27.064, nil, 5])),
      .init(name: "people", values: .integer([2_281_951, 9_007_199_254_740_993, nil])),
      .init(name: "is_hot", values: .boolean([true, false, nil])),
    ],
    geometry: (0..<3).map { column in
      let west = Double(column)
      return [
        Polygon(
          exterior: Ring([
            Coordinate(west, 0), Coordinate(west + 1, 0), Coordinate(west, 1), Coordinate(west, 0),
          ]))
      ]
    })
  private let notes = FeatureTable(
    name: "notes", fields: [.init(name: "text", values: .text(["it's", "ខ្មែរ\n\"x\""]))])

  @Test("A GeoPackage keeps types, nulls and every table in its order.")
  func geoPackage() throws {
    var source = try fixture.source(
      "a.gpkg", FeatureTable.geoPackage([areas, notes]), layer: "areas",
      drivers: LayerSource.tableDrivers)
    let table = try source.readTable()
    #expect(table.header == ["code", "share", "people", "is_hot"])
    #expect(
      table.rows.map(\.cells) == [
        ["01", "27.064", "2281951", "true"], [nil, nil, "9007199254740993", "false"],
        ["04", "5", nil, nil],
      ])
    #expect(table.layer == "areas" && !table.isSpreadsheet)
    #expect(table.rows[2].number == 3)
    source.layer = "notes"
    #expect(try source.readTable().rows.map(\.cells) == [["it's"], ["ខ្មែរ\n\"x\""]])
    #expect(
      fixture.query(source, "SELECT column_name, name, description FROM gpkg_data_columns")
        == ["code|Code|the area's code"])
  }

  @Test("The same tables give the same bytes, in the journal mode that needs no second file.")
  func stable() throws {
    let first = try FeatureTable.geoPackage([areas, notes])
    #expect(try FeatureTable.geoPackage([areas, notes]) == first)
    let flat = try areas.flatGeobuf()
    #expect(try areas.flatGeobuf() == flat)
    // SQLite's file format: bytes 18 and 19 are 1 for the rollback journal, 2 for WAL.
    #expect(first[18...19] == [1, 1])
  }

  @Test("Two tables of one name are refused.")
  func sameName() {
    let said = complaints { try FeatureTable.geoPackage([notes, notes]) }
    #expect(said.count == 1)
    #expect(said[0].hasPrefix("GDAL could not write GPKG: '"))
  }

  @Test("A FlatGeobuf keeps types and nulls.")
  func flatGeobuf() throws {
    let source = try fixture.source(
      "a.fgb", areas.flatGeobuf(), drivers: ["FlatGeobuf"])
    let rows = try source.readTable().rows.map(\.cells)
    #expect(
      Set(rows) == [
        ["01", "27.064", "2281951", "true"], [nil, nil, "9007199254740993", "false"],
        ["04", "5", nil, nil],
      ])
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

  @Test("A formula that was never calculated is no empty cell.")
  func formulas() {
    func first(_ sheet: String) -> String? { LayerSource.uncalculatedCell(in: Data(sheet.utf8)) }
    let head = #"<sheetData><row r="1"><c r="A1"><v>1</v></c>"#
    #expect(
      first(head + #"<c r="B1"><f>A1+1</f><v>2</v></c><c r="C1" t="str"><f>""</f><v/></c>"#) == nil)
    #expect(first(head + #"<c r="B1"><f>A1+1</f></c><c r="C1"><v>2</v></c>"#) == "B1")
    #expect(first(head + #"<c s="1" r="AB12"><f t="shared" si="0"/></c>"#) == "AB12")
    #expect(first(head + "<font/>") == nil)
  }

  @Test("A sheet of nothing but text has a header all the same.")
  func textSheet() throws {
    let source = try fixture.spreadsheet(rows: [["code", "name"], ["01", "Kep"]])
    #expect(try source.readTable().header == ["code", "name"])
    #expect(try source.readTable().rows.map(\.cells) == [["01", "Kep"]])
  }

  @Test("The libraries tell their versions.")
  func versions() {
    let versions = LibraryVersions.current
    #expect(versions.gdal.contains(/^\d+\.\d+/))
    #expect(versions.proj.contains(/^\d+\.\d+\.\d+$/))
    #expect((versions.geos ?? "0.0.0").contains(/^\d+\.\d+\.\d+$/))
  }
}
