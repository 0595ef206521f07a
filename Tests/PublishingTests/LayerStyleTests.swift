import Foundation
import Geography
import Indicators
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Styles for QGIS")
struct LayerStyleTests {
  private func styles(_ atlas: Atlas) throws -> [String: Style] {
    let styles = try layerStyles(of: atlas, areas: .areas(of: atlas))
    return Dictionary(
      uniqueKeysWithValues: try styles.map { ($0.name, try Style($0.qml, $0.isDefault)) })
  }

  @Test("There is one for each map, the first map's by default.")
  func names() throws {
    let styles = try layerStyles(of: LatticeAtlas.atlas(), areas: .areas(of: LatticeAtlas.atlas()))
    #expect(styles.map(\.name) == LatticeAtlas.maps.map(\.id))
    #expect(styles.map(\.isDefault) == [true] + styles.dropFirst().map { _ in false })
    #expect(styles.allSatisfy { $0.layer == "areas" && !$0.description.isEmpty })
  }

  @Test("An atlas without any such map comes with names of its columns and areas of one colour.")
  func withoutMaps() throws {
    var atlas = LatticeAtlas.atlas()
    let aliases = try #require(try styles(atlas)["divide"]).aliases
    atlas.maps = atlas.maps.filter(\.subject.columns.isEmpty)
    let styles = try styles(atlas)
    #expect(styles.keys.sorted() == ["areas"])
    let style = try #require(styles["areas"])
    #expect(style.isDefault && style.aliases == aliases && !aliases.isEmpty)
    #expect(style.rules.map(\.condition) == ["TRUE"])
    #expect(style.rules.map(\.layers) == [["SimpleFill"]])
    #expect(style.rules.map(\.label) == [atlas.boundaries.areasWord.text(in: "en")])
  }

  @Test("Rules say the words of the map's legend and have its colours, in its order; no water.")
  func legends() throws {
    let atlas = LatticeAtlas.atlas()
    let context = MapContext(atlas: atlas, words: Words(language: "en"), projectionName: nil)
    let styles = try styles(atlas)
    for map in atlas.maps {
      let legend = try atlas.map(map).sheet(in: context).legend
      let rows = (legend.classes + legend.others).filter { $0.fill != Word.water.fill }
      let style = try #require(styles[map.id])
      #expect(style.rules.map(\.label) == rows.map(\.text))
      for (rule, row) in zip(style.rules, rows) {
        if let fill = row.fill {
          #expect(rule.colors.first == fill.background.components)
          if case .pattern(let pattern) = fill {
            #expect(rule.colors.contains(pattern.foreground.components))
          }
        }
      }
    }
  }

  @Test("Classes leave out what the map leaves out, and every other area has a rule of its own.")
  func conditions() throws {
    let rules = try #require(try styles(LatticeAtlas.atlas())["internet_use"]).rules
    let reliable = " AND NOT (\"internet_use_status\" IN ('unreliable'))"
    #expect(
      rules.map(\.condition) == [
        "\"internet_use\" <= 12.5" + reliable,
        "\"internet_use\" > 12.5 AND \"internet_use\" <= 44.0" + reliable,
        "\"internet_use\" > 44.0 AND \"internet_use\" <= 90.25" + reliable,
        "\"internet_use_status\" IN ('unreliable')", "\"internet_use_status\" IN ('no data')",
        "\"internet_use_status\" IN ('suppressed')",
        "\"internet_use_status\" IN ('not applicable')",
      ])
  }

  @Test("Where a status is in a class here and outside there, codes tell the areas apart.")
  func mixedStatus() throws {
    var cells = LatticeAtlas.cells
    cells[3] = IndicatorValue(value: 44, status: .unreliable, entersStatistics: true)
    let rules = try #require(try styles(LatticeAtlas.atlas(cells: cells))["internet_use"]).rules
    #expect(rules[0].condition == "\"internet_use\" <= 12.5 AND NOT (\"area_code\" IN ('06'))")
    #expect(rules[3].condition == "\"area_code\" IN ('06')")
  }

  @Test("Hotspots have patterns, a heavy outline where severe, and a triangle.")
  func hotspots() throws {
    let rules = try #require(try styles(LatticeAtlas.atlas())["divide-hotspots"]).rules
    #expect(rules[0].condition == "\"divide_cluster\" = 'hot' AND \"divide_score\" IS NOT NULL")
    #expect(rules[0].layers == ["SimpleFill", "LinePatternFill", "SimpleLine"])
    #expect(
      rules.contains {
        $0.condition == "\"divide_cluster\" = 'none' AND \"divide_score\" IS NOT NULL"
      })
    #expect(
      rules.suffix(2).map(\.condition) == [
        "left(\"divide_hotspot_reason\", 6) = 'severe'", "\"divide_hotspot\" = true",
      ])
    #expect(rules.suffix(2).map(\.layers) == [["SimpleLine"], ["CentroidFill", "SimpleMarker"]])
  }

  @Test("Columns read as their titles with their units.")
  func aliases() throws {
    let style = try #require(try styles(LatticeAtlas.atlas())["internet_use"])
    #expect(style.aliases["internet_use"] == "Internet use (% of people)")
    #expect(style.aliases["internet_use_status"] == "Internet use: status")
    #expect(style.aliases["area_code"] == "Area code")
  }

  @Test("A title cannot become markup or an expression.")
  func escaping() throws {
    var atlas = LatticeAtlas.atlas()
    atlas.matrix.columns[0].indicator.title = LocalizedText(["en": "<b>&\"' [% 1/0 %]"])
    let style = try #require(try styles(atlas)["internet_use"])
    #expect(style.aliases["internet_use"] == "<b>&\"' [% 1/0 %] (% of people)")
    #expect(style.note.contains("<br>&lt;b&gt;&amp;&quot;&#39; [ 1/0 %]: [% coalesce("))
  }

  @Test("Without a local statistic the map of hotspots has no columns to be drawn from.")
  func withoutHotspots() throws {
    var atlas = LatticeAtlas.atlas()
    atlas.indexes[0].hotspots = nil
    #expect(try styles(atlas)["divide-hotspots"] == nil)
  }
}

/// A style's document, read back.
private struct Style {
  struct Rule {
    var label: String
    var condition: String
    var layers: [String]
    var colors: [String]
  }

  var rules: [Rule]
  var aliases: [String: String]
  var note: String
  var isDefault: Bool

  init(_ text: String, _ isDefault: Bool) throws {
    let document = try XMLDocument(xmlString: text)
    func elements(_ path: String, in node: XMLNode = document) throws -> [XMLElement] {
      try node.nodes(forXPath: path).compactMap { $0 as? XMLElement }
    }
    func attribute(_ name: String, _ element: XMLElement) -> String {
      element.attribute(forName: name)?.stringValue ?? ""
    }
    rules = try elements("//rule").map { rule in
      let symbol = "//symbols/symbol[@name='\(attribute("symbol", rule))']"
      return Rule(
        label: attribute("label", rule), condition: attribute("filter", rule),
        layers: try elements("\(symbol)//layer").map { attribute("class", $0) },
        colors: try elements("\(symbol)//prop[contains(@k, 'color')]").map { attribute("v", $0) })
    }
    aliases = Dictionary(
      uniqueKeysWithValues: try elements("//alias").map {
        (attribute("field", $0), attribute("name", $0))
      })
    note = try elements("//mapTip").first?.stringValue ?? ""
    self.isDefault = isDefault
  }
}
