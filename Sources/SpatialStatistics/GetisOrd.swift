import Diagnostics

/// Getis and Ord's local statistics: where high values, or low ones, lie together.
///
/// With n areas that have a value, weights wᵢⱼ, Wᵢ = Σⱼ wᵢⱼ and S₁ᵢ = Σⱼ wᵢⱼ² (Ord and Getis 1995):
///
/// - Gi\*: z = (Σⱼ wᵢⱼ xⱼ − Wᵢ x̄) / (s √((n S₁ᵢ − Wᵢ²) / (n − 1))), sums over i and its
///   neighbours, x̄ the mean and s² = Σ(x − x̄)²/n;
/// - Gi: the same without i: x̄ᵢ and sᵢ² over the other n − 1 areas, and
///   z = (Σⱼ wᵢⱼ xⱼ − Wᵢ x̄ᵢ) / (sᵢ √(((n − 1) S₁ᵢ − Wᵢ²) / (n − 2))).
///
/// The scale of a row of weights does not change z. In Gi\* the area itself counts as much as its
/// heaviest neighbour, which is 1 for binary weights.
public enum GetisOrd: String, Sendable, Hashable, CaseIterable {
  /// The area's neighbours, without itself.
  case plain = "Gi"
  /// The area and its neighbours.
  case star = "Gi*"

  /// The statistic of each area, tested, corrected and judged.
  ///
  /// `values` stand in layer order. An area whose value is nil is left out of the statistic and
  /// of its neighbours' sums: n counts areas with a value. An area is tested when its smallest
  /// attainable p reaches the level; the correction runs over the tested areas. High or low is
  /// told from the sign of z. For Gi\*, whose test holds the area's own value fixed, the
  /// neighbours must be unusual the same way, or the verdict is `none`.
  ///
  /// - Throws: `Problem` when a value is not finite, the level is not
  ///   between 0 and 1, or random draws cannot reach it.
  public func results(
    for values: [Double?], weights: SpatialWeights, inference: Inference = Inference()
  ) throws -> [LocalResult] {
    results(of: try NeighborSums(of: values, weights: weights, inference: inference))
  }

  /// The same from sums that were tested already.
  public func results(of sums: NeighborSums) -> [LocalResult] {
    var results = tested(sums)
    results.judge(level: sums.level)
    return results
  }

  /// The statistic of each area and its p, before correction and verdict.
  func tested(_ sums: NeighborSums) -> [LocalResult] {
    var results = sums.untested
    for (position, area) in sums.valued.areas.enumerated() {
      guard let tails = sums.tails[position] else { continue }
      results[area] = result(position, sums.moments, sums.test, tails)
    }
    return results
  }

  /// z, p and the smallest p of one area, but no verdict yet.
  private func result(
    _ area: Int, _ moments: Moments, _ test: ConditionalTest, _ tails: ConditionalTest.Tails
  ) -> LocalResult {
    var result = LocalResult(
      outcomes: test.outcomeCount(area), neighbors: test.weights.row(of: area).count)
    if moments.isConstant(without: self == .plain ? area : nil) {
      result.exclude(.equalValues)
      return result
    }
    result.z = z(area, moments, test.weights)
    result.take(tails)
    if result.z == nil { result.exclude(.everyAreaIsNeighbor) }
    return result
  }

  /// The analytic z; nil where every area is a neighbour and the sum cannot vary.
  private func z(_ area: Int, _ moments: Moments, _ weights: SpatialWeights) -> Double? {
    let row = weights.row(of: area)
    var (sum, w, s1, heaviest) = (0.0, 0.0, 0.0, 0.0)
    for link in row {
      let weight = weights.weights[link]
      sum += weight * moments.deviations[weights.neighbors[link]]
      w += weight
      s1 += weight * weight
      heaviest = max(heaviest, weight)
    }
    let n: Double
    let variance: Double
    switch self {
    case .star:
      n = moments.count
      sum += heaviest * moments.deviations[area]
      w += heaviest
      s1 += heaviest * heaviest
      variance = moments.variance
    case .plain:
      n = moments.count - 1
      sum -= w * moments.mean(without: area)
      variance = moments.variance(without: area)
    }
    // n S₁ − W² is zero, up to rounding, when all n areas count and count the same.
    let spread = n * s1 - w * w
    guard spread > 1e-12 * w * w else { return nil }
    return sum / (variance * spread / (n - 1)).squareRoot()
  }
}
