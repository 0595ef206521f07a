import Cartography
import Diagnostics
import Foundation
import Geography
import Indicators
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct MapFilesTests {
  private static func files(_ atlas: Atlas) throws -> [String: [UInt8]] {
    Dictionary(
      try mapFiles(of: atlas, projected: LatticeAtlas.projected(atlas)).map { ($0.path, $0.bytes) }
    ) { first, _ in first }
  }

  static func text(_ path: String, of atlas: Atlas) throws -> String {
    String(decoding: try #require(files(atlas)[path]), as: UTF8.self)
  }

  @Test(
    "The maps of the lattice are the ones that were looked at.",
    arguments: ["internet_use", "divide-hotspots"], ["en", "km"])
  func golden(map: String, language: String) throws {
    let files = try MapFilesTests.files(LatticeAtlas.atlas())
    let path = "maps/\(map).\(language).svg"
    try expectGolden(PublishedFile(path: path, bytes: try #require(files[path])))
  }

  @Test("Every area is one element with its code, a role that may be named, and its value.")
  func areas() throws {
    let svg = try MapFilesTests.text("maps/internet_use.en.svg", of: LatticeAtlas.atlas())
    for code in 1...9 {
      #expect(svg.components(separatedBy: "data-area=\"0\(code)\" role=\"img\"").count == 2)
    }
    #expect(svg.contains("aria-label=\"Kep: 12.0% of people\""))
    #expect(svg.contains("aria-label=\"Kampot: 40.0% of people, preliminary\""))
    #expect(svg.contains("aria-label=\"Ratanakiri: 99.0% of people, unreliable\""))
    #expect(svg.contains("aria-label=\"Stung Treng: no data\""))
    #expect(svg.contains("aria-label=\"Svay Rieng: withheld: too few respondents\""))
  }

  @Test("Headline, description and notes say what the data say.")
  func sentences() throws {
    let svg = try MapFilesTests.text("maps/internet_use.en.svg", of: LatticeAtlas.atlas())
    #expect(
      svg.contains(">Internet use: lowest in Kep (12.0%), highest in Siem Reap (90.2%)</title>"))
    #expect(
      svg.contains(
        """
        >Map of 9 provinces. Internet use: % of people, 2021-22. Highest: 90.2% in Siem Reap. \
        Lowest: 12.0% in Kep. Unreliable, left out of the classes: Ratanakiri. No data: Stung \
        Treng. Withheld: too few respondents: Svay Rieng. Not applicable: Koh Kong. National \
        figure: 38.5% (2020). 6 of 9 provinces have data. 1 of 6 values: preliminary.</desc>
        """))
    let index = try MapFilesTests.text("maps/divide.en.svg", of: LatticeAtlas.atlas())
    #expect(
      index.contains(
        ">Divide: worst off are Stung Treng (95.0), Svay Rieng (80.0) and Siem Reap (70.0)</title>")
    )
    let hotspots = try MapFilesTests.text("maps/divide-hotspots.en.svg", of: LatticeAtlas.atlas())
    #expect(hotspots.contains(">Divide: 3 of 9 provinces are hotspots</title>"))
    #expect(hotspots.contains(">Engagement is not scored: "))
  }

  @Test("The legend of hotspots says the share that is severe and the level of the test.")
  func levels() throws {
    let svg = try MapFilesTests.text("maps/divide-hotspots.en.svg", of: LatticeAtlas.atlas())
    #expect(svg.contains(">Severe: worst 20% of scores</text>"))
    #expect(svg.contains("Possibly hot (p\u{A0}≤\u{A0}0.05, not corrected)".prefix(20)))
    #expect(svg.contains("Severe: worst 20% of scores: Stung Treng and Svay Rieng."))
  }

  @Test("Figures from an earlier release are announced by a badge and in the description.")
  func stale() throws {
    var cells = LatticeAtlas.cells
    cells[1].status = .stale
    let svg = try MapFilesTests.text(
      "maps/internet_use.en.svg", of: LatticeAtlas.atlas(cells: cells))
    let warning = "Stale: 1 of 6 values come from an earlier release"
    #expect(svg.contains(">\(warning)</text>"))
    #expect(svg.contains(" \(warning). "))
    let fresh = try MapFilesTests.text("maps/internet_use.en.svg", of: LatticeAtlas.atlas())
    #expect(!fresh.contains("Stale"))
  }

  @Test("Fills outside the classes differ in shape, never in colour alone, and stand out 3 to 1.")
  func patterns() throws {
    let words: [Word] = [.noData, .unreliable, .suppressed, .notApplicable, .notTestable, .water]
    var shapes: Set<Cartography.Pattern.Shapes> = []
    for word in words {
      guard case .pattern(let pattern) = word.fill else {
        Issue.record("\(word) has no pattern")
        continue
      }
      #expect(shapes.insert(pattern.shapes).inserted, "\(word) looks like another")
      #expect(pattern.foreground.contrast(with: pattern.background) >= 3, "\(word)")
    }
    for word in HotspotMap.order {
      guard case .pattern(let pattern) = word.fill else { continue }
      #expect(pattern.foreground.contrast(with: pattern.background) >= 3, "\(word)")
    }
  }

  @Test("Every number of a description is a number of the table, a count or a period.")
  func numbers() throws {
    let files = try CambodianMaps.files()
    for file in files where file.path.hasPrefix("maps/") && file.path.hasSuffix(".en.html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      let table = try #require(page.components(separatedBy: "<tbody>").last)
      let known = Set(table.matches(of: /[0-9][0-9.,]*[0-9]|[0-9]/).map { String($0.output) })
      let description = try #require(
        page.firstMatch(of: /<meta name="description" content="([^"]*)"/)?.output.1)
      let sentences = description.split(separator: "Highest: ").last?.split(separator: ". ").prefix(
        2)
      for sentence in sentences ?? [] {
        for number in sentence.matches(of: /[0-9][0-9.,]*[0-9]|[0-9]/) {
          #expect(known.contains(String(number.output)), "\(file.path): \(number.output)")
        }
      }
    }
  }

  @Test("A map needs nothing from elsewhere and styles nothing.")
  func selfContained() throws {
    for (path, bytes) in try MapFilesTests.files(LatticeAtlas.atlas()) where path != "style.css" {
      let text = String(decoding: bytes, as: UTF8.self)
      for forbidden in ["<style", "style=", "<script", "javascript:", "src=\"http", "href=\"http"] {
        #expect(!text.contains(forbidden), "\(path) holds \(forbidden)")
      }
    }
  }

  @Test("No two maps of a language share an id.")
  func ids() throws {
    var seen: Set<Substring> = []
    for (path, bytes) in try MapFilesTests.files(LatticeAtlas.atlas())
    where path.hasSuffix(".svg") && !path.hasSuffix(".phone.svg") {
      let text = String(decoding: bytes, as: UTF8.self)
      for piece in text.split(separator: " id=\"").dropFirst() {
        #expect(seen.insert(piece.prefix { $0 != "\"" }).inserted)
      }
    }
    #expect(seen.count > 12)
  }

  @Test("Hostile names come out escaped, and every drawing is well-formed XML.")
  func hostile() throws {
    var names = LatticeAtlas.names
    names[0] = ("<script>alert(1)</script>", "\"quotes' & <b>")
    names[1] = ("\u{0}\u{8}control\u{1B}", "")
    names[2] = (String(repeating: "long name ", count: 30), "\u{202E}مرحبا")
    for (path, bytes) in try MapFilesTests.files(LatticeAtlas.atlas(names: names))
    where path.hasSuffix(".svg") {
      #expect(XMLParser(data: Data(bytes)).parse(), "\(path) is not well-formed")
      #expect(!String(decoding: bytes, as: UTF8.self).contains("<script"))
    }
    let page = try MapFilesTests.text("maps/divide.en.html", of: LatticeAtlas.atlas(names: names))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!page.contains("<script"))
  }

  @Test("Control characters become U+FFFD, quotes stay quotes, and an empty name does no harm.")
  func hostileTexts() throws {
    var names = LatticeAtlas.names
    names[0] = ("<script>alert(1)</script>", "")
    names[1] = ("a\u{1B}\"b\"", "'")
    names[2] = ("\u{202E}مرحبا", "\u{202E}مرحبا")
    let svg = try MapFilesTests.text(
      "maps/internet_use.en.svg", of: LatticeAtlas.atlas(names: names))
    for label in [
      "&lt;script&gt;alert(1)&lt;/script&gt;: 12.0% of people",
      "a\u{FFFD}&quot;b&quot;: 12.5% of people",
      "\u{2068}مرحبا\u{2069}: 40.0% of people, preliminary",
    ] { #expect(svg.contains("aria-label=\"\(label)\""), "\(label)") }
    let khmer = try MapFilesTests.text(
      "maps/internet_use.km.svg", of: LatticeAtlas.atlas(names: names))
    #expect(khmer.matches(of: /data-area=/).count == 9)
  }

  @Test("A name of 300 characters is fitted: no line of the map is wider than its area or the key.")
  func longName() throws {
    var names = LatticeAtlas.names
    names[4] = (String(repeating: "Longname", count: 38), "ក")
    let svg = try MapFilesTests.text(
      "maps/internet_use.en.svg", of: LatticeAtlas.atlas(names: names))
    let spans = svg.matches(of: /<(?:text|tspan)[^>]*>([^<]+)</).map { String($0.output.1) }
    #expect(spans.contains { $0.hasPrefix("Longname") })
    for span in spans { #expect(TextMeasure.width(of: span, size: 11) < 700, "\(span)") }
  }

  @Test(
    "A palette with too few colours and bounds below the largest value are refused with a way out.")
  func refusals() {
    let maps = [
      MapDefinition(
        id: "a", subject: .indicator("internet_use"), classBounds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 91],
        palette: "YlOrBr"),
      MapDefinition(id: "b", subject: .indicator("internet_use"), classBounds: [20, 90]),
    ]
    let atlas = LatticeAtlas.atlas(maps: maps)
    #expect(
      throws: Problems([
        Problem(
          "map 'a': palette 'YlOrBr' has no '10' colours",
          remedy: "ask for 1 to 9 classes, or use viridis, cividis or batlow"),
        Problem(
          "map 'b': the value '90.25' lies above the last bound '90.0'",
          remedy: "add a bound of at least 90.25"),
      ])
    ) { try mapFiles(of: atlas, projected: LatticeAtlas.projected(atlas)) }
  }

  @Test("Classes that look alike to some are told with palettes that do not; print has its own.")
  func likeness() throws {
    var cells = LatticeAtlas.cells.map { _ in IndicatorValue(value: 0) }
    for index in cells.indices { cells[index].value = Double(index) }
    let map = MapDefinition(
      id: "m", subject: .indicator("internet_use"), classCount: 5, palette: "RdYlGn")
    let atlas = LatticeAtlas.atlas(cells: cells, maps: [map])
    let projected = LatticeAtlas.projected(atlas)
    func warnings(_ options: MapOptions) throws -> [Problem] {
      try drawnMaps(of: atlas, projected: projected, options: options).warnings
    }
    #expect(
      try warnings(MapOptions(variants: [.print])) == [
        Problem(
          "map 'm': classes 2 and 4 of 'RdYlGn' look alike with deuteranopia (CIEDE2000 2.1, at "
            + "least 5.0 is asked for)",
          remedy: "use BrBG, PRGn, PiYG, PuOr, RdBu, fewer classes, or a smaller "
            + "'colour_difference'")
      ])
    #expect(try warnings(MapOptions()).count == 2)
    #expect(try warnings(MapOptions(leastColorDifference: 0)).isEmpty)
  }

  @Test("A file larger than its map may be is told.")
  func tooLarge() throws {
    var map = LatticeAtlas.maps[0]
    map.detail = .bytes(2000)
    let atlas = LatticeAtlas.atlas(maps: [map], languages: ["en"])
    let drawn = try drawnMaps(of: atlas, projected: LatticeAtlas.projected(atlas))
    #expect(drawn.warnings.count == 2)
    let size = (drawn.files[0].bytes.count + 999) / 1000
    #expect(
      drawn.warnings.first
        == Problem(
          "map 'internet_use': 'maps/internet_use.en.svg' takes \(size) kB, more than the 2 kB "
            + "that it may",
          remedy: "allow more under 'simplify': texts and the least lines of so many areas need it")
    )
  }

  @Test("Maps of a series have the classes of all their values.")
  func series() throws {
    var maps = ["migrants", "poverty"].map { MapDefinition(id: $0, subject: .indicator($0)) }
    for index in maps.indices { (maps[index].series, maps[index].classCount) = ("s", 3) }
    let atlas = KindsAtlas.atlas(
      maps,
      migrants: [1, 2, 3, 4, 5, 6, 20, 30, 40].map {
        IndicatorValue(value: $0)
      })
    let projected = LatticeAtlas.projected(atlas)
    let legends = try mapFiles(of: atlas, projected: projected)
      .filter { $0.path.hasSuffix(".en.svg") && !$0.path.contains("phone") }
      .map { file in
        String(decoding: file.bytes, as: UTF8.self).matches(of: /over ([\d.]+)[^:]* to ([\d.]+)/)
          .map { "\($0.output.1)-\($0.output.2)" }
      }
    #expect(legends.count == 2)
    #expect(!legends[0].isEmpty)
    #expect(Set(legends[0]) == Set(legends[1]))
  }

  @Test("A series of measures that mean different things is refused.")
  func mixedSeries() {
    var maps = ["people", "poverty"].map { MapDefinition(id: $0, subject: .indicator($0)) }
    for index in maps.indices { maps[index].series = "s" }
    #expect(
      throws: Problems([
        Problem(
          "map 'poverty': 'People' and 'Poverty' cannot share classes",
          remedy: "take measures of one unit with the same direction"),
        Problem(
          "map 'poverty': 'People' and 'Poverty' cannot share classes",
          remedy: "take measures of one unit with the same direction"),
      ])
    ) { try KindsAtlas.files(KindsAtlas.atlas(maps)) }
  }

  @Test("A class below all values says where it ends, not from where.")
  func classBelow() throws {
    var map = LatticeAtlas.maps[0]
    (map.classification, map.classBounds) = ("manual", [-5, 50, 100])
    let svg = try MapFilesTests.text(
      "maps/internet_use.en.svg", of: LatticeAtlas.atlas(maps: [map]))
    #expect(svg.contains(#"aria-label="up to −5.0%: 0""#))
    #expect(svg.contains(#"aria-label="over −5.0% to 50.0%: "#))
  }

  @Test("Where a whole source is stale every value counts, and so does what is made of it.")
  func staleSource() throws {
    var atlas = LatticeAtlas.atlas()
    atlas.matrix.columns[0].lastRead = "2026-11-20"
    func text(_ path: String) throws -> String {
      try MapFilesTests.text(path, of: atlas)
    }
    #expect(
      try text("maps/internet_use.en.svg")
        .contains(">Stale: 6 of 6 values come from an earlier release</text>"))
    let score = "Stale: 1 of the 1 figures behind the score come from an earlier release"
    #expect(try text("maps/divide.en.svg").contains(">\(score)</text>"))
    #expect(try text("maps/divide-hotspots.en.svg").contains(">\(score)</text>"))
    #expect(try text("maps/divide-hotspots.en.svg").contains(" \(score).</desc>"))
  }

  @Test("Variants are drawn where they are asked for; missing fonts are told with their package.")
  func variants() throws {
    let atlas = LatticeAtlas.atlas(maps: [LatticeAtlas.maps[0]], languages: ["km"])
    let projected = LatticeAtlas.projected(atlas)
    let all = MapOptions(variants: [.dark, .print, .outlined])
    let drawn = try drawnMaps(of: atlas, projected: projected, options: all)
    let paths = drawn.files.map(\.path)
    for variant in ["outlined", "dark", "print"] {
      #expect(paths.contains("maps/internet_use.km.\(variant).svg"))
    }
    #expect(drawn.fonts.map(\.package).contains("fonts-khmeros"))
    var without = all
    without.fontFolder = "/nowhere"
    let rest = try drawnMaps(of: atlas, projected: projected, options: without)
    #expect(!rest.files.contains { $0.path.contains("outlined") })
    #expect(rest.files.count == drawn.files.count - 1)
    #expect(
      rest.warnings.first?.remedy
        == "install the Debian packages fonts-khmeros and fonts-noto-core, or leave 'outlined' "
        + "out of 'formats'")
  }

  @Test("A page holds every number of its map, headers with a scope, and notes in their language.")
  func page() throws {
    let page = try MapFilesTests.text("maps/internet_use.km.html", of: LatticeAtlas.atlas())
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"km\">"))
    #expect(page.contains("<th scope=\"row\">កែប</th>"))
    #expect(page.contains("<td class=\"number\">12.0%</td>"))
    #expect(page.contains("<td class=\"number\">10.0% – 14.0%</td>"))
    #expect(page.contains("<td lang=\"en\">fewer than 30 respondents</td>"))
    let hotspots = try MapFilesTests.text("maps/divide-hotspots.en.html", of: LatticeAtlas.atlas())
    #expect(hotspots.contains("<td class=\"number\">&lt; 0.0001</td>"))
    #expect(hotspots.contains("one neighbour is too few to test"))
    #expect(hotspots.contains("a quarter of the weight has values"))
  }

  @Test("Where each value has a class of its own, the legend gives the values.")
  func values() throws {
    var cells = LatticeAtlas.cells.map { _ in IndicatorValue(value: 0) }
    cells[3].value = 1
    let map = MapDefinition(
      id: "programme", subject: .indicator("internet_use"), classCount: 2)
    let svg = try MapFilesTests.text(
      "maps/programme.en.svg", of: LatticeAtlas.atlas(cells: cells, maps: [map]))
    #expect(svg.contains(">0.0%</text>"))
    #expect(svg.contains(">1.0%</text>"))
    #expect(!svg.contains("over 0.0%"))
  }

  @Test("A headline given in the definition goes before the generated one, language by language.")
  func givenTitle() throws {
    var map = LatticeAtlas.maps[0]
    map.title = LocalizedText(["en": "Kep is last"])
    let atlas = LatticeAtlas.atlas(maps: [map])
    let english = try MapFilesTests.text("maps/internet_use.en.svg", of: atlas)
    #expect(english.contains(">Kep is last</title>"))
    let khmer = try MapFilesTests.text("maps/internet_use.km.svg", of: atlas)
    #expect(khmer.contains("(12.0%)"))
  }

  @Test("Every map that cannot be drawn is named at once.")
  func problems() {
    let maps = [
      MapDefinition(id: "a", subject: .indicator("internet_us")),
      MapDefinition(id: "b", subject: .indicator("internet_use"), classCount: 6),
      MapDefinition(id: "c", subject: .indicator("internet_use"), palette: "YlOrBl"),
      MapDefinition(id: "d", subject: .hotspots("gap")),
    ]
    let atlas = LatticeAtlas.atlas(maps: maps)
    #expect(
      throws: Problems([
        Problem(
          "map 'a': there is no indicator 'internet_us'", remedy: "did you mean internet_use?"),
        Problem(
          "map 'b': 5 distinct values cannot fill '6' classes", remedy: "ask for 1 to 5 classes"),
        Problem(
          "map 'c': there is no palette 'YlOrBl'", remedy: "did you mean YlOrBr or YlOrRd?"),
        Problem("map 'd': there is no index 'gap'", remedy: "use one of divide"),
      ])
    ) { try mapFiles(of: atlas, projected: LatticeAtlas.projected(atlas)) }
  }
}
