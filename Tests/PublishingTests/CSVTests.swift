import Geography
import Publishing
import Testing

@Suite struct CSVTests {
  func csv(_ values: AtlasField.Values) -> String {
    let field = AtlasField(name: "x", title: LocalizedText(), description: "", values: values)
    let table = AtlasTable(name: "t", description: "", rowCount: values.count, fields: [field])
    return PublishedFile.csv("t.csv", of: table).text
  }

  @Test("Null is an empty cell, an empty text a pair of quotes.")
  func nulls() {
    #expect(csv(.text([nil, ""])) == "x\r\n\r\n\"\"\r\n")
    #expect(csv(.real([nil, 0])) == "x\r\n\r\n0.0\r\n")
    #expect(csv(.boolean([nil, false, true])) == "x\r\n\r\nfalse\r\ntrue\r\n")
  }

  @Test("A byte order mark stands first where it is asked for.")
  func byteOrderMark() {
    let table = AtlasTable.neighbors(of: SampleAtlas.atlas)
    let plain = PublishedFile.csv("t.csv", of: table)
    let marked = PublishedFile.csv("t.csv", of: table, hasByteOrderMark: true)
    #expect(marked.bytes == [0xEF, 0xBB, 0xBF] + plain.bytes)
  }

  @Test("Quotes, commas and line ends are quoted, quotes doubled.")
  func quoting() {
    #expect(
      csv(.text(["a\"b", "a,b", "a\nb", "a\r\nb", "ខ្មែរ"]))
        == "x\r\n\"a\"\"b\"\r\n\"a,b\"\r\n\"a\nb\"\r\n\"a\r\nb\"\r\nខ្មែរ\r\n")
  }

  @Test(
    "A text that would run as a formula gets an apostrophe; a negative number does not.",
    arguments: ["=1", "+1", "-1", "@a", "\ta"])
  func formulas(_ text: String) {
    #expect(csv(.text([text])) == "x\r\n'\(text)\r\n")
    #expect(csv(.real([-1])) == "x\r\n-1.0\r\n")
  }

  @Test("A line end before a formula does not hide it.", arguments: ["\n=1", "\r\n=1"])
  func formulasBelow(_ text: String) {
    #expect(csv(.text([text])) == "x\r\n\"'\(text)\"\r\n")
  }

  @Test("Drivers are JSON text in their order.")
  func drivers() {
    let parts = SampleAtlas.index.scores[0].drivers
    #expect(
      csv(.drivers([parts, nil]))
        == "x\r\n\"{\"\"internet\"\":60.0,\"\"population\"\":28.5}\"\r\n\r\n")
  }

  @Test("The types stand beside the table, one a column, whatever the values are.")
  func types() {
    let table = AtlasTable.neighbors(of: SampleAtlas.atlas)
    let file = PublishedFile.csvTypes("neighbors.csv", of: table)
    #expect(file.path == "neighbors.csvt")
    #expect(file.text == "\"String\",\"String\",\"Real\",\"Integer(Boolean)\"\r\n")
  }

  @Test("Neighbours stand both ways, in code order.")
  func neighbors() {
    let text = PublishedFile.csv("neighbors.csv", of: .neighbors(of: SampleAtlas.atlas)).text
    #expect(
      text.split(separator: "\r\n") == [
        "area_code,neighbor_code,shared_boundary_m,near_miss",
        "01,02,110612.5,false", "01,04,108903.0,false", "01,05,0.0,false",
        "02,01,110612.5,false", "02,03,110612.5,false",
        "03,02,110612.5,false", "03,06,0.0,true",
        "04,01,108903.0,false", "05,01,0.0,false", "06,03,0.0,true",
      ])
  }
}
