import Diagnostics
import Geography
import Indicators
import Testing

@testable import Publishing

/// The lattice country with people, a second figure and known neighbours.
enum KindsAtlas {
  static let people = [9.0, 4, 1, 25, 16, 100, 36, 49, 64].map { IndicatorValue(value: $0 * 1000) }
  static let migrants = [3.0, 9, 1, 2, 8, 4, 6, 5, 7].map { IndicatorValue(value: $0) }

  static func atlas(
    _ maps: [MapDefinition] = maps, people: [IndicatorValue] = people,
    migrants: [IndicatorValue] = migrants, internet: [IndicatorValue]? = nil
  ) -> Atlas {
    var atlas = LatticeAtlas.atlas(cells: internet ?? LatticeAtlas.cells, maps: maps)
    func column(
      _ id: String, _ title: (String, String), _ unit: (String, String), _ period: String,
      _ direction: Indicator.Direction, _ cells: [IndicatorValue]
    ) -> IndicatorMatrix.Column {
      IndicatorMatrix.Column(
        indicator: Indicator(
          id: id, title: LocalizedText(["en": title.0, "km": title.1]),
          unit: LocalizedText(["en": unit.0, "km": unit.1]), period: period, sources: ["survey"],
          direction: direction, decimals: direction == .none ? 0 : 1), cells: cells)
    }
    atlas.matrix = IndicatorMatrix(
      areaCodes: atlas.layer.codes,
      columns: atlas.matrix.columns + [
        column(
          "migrants", ("Migrants", "ចំណាកស្រុក"), ("% of adults", "% នៃមនុស្សពេញវ័យ"), "2011",
          .highIsWorse, migrants),
        column("people", ("People", "ប្រជាជន"), ("people", "នាក់"), "2019", .none, people),
        column(
          "poverty", ("Poverty", "ភាពក្រីក្រ"), ("% of people", "% នៃប្រជាជន"), "2021-22",
          .highIsWorse, migrants.reversed()),
      ])
    atlas.contiguity = Contiguity(
      areaCount: 9,
      pairs: pairs.map { Contiguity.Pair(first: $0, second: $1, sharedLength: 1000) },
      tolerance: 0)
    return atlas
  }

  /// Who touches whom along a side.
  static let pairs = [
    (0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8), (0, 3), (1, 4), (2, 5), (3, 6), (4, 7), (5, 8),
  ]

  static let maps = [
    MapDefinition(id: "evidence", subject: .evidence([]), palette: "YlGn"),
    MapDefinition(
      id: "both", subject: .bivariate("internet_use", "migrants"), classification: "quantile"),
    MapDefinition(id: "people-circles", subject: .symbols(size: "people", color: nil)),
    MapDefinition(id: "divide-people", subject: .symbols(size: "people", color: "divide")),
    MapDefinition(id: "side-by-side", subject: .multiples(["migrants", "poverty"])),
    MapDefinition(id: "tiles", subject: .tiles("divide")),
    MapDefinition(id: "cartogram", subject: .cartogram("divide", size: "people")),
  ]

  static func files(_ atlas: Atlas = atlas()) throws -> [String: PublishedFile] {
    Dictionary(
      uniqueKeysWithValues: try mapFiles(of: atlas, projected: LatticeAtlas.projected(atlas))
        .map { ($0.path, $0) })
  }

  static func problem(_ map: MapDefinition, _ atlas: Atlas = atlas()) -> [Problem] {
    var atlas = atlas
    atlas.maps = [map]
    do {
      _ = try files(atlas)
      return []
    } catch let problems as Problems {
      return problems.all
    } catch {
      return [Problem("\(error)")]
    }
  }
}

