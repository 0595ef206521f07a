/// Join counts (Cliff and Ord 1981): how often two neighbours are alike in a yes-or-no fact, such
/// as being a hotspot.
///
/// Over the n areas of which the fact is known, islands among them, `black` of which have it. Each
/// pair of mutual neighbours is one join; weights that are not mutual count for half. Moments are
/// those of the facts handed out to the areas at random (non-free sampling), exact for any n.
public struct JoinCounts: Sendable, Hashable, Codable {
  /// Joins of two areas that both have it: ½ ΣΣ wᵢⱼ bᵢ bⱼ.
  public var both: GlobalResult
  /// Joins of an area that has it with one that has not: ½ ΣΣ wᵢⱼ (bᵢ − bⱼ)².
  public var one: GlobalResult
  /// Joins of two areas without it.
  public var neither: GlobalResult
  /// All joins, ½ S₀.
  public var total: Double
  /// Number of areas that have it.
  public var black: Int
  /// Number of areas that have it not.
  public var white: Int

  /// Counts the joins of areas in layer order; areas where the fact is unknown are left out.
  /// Time grows with the number of links, and with the draws of `inference`, which also hands the
  /// facts out anew; nil leaves it at the moments.
  public init(of facts: [Bool?], weights: SpatialWeights, inference: Inference? = nil) {
    precondition(facts.count == weights.areaCount, "one fact an area")
    let known = facts.indices.filter { facts[$0] != nil }
    let colors = facts.compactMap(\.self)
    let weights = weights.restricted(to: known)
    let sums = WeightSums(weights)
    var (both, one) = (0.0, 0.0)
    for area in colors.indices {
      for link in weights.row(of: area) {
        let isNeighborBlack = colors[weights.neighbors[link]]
        if colors[area] != isNeighborBlack {
          one += weights.weights[link] / 2
        } else if isNeighborBlack {
          both += weights.weights[link] / 2
        }
      }
    }
    let black = colors.count(where: \.self)
    let white = colors.count - black
    let (b, w, n) = (Double(black), Double(white), Double(colors.count))
    self.black = black
    self.white = white
    total = sums.s0 / 2
    func result(_ count: Double, _ pairs: Double, _ triples: Double, _ fours: Double)
      -> GlobalResult
    {
      guard n > 1 else { return GlobalResult(areas: colors.count, without: Cause.noValue.text) }
      let expected = sums.s0 / 2 * pairs
      // Two links are the same pair of areas, share an area, or share none.
      let shared = (sums.s2 - 2 * sums.s1) * triples
      let apart = (sums.s0 * sums.s0 + sums.s1 - sums.s2) * fours
      let variance = (sums.s1 * pairs + shared + apart) / 4 - expected * expected
      return GlobalResult(
        statistic: count, expected: expected, variance: n > 3 ? variance : nil,
        areas: colors.count)
    }
    /// Probability that `size` areas drawn at random all have one of `color` colours.
    func share(_ color: Double, _ size: Int) -> Double {
      (0..<size).reduce(1.0) { $0 * (color - Double($1)) / (n - Double($1)) }
    }
    self.both = result(both, share(b, 2), share(b, 3), share(b, 4))
    neither = result(total - both - one, share(w, 2), share(w, 3), share(w, 4))
    let mixed = b * w / (n * (n - 1))
    self.one = result(
      one, 2 * mixed, mixed, 4 * mixed * (b - 1) * (w - 1) / ((n - 2) * (n - 3)))
    guard let inference, n > 1, sums.s0 > 0 else { return }
    func handedOut(_ facts: [Double], _ term: PermutationTest.Term) -> Permutation? {
      PermutationTest(values: facts, weights: weights, inference: inference, term: term).result()
    }
    let facts = colors.map { $0 ? 1.0 : 0 }
    self.both.permutation = handedOut(facts, .product)
    self.one.permutation = handedOut(facts, .squaredDifference)
    neither.permutation = handedOut(facts.map { 1 - $0 }, .product)
  }
}
