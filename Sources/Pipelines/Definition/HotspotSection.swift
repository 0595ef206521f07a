import SpatialStatistics

/// The `hotspots:` section of an index: who neighbours whom, and how sure is sure.
struct HotspotSection {
  /// Who counts as a neighbour.
  enum Rule: String, CaseIterable {
    /// Areas that share some length of boundary.
    case sharedBoundary = "shared boundary"
    /// Areas that share any point.
    case sharedPoint = "shared point"
  }

  /// Who counts as a neighbour.
  var rule = Rule.sharedBoundary
  /// How far apart boundaries may lie and still count as one, in metres.
  var tolerance = 1.0
  /// Level and effort of the test.
  var inference = Inference()

  init(_ section: Section) {
    defer { section.finish() }
    if let neighbours = section.section("neighbours") {
      rule = neighbours.word("rule", Rule.self) ?? rule
      tolerance = neighbours.number("tolerance", in: 0...100_000) ?? tolerance
      neighbours.finish()
    }
    inference.level = section.number("level", in: 0.0001...0.5) ?? inference.level
    inference.draws = section.integer("draws", in: 99...10_000_000) ?? inference.draws
    inference.exactLimit = section.integer("exact_limit", in: 0...Int.max) ?? inference.exactLimit
    inference.seed = section.integer("seed", in: 0...Int.max).map(UInt64.init) ?? inference.seed
  }
}
