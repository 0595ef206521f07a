/// Moran's I (1950): whether neighbours have similar values.
///
/// With z = x − x̄ over the n areas that have a value,
///
///     I = (n / S₀) Σᵢ Σⱼ wᵢⱼ zᵢ zⱼ / Σᵢ zᵢ²,  E(I) = −1 / (n − 1)
///
/// Islands count among the n areas. The variance is that of Cliff and Ord (1981).
public enum GlobalMoran: String, Sendable, Hashable, CaseIterable {
  /// The values are handed out to the areas at random.
  case randomization
  /// The values are drawn from a normal distribution.
  case normality

  /// Moran's I of `values`, in layer order; areas without a value are left out.
  ///
  /// Constant values and areas without neighbours give a result with a reason. Time grows with
  /// the number of links, and with the draws of `inference`, which also hands the values out anew;
  /// nil leaves it at the moments.
  ///
  /// - Throws: `Problem` when a value is not finite.
  public func result(
    for values: [Double?], weights: SpatialWeights, inference: Inference? = nil
  ) throws -> GlobalResult {
    let valued = try ValuedAreas(values, weights)
    let n = Double(valued.areas.count)
    if let reason = valued.reason {
      return GlobalResult(areas: valued.areas.count, without: reason)
    }
    let moments = Moments(valued.values)
    let z = moments.deviations
    let sums = WeightSums(valued.weights)
    let product = z.indices.reduce(0.0) { $0 + z[$1] * valued.weights.lag(of: $1, z) }
    let kurtosis =
      z.reduce(0) { $0 + $1 * $1 * $1 * $1 } / n / (moments.variance * moments.variance)
    var result = GlobalResult(
      statistic: product / sums.s0 / moments.variance, expected: -1 / (n - 1),
      variance: variance(n, sums, kurtosis), areas: valued.areas.count)
    result.permutation = inference.flatMap {
      PermutationTest(values: z, weights: valued.weights, inference: $0).result()
    }
    return result
  }

  private func variance(_ n: Double, _ sums: WeightSums, _ kurtosis: Double) -> Double? {
    let (s1, s2, square) = (sums.s1, sums.s2, sums.s0 * sums.s0)
    let expected = 1 / (n - 1)
    switch self {
    case .normality:
      guard n > 2 else { return nil }
      return (n * n * s1 - n * s2 + 3 * square) / ((n * n - 1) * square) - expected * expected
    case .randomization:
      guard n > 3 else { return nil }
      let random = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * square)
      let shape = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * square)
      return (random - shape) / ((n - 1) * (n - 2) * (n - 3) * square) - expected * expected
    }
  }
}

extension SpatialWeights {
  /// Σⱼ wᵢⱼ xⱼ.
  func lag(of area: Int, _ values: [Double]) -> Double {
    row(of: area).reduce(0) { $0 + weights[$1] * values[neighbors[$1]] }
  }
}
