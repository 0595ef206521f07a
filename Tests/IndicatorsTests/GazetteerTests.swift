import Geography
import Testing

@testable import Indicators

@Suite struct GazetteerTests {
  private let table = TableDefinition(id: "t", file: "t.csv")

  private func systems(_ names: String...) -> TableDefinition {
    var table = table
    table.codeSystems = names
    return table
  }

  @Test("A code is met in the declared system only, and compared whole.")
  func codes() throws {
    let gazetteer = try shippedGazetteer()
    let four = try #require(gazetteer.area(code: "04"))
    #expect(gazetteer.match("04", for: table) == .met(area: four, rule: .code))
    #expect(gazetteer.match("KH04", for: systems("pcode")) == .met(area: four, rule: .code))
    #expect(gazetteer.match("KH-4", for: systems("iso_3166_2")) == .met(area: four, rule: .code))
    #expect(
      gazetteer.match("KH.03", for: systems("geonames_admin1")) == .met(area: four, rule: .code))
    for text in ["4", "KH04", "KH-4", "KH.03", "kh04", " 04"] {
      #expect(gazetteer.match(text, for: table) == .unmatched, "\(text)")
    }
    #expect(gazetteer.match("KH.03", for: systems("pcode")) == .unmatched)
  }

  @Test("What a code in another system would be is proposed and never applied.")
  func codeProposals() throws {
    let gazetteer = try shippedGazetteer()
    #expect(gazetteer.proposals(for: "4", in: table) == ["04 for Kampong Chhnang (04)"])
    #expect(
      gazetteer.proposals(for: "KH-4", in: table).first
        == "Kampong Chhnang (04) by code system iso_3166_2")
    #expect(
      gazetteer.proposals(for: "KH.03", in: systems("pcode"))
        == ["Kampong Chhnang (04) by code system geonames_admin1"])
    #expect(
      gazetteer.proposals(for: "kh04", in: systems("pcode")).first
        == "KH04 for Kampong Chhnang (04)")
  }

  @Test("Two declared systems that give different areas make a text ambiguous.")
  func collision() throws {
    var gazetteer = Gazetteer(layer: threeProvinces)
    try gazetteer.addAreas(
      from: read("area_code,old,new\n03,A,B\n04,B,C\n"))
    #expect(
      gazetteer.match("B", for: systems("old", "new"))
        == .ambiguous(areas: [0, 1], rule: .code))
    #expect(gazetteer.match("B", for: systems("old")) == .met(area: 1, rule: .code))
  }

  @Test(
    "Spellings in use meet their province by declared aliases or normalised names.",
    arguments: [
      ("Siemreap", "17"), ("Siem Reap", "17"), ("Rôtânôkiri", "16"),
      ("Ratanakiri Province", "16"), ("Krong Preah Sihanouk", "18"), ("SHV", "18"),
      ("Kâmpóng Spœ", "05"), ("TBOUNG  KHMUM", "25"), ("ខេត្តកំពង់ចាម", "03"),
      ("កំពង់\u{200B}ឆ្នាំង", "04"), ("កណ្តាល", "08"), ("រាជធានីភ្នំពេញ", "12"),
      ("province of takéo", "21"), ("Khett Banteay Mean Choay", "01"),
    ])
  func names(text: String, code: String) throws {
    let gazetteer = try shippedGazetteer()
    guard case .met(let area, let rule) = gazetteer.match(text, for: table) else {
      Issue.record("\(text): \(gazetteer.match(text, for: table))")
      return
    }
    #expect(gazetteer.codes[area] == code)
    #expect(rule != .code)
  }

  @Test("An alias that stands for several areas is ambiguous.")
  func ambiguousAlias() throws {
    let gazetteer = try shippedGazetteer()
    let areas = ["21", "25"].compactMap(gazetteer.area(code:))
    #expect(gazetteer.match("TK", for: table) == .ambiguous(areas: areas, rule: .alias))
  }

  @Test("Each step can be switched off.")
  func switches() throws {
    let gazetteer = try shippedGazetteer()
    var exact = table
    exact.usesAliases = false
    #expect(gazetteer.match("SHV", for: exact) == .unmatched)
    #expect(gazetteer.match("kampong cham", for: exact) != .unmatched)
    exact.usesNames = false
    #expect(gazetteer.match("Kampong Cham", for: exact) == .unmatched)
  }

  @Test("Rules of names can be switched off one by one.")
  func rules() {
    #expect(NameRules().normalized("Krong Siĕm-Réap ") == "siemreap")
    #expect(NameRules(foldsCase: false).normalized("Takeo") == "Takeo")
    #expect(NameRules(foldsDiacritics: false).normalized("Takéo") == "takéo")
    #expect(NameRules(ignoresPunctuation: false).normalized("Siem Reap") == "siem reap")
    #expect(NameRules(areaWords: []).normalized("Kep Province") == "kepprovince")
    #expect(NameRules().normalized("ត្ដ") == NameRules().normalized("ត្ត"))
    #expect(NameRules(foldsKhmer: false).normalized("ត្ដ") != NameRules().normalized("ត្ត"))
    #expect(NameRules().normalized("Province") == "province")
    #expect(NameRules().normalized("Provincetown") == "provincetown")
  }

  @Test(
    "Without aliases, misspelled names are proposed to their province first.",
    arguments: [
      ("Rôtânôkiri", "16"), ("Siemreab", "17"), ("Ratnakiri", "16"), ("Kampong Chnang", "04"),
      ("Mondolkiri", "11"), ("Bântéay Méan Choăy", "01"), ("Kompong Cham", "03"),
      ("Otdar Meanchey", "22"),
    ])
  func nameProposals(text: String, code: String) throws {
    let gazetteer = Gazetteer(layer: try provinces())
    #expect(gazetteer.match(text, for: table) == .unmatched)
    let area = try #require(gazetteer.area(code: code))
    #expect(gazetteer.proposals(for: text, in: table).first == gazetteer.label(area))
  }

  @Test("A code is proposed for one with other punctuation, or letters for digits.")
  func codesInDisguise() throws {
    var gazetteer = Gazetteer(layer: try provinces())
    try gazetteer.addAreas(from: shipped("geodata/gazetteer/provinces.csv"))
    #expect(
      gazetteer.proposals(for: "KH.05", in: table)
        == ["KH-5 for Kampong Speu (05) by code system iso_3166_2"])
    #expect(
      gazetteer.proposals(for: "KH–21", in: table)
        == ["KH-21 for Takeo (21) by code system iso_3166_2"])
    #expect(gazetteer.proposals(for: "O1", in: table) == ["01 for Banteay Meanchey (01)"])
    #expect(gazetteer.proposals(for: "l2", in: table) == ["12 for Phnom Penh (12)"])
    // Without any digit it is no code.
    #expect(gazetteer.proposals(for: "lO", in: table) == [])
    #expect(gazetteer.match("O1", for: table) == .unmatched)
  }

  @Test("A lost zero is proposed in systems that are not declared too, and an area once.")
  func lostZeros() throws {
    var gazetteer = Gazetteer(layer: threeProvinces)
    try gazetteer.addAreas(
      from: read("area_code,pcode,ocha_pcode\n03,KH03,KH03\n04,KH04,KH04\n16,KH16,KH16\n"))
    var other = table
    other.codeSystems = ["pcode", "ocha_pcode"]
    #expect(
      gazetteer.proposals(for: "4", in: other)
        == ["04 for Kampong Chhnang (04) by code system area_code"])
    #expect(gazetteer.proposals(for: "kh4", in: other) == ["KH04 for Kampong Chhnang (04)"])
    other.codeSystems = ["area_code"]
    #expect(
      gazetteer.proposals(for: "KH04", in: other) == ["Kampong Chhnang (04) by code system pcode"])
    #expect(
      gazetteer.proposals(for: "KH-04", in: other)
        == ["KH04 for Kampong Chhnang (04) by code system pcode"])
  }

  @Test("Khmer names are proposed by their consonants in Latin letters.")
  func transliteration() {
    let gazetteer = Gazetteer(layer: threeProvinces)
    #expect(gazetteer.proposals(for: "រតនគិរី", in: table).first == "Ratanak Kiri (16)")
  }

  @Test("A broken gazetteer is told whole.")
  func brokenTables() {
    var gazetteer = Gazetteer(layer: threeProvinces)
    #expect(
      messages {
        try gazetteer.addAreas(from: read("area_code,pcode\n03,K\n04,K\n04,L\n,M\n"))
      } == """
        t.csv:3:4: the pcode code 'K' stands for Kampong Cham (03) and Kampong Chhnang (04); \
        correct one of them
        t.csv:4:1: the area '04' is listed twice; remove one
        t.csv:5:1: the area has no code; write its code
        """)
    #expect(
      messages { try gazetteer.addAliases(from: read("area_code,aliass\n03,K\n")) }
        == "t.csv:1:1: the table has no column 'alias' (did you mean 'aliass'?); "
        + "its columns are 'area_code' and 'aliass'")
    #expect(
      messages { try gazetteer.addAliases(from: read("area_code,alias\n3,K\n04,\n")) }
        == """
        t.csv:2:1: no area has the code '3' (did you mean '03'?); correct the code
        t.csv:3:4: the alias is empty; write it, or remove the row
        """)
  }
}

/// `table` is the suite's own table here.
private func read(_ text: String) throws -> Table {
  try Table(csv: text.utf8, file: "t.csv")
}