@Suite struct MapKindsTests {
  @Test(
    "Each kind of map of the lattice is the one that was looked at.",
    arguments: KindsAtlas.maps.map(\.id), ["en", "km"])
  func golden(map: String, language: String) throws {
    try expectGolden(
      try #require(KindsAtlas.files()["maps/\(map).\(language).svg"]))
  }

  @Test(
    "Every area is one element with code, name and value, once a panel, in every format.",
    arguments: KindsAtlas.maps)
  func areas(map: MapDefinition) throws {
    let files = try KindsAtlas.files()
    let panels = map.id == "side-by-side" ? 2 : 1
    for ending in ["en.svg", "km.svg", "en.phone.svg", "km.phone.svg"] {
      let svg = try #require(files["maps/\(map.id).\(ending)"]).text
      for code in 1...9 {
        let marks = svg.components(separatedBy: "data-area=\"0\(code)\" role=\"img\" aria-label=\"")
        #expect(marks.count == panels + 1, "\(ending) \(code)")
      }
      #expect(svg.contains("role=\"graphics-document document\""))
    }
  }

  @Test("Every kind says headline, measure, source, licence and date in both languages.")
  func texts() throws {
    let files = try KindsAtlas.files()
    for map in KindsAtlas.maps {
      for (language, source, date) in [
        ("en", "Source: Statistics Office, 2023 (CC BY 4.0).", "As of 2026-11-22."),
        ("km", "ប្រភព៖ Statistics Office, 2023 (CC BY 4.0)។", "គិតត្រឹម 2026-11-22។"),
      ] {
        let svg = try #require(files["maps/\(map.id).\(language).svg"]).text
        #expect(svg.contains(source), "\(map.id).\(language)")
        #expect(svg.contains(date), "\(map.id).\(language)")
        #expect(!svg.contains("{"), "\(map.id).\(language) has an empty place")
      }
    }
  }

  @Test("The sentences say what the data say.")
  func sentences() throws {
    let files = try KindsAtlas.files()
    func title(_ map: String) throws -> String {
      let svg = try #require(files["maps/\(map).en.svg"]).text
      return String(try #require(svg.firstMatch(of: /<title [^>]*>([^<]*)</)).output.1)
    }
    #expect(
      try title("evidence")
        == "What is known: fewest figures in Stung Treng, Svay Rieng and Koh Kong (3 of 4), "
        + "most in 6 provinces (4)")
    #expect(try title("both") == "Internet use × Migrants: both are worst in Pailin")
    #expect(
      try title("people-circles")
        == "People: from 1,000 in Kampot to 100,000 in Ratanakiri")
    #expect(
      try title("divide-people")
        == "Divide: 36,000 of 240,000 people (15%) are in the worst class, Stung Treng")
    #expect(try title("side-by-side") == "Worst off in 1 of 2 figures: Pailin and Svay Rieng")
    #expect(
      try title("tiles")
        == "Divide: worst off are Stung Treng (95.0), Svay Rieng (80.0) and Siem Reap (70.0)")
  }

  @Test("Circles say who the headline leaves out, and the legend counts what is drawn.")
  func leftOut() throws {
    var people = KindsAtlas.people
    people[1] = IndicatorValue(value: nil, status: .noData)
    let svg = try #require(
      KindsAtlas.files(KindsAtlas.atlas(people: people))["maps/divide-people.en.svg"]
    ).text
    let note = "The headline leaves out 64,000 people in areas that are in no class: Koh Kong."
    #expect(svg.contains(">\(note)</text>"))
    #expect(svg.contains(" \(note) "))
    #expect(svg.contains(#"aria-label="Not scored: 1""#))
    // Koh Kong of all has a size and no class; Pailin, without a size, counts in its class.
    #expect(svg.contains(#"aria-label="No data""#))
  }

  @Test("How many figures are unsure is said of figures and of areas.")
  func unsure() throws {
    let svg = try #require(KindsAtlas.files()["maps/evidence.en.svg"]).text
    #expect(
      svg.contains(
        "2 figures in 2 provinces are estimated, preliminary, rounded, stale or unreliable. "
          + "Most figures are more than 5 years old: 3 provinces."))
  }

  @Test("On small multiples each end is named, on the map or under its title.")
  func ends() throws {
    let files = try KindsAtlas.files()
    for path in ["maps/side-by-side.en.svg", "maps/side-by-side.en.phone.svg"] {
      let texts = try #require(files[path]).text.matches(of: /(?s)<text [^>]*>(.*?)<\/text>/)
        .map { String($0.output.1).replacing(/<[^>]*>/, with: "") }
        .joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for name in ["Pailin", "Svay Rieng", "Kampot", "Stung Treng"] {
        #expect(texts.contains(name))
      }
    }
  }

  @Test("On tiles each of the lattice's pairs stays, and the map says so.")
  func tiles() throws {
    let svg = try #require(KindsAtlas.files()["maps/tiles.en.svg"]).text
    #expect(
      svg.contains(
        "Each province is one square of the same size. Of 12 pairs of neighbours 100% still touch, "
          + "and 100% keep their direction."))
    #expect(!svg.contains(">Water</text>"), "there is no lake on a grid")
  }

  @Test("The mark of an area on a bivariate map is the class of both its values in the table.")
  func marks() throws {
    let files = try KindsAtlas.files()
    let svg = try #require(files["maps/both.en.svg"]).text
    let page = try #require(files["maps/both.en.html"]).text
    // Few online and many gone: worst in both. Internet 12.0, 12.5 | 40, 44 | 90.25.
    #expect(svg.contains("aria-label=\"Pailin: C3, Internet use 12.5%, Migrants 9.0%\""))
    #expect(
      svg.contains("aria-label=\"Ratanakiri: Internet use 99.0% (unreliable), Migrants 4.0%\""))
    #expect(svg.contains("aria-label=\"Stung Treng: Internet use no data, Migrants 6.0%\""))
    let rows = page.components(separatedBy: "<tr>").dropFirst(2)
    #expect(rows.count == 9)
    for (code, row) in zip(1..., rows) {
      let mark = row.matches(of: /<td>([ABC][123])<\/td>/).first?.output.1
      let label = try #require(
        svg.firstMatch(
          of: try Regex("data-area=\"0\(code)\" role=\"img\" aria-label=\"([^\"]*)\""))?
          .output[1].substring)
      #expect(label.firstMatch(of: /: ([ABC][123]),/)?.output.1 == mark)
    }
    // Counts of the nine colours are those of the table.
    for mark in ["A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "C3"] {
      let count = page.components(separatedBy: "<td>\(mark)</td>").count - 1
      #expect(svg.contains(try Regex("aria-label=\"\(mark), [^\"]*: \(count)\"")), "\(mark)")
    }
  }

  @Test("Circles are drawn by falling size, each as large as its value asks.")
  func circles() throws {
    let svg = try #require(KindsAtlas.files()["maps/divide-people.en.svg"]).text
    let drawn = svg.matches(
      of: /<circle data-symbol="0([0-9])" cx="[0-9.]*" cy="[0-9.]*" r="([0-9.]*)"/
    ).compactMap { match in
      Int(match.output.1).flatMap { area in Double(match.output.2).map { (area - 1, $0) } }
    }
    #expect(drawn.count == 9)
    #expect(zip(drawn, drawn.dropFirst()).allSatisfy { $0.1 >= $1.1 })
    let largest = drawn.map(\.1).max() ?? 1
    for (area, radius) in drawn {
      let share = (KindsAtlas.people[area].value ?? 0) / 100_000
      #expect(abs(radius / largest - share.squareRoot()) < 0.005, "\(area)")
    }
  }

  @Test("An area without a size has no circle, and the map says who has none.")
  func missingSizes() throws {
    var people = KindsAtlas.people
    people[2] = .missing(reason: "not counted")
    let files = try KindsAtlas.files(KindsAtlas.atlas(people: people))
    for map in ["people-circles", "divide-people"] {
      let svg = try #require(files["maps/\(map).en.svg"]).text
      #expect(!svg.contains("data-symbol=\"03\""))
      #expect(svg.contains("People is not known, and no size is shown: Kampot."))
    }
    let cartogram = try #require(files["maps/cartogram.en.svg"]).text
    #expect(cartogram.contains("data-area=\"03\""))
    #expect(cartogram.contains("People is not known, and no size is shown: Kampot."))
  }

  @Test("Small multiples share their classes, and each shows its own values.")
  func multiples() throws {
    let svg = try #require(KindsAtlas.files()["maps/side-by-side.en.svg"]).text
    #expect(svg.contains("aria-label=\"Pailin, Migrants: 9.0%\""))
    #expect(svg.contains("aria-label=\"Pailin, Poverty: 5.0%\""))
    func fill(_ label: String) throws -> Substring {
      try #require(
        svg.firstMatch(of: try Regex("aria-label=\"\(label)\" fill=\"([^\"]*)\""))?.output[1]
          .substring)
    }
    // Nine percent is the same colour on both maps.
    #expect(try fill("Pailin, Migrants: 9.0%") == fill("Svay Rieng, Poverty: 9.0%"))
  }

  @Test("A headline of the definition goes before the generated one, for every kind.")
  func titles() throws {
    let maps = KindsAtlas.maps.map { map in
      var map = map
      map.title = LocalizedText(["en": "As we say", "km": "As we say"])
      return map
    }
    let files = try KindsAtlas.files(KindsAtlas.atlas(maps))
    for map in maps {
      let svg = try #require(files["maps/\(map.id).en.svg"]).text
      #expect(svg.contains(">As we say</title>"), "\(map.id)")
    }
  }
}
