import GDALAccess
import Geography
import Testing

@testable import Publishing

@Suite("A release as SQL")
struct DatabaseScriptTests {
  private func script(_ atlas: Atlas = SampleAtlas.atlas, schema: String = "atlas") throws
    -> [Substring]
  {
    try DatabaseScript(of: atlas, layer: atlas.layer, release: "abc", schema: schema).text
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("The statements stay as they were recorded.")
  func golden() throws {
    let text = try script().joined(separator: "\n")
    try expectGolden(PublishedFile(path: "atlas.sql", bytes: Array(text.utf8)))
  }

  @Test("They are one transaction.")
  func transaction() throws {
    let lines = try script()
    #expect(lines.first == "BEGIN;")
    #expect(lines.suffix(2) == ["COMMIT;", ""])
    #expect(lines.count { $0.contains("COMMIT;") } == 1)
  }

  @Test("Quotes in names and texts are doubled, so that no text ends early.")
  func quoting() throws {
    let lines = try script(schema: "a\"b")
    #expect(lines.contains("CREATE SCHEMA IF NOT EXISTS \"a\"\"b\";"))
    #expect(sqlText("e'\u{301}; DROP TABLE x; --").unicodeScalars.count { $0 == "'" } == 4)
    #expect(sqlText("it's; DROP TABLE x; --\\'") == "'it''s; DROP TABLE x; --\\'''")
  }

  @Test("A square is the well-known binary that its standard describes.")
  func geometry() {
    var sql = SQLText()
    sql.append([Polygon(exterior: SampleAtlas.square(0, 0, 1))])
    let zero = "0000000000000000"
    let one = "000000000000F03F"
    #expect(
      sql.text == ",'0106000020E6100000" + "01000000" + "0103000000" + "01000000" + "05000000"
        + zero + zero + one + zero + one + one + zero + one + zero + zero + "'")
  }
}
