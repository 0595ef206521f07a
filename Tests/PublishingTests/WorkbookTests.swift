import Foundation
import Geography
import Testing

@testable import Publishing

@Suite struct WorkbookTests {
  let file = PublishedFile.workbook([
    .areas(of: SampleAtlas.atlas), .sources(of: SampleAtlas.atlas), .about(SampleAtlas.atlas),
  ])

  @Test("Codes are text cells, numbers are numbers, booleans are booleans, null has no cell.")
  func cells() {
    let text = file.text
    #expect(
      text.contains(
        "<c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">01</t></is></c>"))
    #expect(text.contains("<c r=\"D2\"><v>27.064</v></c>"))
    #expect(text.contains("<c r=\"AB2\" t=\"b\"><v>1</v></c>"))
    #expect(!text.contains("<c r=\"D4\""))
    #expect(text.contains("&lt;script&gt;"))
    #expect(!text.contains("<f>"))
    // 22 November 2026, in the style of days.
    #expect(text.contains("<c r=\"D2\" s=\"3\"><v>46348</v></c>"))
  }

  @Test("The checksum of '123456789' is CBF43926, the check value of CRC-32.")
  func crc() {
    #expect(checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test("Column letters go on from Z to AA, and from ZZ to AAA.")
  func letters() {
    let fields = (0..<703).map { column in
      AtlasField(name: "c\(column)", title: LocalizedText(), description: "", values: .real([]))
    }
    let text = PublishedFile.workbook([
      AtlasTable(name: "wide", description: "", rowCount: 0, fields: fields)
    ]).text
    #expect(
      text.contains("<c r=\"AA1\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">c26<"))
    #expect(
      text.contains("<c r=\"ZZ1\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">c701<"))
    #expect(
      text.contains("<c r=\"AAA1\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">c702<"))
  }

  @Test("What XML cannot hold is escaped, and so is a text that looks like such an escape.")
  func controls() {
    let field = AtlasField(
      name: "x", title: LocalizedText(), description: "",
      values: .text(["a\u{1}b", "_x0041_", "a_b"]))
    let text = PublishedFile.workbook([
      AtlasTable(name: "t", description: "", rowCount: 3, fields: [field])
    ]).text
    #expect(text.contains(">a_x0001_b<"))
    #expect(text.contains(">_x005F_x0041_x005F_<"))
    #expect(text.contains(">a_b<"))
  }
}
