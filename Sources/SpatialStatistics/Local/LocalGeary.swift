/// Anselin's local Geary (1995, 2019): how unlike its neighbours an area is. Small is alike.
///
///     cᵢ = Σⱼ wᵢⱼ (xᵢ − xⱼ)² / m₂,  m₂ = Σ(x − x̄)²/(n − 1) or Σ(x − x̄)²/n
///
/// over the n areas with a value. With uⱼ = (xᵢ − xⱼ)² it is, but for m₂, the sum Σⱼ wᵢⱼ uⱼ over
/// the neighbours, as in Gi, and has the conditional moments and outcomes of such a sum over the
/// n − 1 others.
public struct LocalGeary: Sendable, Hashable {
  /// The divisor of m₂; z and p do not depend on it.
  public var divisor: LocalDivisor

  /// Local Geary, by default as spdep has it.
  public init(divisor: LocalDivisor = .sample) { self.divisor = divisor }

  /// The statistic of each area, tested, corrected and judged.
  ///
  /// Values and gaps are treated as by `GetisOrd`. A negative z says that an area is like its
  /// neighbours: such areas are `hot` when high among high and `cold` when low among low. All
  /// others are `none`; those unlike their neighbours say so.
  ///
  /// - Throws: `Problem` as `GetisOrd.results`.
  public func results(
    for values: [Double?], weights: SpatialWeights, inference: Inference = Inference()
  ) throws -> [LocalResult] {
    try inference.check()
    let valued = try ValuedAreas(values, weights)
    let test = ConditionalTest(
      values: valued.values, weights: valued.weights, inference: inference,
      term: .squaredDifference)
    let tails = try test.tails()
    let moments = test.moments
    let powers = Powers(moments)
    var results = LocalResult.untested(values, weights)
    for (position, area) in valued.areas.enumerated() {
      guard let tails = tails[position] else { continue }
      results[area] = LocalResult(
        outcomes: test.outcomeCount(position),
        neighbors: valued.weights.row(of: position).count)
      if moments.isConstant(without: position) {
        results[area].exclude(.equalValues)
        continue
      }
      results[area].take(tails)
      let own = moments.deviations[position]
      let sum = test.observed(position)
      results[area].statistic = sum / divisor.meanSquare(moments)
      results[area].z = powers.z(own, sum, test.weights, position)
      results[area].quadrant = Quadrant(own: own, neighbors: test.lag(of: position))
      if results[area].z == nil { results[area].exclude(.everyAreaIsNeighbor) }
    }
    results.judge(level: inference.level, isAlikeLow: true)
    return results
  }

  /// Sums of the powers of the deviations, from which each area's Σ(xᵢ − xⱼ)² and Σ(xᵢ − xⱼ)⁴
  /// over all others follow in constant time.
  private struct Powers {
    let count: Double
    private var (second, third, fourth) = (0.0, 0.0, 0.0)

    init(_ moments: Moments) {
      count = moments.count
      for deviation in moments.deviations {
        let square = deviation * deviation
        second += square
        third += square * deviation
        fourth += square * square
      }
    }

    /// z of the sum of an area; nil where it cannot vary.
    func z(_ own: Double, _ sum: Double, _ weights: SpatialWeights, _ area: Int) -> Double? {
      let square = own * own
      let others = count - 1
      let mean = (count * square + second) / others
      let meanSquare =
        (count * square * square + 6 * square * second - 4 * own * third + fourth) / others
      let variance = meanSquare - mean * mean
      let row = weights.weights[weights.row(of: area)]
      let (w, s1) = (row.reduce(0, +), row.reduce(0) { $0 + $1 * $1 })
      let spread = others * s1 - w * w
      guard spread > 1e-12 * w * w, variance > 1e-12 * meanSquare else { return nil }
      return (sum - w * mean) / (variance * spread / (others - 1)).squareRoot()
    }
  }
}
