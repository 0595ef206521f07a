import CompositeIndex
import Diagnostics
import SpatialStatistics

/// The `hotspots:` section of an index: who neighbours whom, how sure is sure, and which other
/// choices the clusters must stand.
struct HotspotSection {
  /// Other choices under which clusters are looked for again.
  struct Alternatives {
    /// Rules beside the chosen one.
    var neighbours: [Placed<String>] = []
    /// Levels beside the chosen one.
    var levels: [Double] = []
    /// Weights of the index beside the chosen ones.
    var weightings: [Weighting] = []
    /// Whether clusters are also looked for without the correction for multiple tests.
    var withoutCorrection = true
    /// Clusters found by at least this share of the alternatives may be named in headlines.
    var headlineShare = 0.5
  }

  /// A statistic beside Gi\* and Moran's I, as the definition words it.
  enum Statistic: String, CaseIterable {
    case gi = "Gi"
    case localMoran = "local Moran"
    case localGeary = "local Geary"
    case globalG = "Getis-Ord G"
    case joinCounts = "join counts"
  }

  /// Two indicators for bivariate local Moran: an area's own amid its neighbours' others.
  struct Pair {
    var own: Placed<String>
    var others: Placed<String>
  }

  /// Who counts as a neighbour.
  var neighbours: NeighbourSection
  /// Level and effort of the test.
  var inference = Inference()
  /// Statistics beside Gi\* and Moran's I, on the score.
  var statistics: [Statistic] = []
  /// Indicators for bivariate local Moran.
  var pairs: [Pair] = []
  /// Other choices; nil where none are declared.
  var alternatives: Alternatives?

  init(_ section: Section) {
    defer { section.finish() }
    neighbours = NeighbourSection(section.section("neighbours"))
    inference.level = section.number("level", in: 0.0001...0.5) ?? inference.level
    inference.draws = section.integer("draws", in: 99...10_000_000) ?? inference.draws
    inference.exactLimit = section.integer("exact_limit", in: 0...Int.max) ?? inference.exactLimit
    inference.seed = section.seed("seed") ?? inference.seed
    statistics = section.words("statistics", Statistic.self)
    pairs = section.listedSections("pairs").compactMap(Pair.init)
    alternatives = section.section("alternatives").map(Alternatives.init)
  }
}

extension HotspotSection.Pair {
  fileprivate init?(_ section: Section) {
    defer { section.finish() }
    guard let own = section.placedText("of", required: true),
      let others = section.placedText("amid", required: true)
    else { return nil }
    self.init(own: own, others: others)
  }
}

extension HotspotSection.Alternatives {
  init(_ section: Section) {
    defer { section.finish() }
    neighbours = (section.list("neighbours") ?? []).filter {
      NeighbourRule.read($0, log: section.log) != nil
    }
    levels = section.numbers("levels", in: 0.0001...0.5)
    weightings = section.words("weights", Weighting.self)
    withoutCorrection = section.flag("without_correction") ?? true
    headlineShare = section.number("headline_share", in: 0...1) ?? headlineShare
  }
}
