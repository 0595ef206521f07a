import CGDAL
import Foundation
import Testing

@testable import GDALAccess

@Suite("Files that would do more than hold data")
struct TrustTests {
  private let fixture: Fixture
  init() throws { fixture = try Fixture() }

  /// A SQLite file with a plain table `plain`, and whatever the statements add.
  private func database(_ statements: [String], layer: String? = nil) -> LayerSource {
    let path = fixture.folder.appending(path: "t.sqlite").path
    quietly {
      let made = GDALCreate(GDALGetDriverByName("SQLite"), path, 0, 0, 0, GDT_Unknown, nil)
      for statement in ["CREATE TABLE plain (code TEXT, value REAL)"] + statements {
        let result = GDALDatasetExecuteSQL(made, statement, nil, nil)
        if let result { GDALDatasetReleaseResultSet(made, result) }
      }
      GDALClose(made)
    }
    return LayerSource(
      file: path, displayName: "t.sqlite", layer: layer, drivers: LayerSource.tableDrivers)
  }

  /// A table that a module makes up, written into the schema as somebody with a hex editor would.
  private func virtualTable(_ statement: String) -> [String] {
    let text = statement.replacing("'", with: "''")
    return [
      "PRAGMA writable_schema=ON",
      "INSERT INTO sqlite_master VALUES ('table', 't', 't', 0, '\(text)')",
    ]
  }

  @Test(
    "A SQLite table that a module makes of another file is not read.",
    arguments: ["VirtualText", "VirtualOGR", "VirtualShape", "VirtualXL", "dbstat"])
  func modules(module: String) throws {
    let secret = fixture.folder.appending(path: "secret.csv")
    try Data("code,value\n1,777\n".utf8).write(to: secret)
    let source = database(
      virtualTable("CREATE VIRTUAL TABLE t USING \(module)('\(secret.path)', 'UTF-8', 1)"),
      layer: "t")
    #expect(
      complaints { try source.readTable() } == [
        "t.sqlite: the table 't' is made by a module of SQLite that may read other files; "
          + "export what you need as a plain table"
      ])
    // Nor is anything else in a file that brings one along.
    var plain = source
    plain.layer = "plain"
    #expect(complaints { try plain.readTable() }.count == 1)
  }

  @Test("A query that the file brings along is not run, so one without end cannot hang a night.")
  func views() {
    let endless =
      "CREATE VIEW t AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
      + "SELECT CAST(x AS TEXT) AS code, x AS value FROM c"
    #expect(
      complaints { try database([endless], layer: "t").readTable() } == [
        "t.sqlite: 't' is a view, which runs a query that the file brings along; "
          + "export it as a plain table"
      ])
  }

  @Test(
    "The statement that makes a table is judged however it is written.",
    arguments: [
      ("CREATE TABLE t (a)", false), ("create virtual table t using rtree(a, b, c)", false),
      ("CREATE VIRTUAL TABLE \"rtree_areas_geom\" USING rtree(id, a, b)", false),
      ("CREATE VIRTUAL TABLE t USING fts5(a)", false),
      ("CREATE VIRTUAL TABLE t USING VirtualText('x')", true),
      ("CREATE/**/VIRTUAL --\n TABLE t USING VirtualText('x')", true),
      ("CREATE VIRTUAL TABLE \"t using rtree(\" USING VirtualText('x')", true),
      ("CREATE VIRTUAL TABLE IF NOT EXISTS [a b] USING rtree_evil(x)", true),
      ("create virtual table t using \"rtree\"(a)", true),
    ])
  func statements(text: String, isRefused: Bool) {
    #expect(Dataset.isMadeByModule(text) == isRefused)
  }

  @Test("A GeoPackage with its spatial index is no less welcome.")
  func geoPackage() throws {
    let layer = try provinces.readAreas(key: "code", names: [:]).layer
    let table = FeatureTable(
      name: "areas", fields: [.init(name: "code", values: .text(layer.codes))],
      geometry: layer.areas.map(\.polygons))
    let source = try fixture.source("areas.gpkg", FeatureTable.geoPackage([table]))
    #expect(try source.readAreas(key: "code", names: [:]).layer.count == 25)
  }

  @Test("A workbook that would fill the memory is not unpacked.", arguments: ["xlsx", "ods"])
  func archive(ending: String) {
    let path = fixture.folder.appending(path: "bomb.\(ending)").path
    quietly {
      let file = VSIFOpenL("/vsizip/\(path)/xl/worksheets/sheet1.xml", "wb")
      let zeros = [UInt8](repeating: 0x20, count: 1 << 20)
      for _ in 0..<101 { VSIFWriteL(zeros, 1, zeros.count, file) }
      VSIFCloseL(file)
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    #expect((size ?? .max) < 1 << 20)
    let source = LayerSource(
      file: path, displayName: "bomb.\(ending)", drivers: LayerSource.tableDrivers)
    #expect(
      complaints { try source.readTable() } == [
        "bomb.\(ending): it unpacks to more than 100 MB; "
          + "leave out what nothing reads, or save the table as CSV"
      ])
  }

  @Test("A table of more text than tables of figures have is not read to its end.")
  func largeTable() {
    let rows =
      "INSERT INTO plain WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c "
      + "LIMIT 70) SELECT printf('%.*c', 1000000, 'x'), x FROM c"
    #expect(
      complaints { try database([rows], layer: "plain").readTable() } == [
        "t.sqlite (layer 'plain'): the table holds more than 64 MB of text; "
          + "leave out rows and columns that nothing reads"
      ])
  }
}
