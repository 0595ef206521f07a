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
  /// How sure the ranks are; nil where it is not asked for.
  var uncertainty: Uncertainty?
  /// The indicator that counts people, for how many live in hotspots.
  var people: Placed<String>?
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
    let worstShare = severe?.number("worst_share", in: 0.01...0.99)
    let scenarioShare = severe?.number("scenario_share", in: 0...1)
    severe?.finish()
    definition = IndexDefinition(
      id: id.value, pillars: tree.pillars(in: section),
      normalization: normalization ?? .minMax,
      coverage: CoverageRule(section) ?? CoverageRule(), worstShare: worstShare ?? 0.2,
      aggregation: section.word("mean", Aggregation.self) ?? .arithmetic,
      weighting: section.word("weights", Weighting.self) ?? .explicit,
      floor: section.number("floor", in: 0.001...99.999), goalposts: section.goalposts("goalposts"),
      treatment: section.section("treatment").map(Treatment.init))
    definition.places = IndexPlaces(
      index: id.place, pillars: tree.places,
      indicators: Dictionary(tree.indicators.map { ($0.value, $0.place) }) { first, _ in first },
      goalposts: section.keyPlaces(below: "goalposts"))
    uncertainty = section.section("uncertainty").map {
      Uncertainty($0, severeShare: scenarioShare)
    }
    people = section.placedText("people")
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

extension Section {
  /// Where each key below `key` stands.
  fileprivate func keyPlaces(below key: String) -> [String: Place] {
    Dictionary((section(key)?.entries ?? []).map { ($0.key, $0.keyPlace) }) { first, _ in first }
  }

  /// `{indicator: [low, high]}`: fixed ends of scales.
  fileprivate func goalposts(_ key: String) -> [String: Goalposts] {
    guard let outer = section(key) else { return [:] }
    var posts: [String: Goalposts] = [:]
    for entry in outer.entries {
      let ends = outer.numbers(
        entry.key, in: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
      if ends.count == 2, ends[0] < ends[1] {
        posts[entry.key] = Goalposts(low: ends[0], high: ends[1])
      } else {
        log.add(
          "'\(outer.shown(entry.key))' must be the low and the high end", at: entry.keyPlace,
          remedy: "write [0, 100]")
      }
    }
    outer.forgetKeys()
    return posts
  }
}
