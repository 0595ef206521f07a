import Testing

@testable import Indicators

@Suite("Text that was converted wrongly") struct TextDamageTests {
  @Test(
    "UTF-8 that was read as Windows-1252 or Latin-1 is recognised, and what was meant.",
    arguments: [
      ("KÃ¢mpÃ³ng", "Kâmpóng"), ("RÃ´tÃ¢nÃ´kiri", "Rôtânôkiri"), ("FranÃ§ois", "François"),
      ("Ä\u{90}Ã\u{A0}", "Đà"), ("áž€áŸ†áž–áž„áŸ‹", "កំពង់"), ("Donâ€™t", "Don’t"),
      ("15â€“49", "15–49"), ("Â\u{A0}5", "\u{A0}5"), ("ï»¿area", "\u{FEFF}area"),
      ("ðŸ˜€", "😀"), ("TÃ¼rkÃ§e", "Türkçe"), ("á\u{9E}\u{80}", "ក"),
    ])
  func recognised(text: String, meant: String) { #expect(Misread.mended(text) == meant) }

  @Test(
    "Names and words of many languages are left alone.",
    arguments: [
      "Kâmpóng Spœ", "São Paulo", "Ângelo", "Þór", "Straße", "Grauß’", "“Å”", "IRMÃ”", "Ä–Ö",
      "Đà Nẵng", "Trà Vinh", "élève", "naïve", "ÅÄÖ", "Québec «Ä»", "ខេត្តកំពង់ចាម", "Łódź",
      "Île-de-France", "Ñuñoa", "ÀÁÂÃÄÅ", "¿Qué?", "5 °C", "10 µg", "n.º 5", "Bântéay Méan Choăy",
      "Âmes sœurs", "ÉCOLE", "Ã", "coração", "Ðakovica", "İstanbul",
    ])
  func leftAlone(text: String) {
    #expect(Misread.mended(text) == nil)
    #expect(messages { _ = try table("a,b\n\"\(text)\",1\n") } == "")
  }

  @Test("The shipped tables are not suspected.")
  func shippedTables() throws {
    for path in [
      "gazetteer/province_aliases.csv", "gazetteer/provinces.csv", "indicators/sources.csv",
    ] {
      #expect(try shipped("geodata/\(path)").rowCount > 0)
    }
  }

  @Test("Damage is told with its place in text files, sheets and layers.")
  func places() {
    #expect(
      messages { _ = try table("a,b\n1,2\nx y KÃ©p,3\n") }
        == "t.csv:3:5: 'KÃ©p' looks like 'Kép' read in the wrong encoding; "
        + "export the table again, as UTF-8")
    #expect(
      messages {
        _ = try Table(
          file: "b.xlsx", header: ["a", "b"], rows: [["1", "2"], ["3", "Kép KÃ©p"]],
          origin: .sheet("Data", rows: [2, 5]))
      }
        == "b.xlsx (sheet 'Data', row 5, column 'b'): 'KÃ©p' looks like 'Kép' read in the wrong "
        + "encoding; export the table again, as UTF-8")
    #expect(
      messages {
        _ = try Table(
          file: "b.db", header: ["a"], rows: [["K\u{1}p"]], origin: .layer("t", features: [9]))
      }
        == "b.db (layer 't', feature 9, column 'a'): the control character U+0001 stands in the "
        + "text; remove it")
  }
}
