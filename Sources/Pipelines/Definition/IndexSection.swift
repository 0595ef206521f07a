import CompositeIndex
import Diagnostics
import Geography

/// One entry of the `indexes:` section: what is scored, and how its hotspots are found.
struct IndexSection {
  /// What the statistics need of it.
  var definition: IndexDefinition
  /// Where its id stands.
  var place: Place
  /// What it is called.
  var title: LocalizedText
  /// What its pillars are called, by pillar id.
  var pillarTitles: [String: LocalizedText]
  /// Why the weights are what they are.
  var reason: String?
  /// Where each indicator is named, for errors found later.
  var indicatorPlaces: [Placed<String>]
  /// How hotspots are found; nil where none are asked for.
  var hotspots: HotspotSection?

  init(_ id: Placed<String>, _ section: Section) {
    defer { section.finish() }
    place = id.place
    title = section.localized("title", required: true) ?? LocalizedText()
    reason = section.text("reason")
    var tree = PillarTree(section)
    let normalization = section.word("normalisation", Normalization.self)
    let severe = section.section("severe")
    definition = IndexDefinition(
      id: id.value, pillars: tree.pillars(in: section),
      normalization: normalization ?? .minMax,
      coverage: CoverageRule(section) ?? CoverageRule(),
      worstShare: severe?.number("worst_share", in: 0.01...0.99) ?? 0.2)
    severe?.finish()
    pillarTitles = tree.titles
    indicatorPlaces = tree.indicators
    hotspots = section.section("hotspots").map(HotspotSection.init)
  }
}

extension CoverageRule {
  /// The rule a section gives, or nil when it gives none.
  init?(_ section: Section) {
    let areas = section.number("minimum_areas", in: 0...1)
    let indicators = section.number("minimum_indicators", in: 0...1)
    if areas == nil, indicators == nil { return nil }
    self.init()
    self.areas = areas ?? self.areas
    self.indicators = indicators ?? self.indicators
  }
}
