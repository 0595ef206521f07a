import Diagnostics

/// Getis and Ord's G (1992): whether high values, or low ones, lie together.
///
///     G = Σᵢ Σⱼ wᵢⱼ xᵢ xⱼ / Σᵢ Σⱼ≠ᵢ xᵢ xⱼ,  E(G) = S₀ / (n (n − 1))
///
/// over the n areas with a value, islands among them. It is meant for binary weights, and for
/// values of which none is negative. The variance is that of values handed out at random.
public enum GlobalG {
  /// G of `values`, in layer order; areas without a value are left out.
  ///
  /// Constant values and areas without neighbours give a result with a reason. Time grows with
  /// the number of links, and with the draws of `inference`, which also hands the values out anew;
  /// nil leaves it at the moments.
  ///
  /// - Throws: `Problem` when a value is not finite, or negative.
  public static func result(
    for values: [Double?], weights: SpatialWeights, inference: Inference? = nil
  ) throws -> GlobalResult {
    if let area = values.firstIndex(where: { ($0 ?? 0) < 0 }), let value = values[area] {
      throw Problem(
        "the value '\(value)' of area \(area + 1) of \(values.count) is negative, and G compares "
          + "products of values", remedy: "use Moran's I, or a scale that starts at zero")
    }
    let valued = try ValuedAreas(values, weights)
    if let reason = valued.reason {
      return GlobalResult(areas: valued.areas.count, without: reason)
    }
    let x = valued.values
    let powers = x.reduce(into: Powers()) { $0.add($1) }
    guard x.count(where: { $0 > 0 }) > 1 else {
      return GlobalResult(areas: x.count, without: "fewer than two values are above zero")
    }
    let sums = WeightSums(valued.weights)
    let product = x.indices.reduce(0.0) { $0 + x[$1] * valued.weights.lag(of: $1, x) }
    let n = Double(x.count)
    let expected = sums.s0 / (n * (n - 1))
    var result = GlobalResult(
      statistic: product / powers.pairs, expected: expected,
      variance: n > 3 ? powers.meanSquare(n, sums) - expected * expected : nil, areas: x.count)
    result.permutation = inference.flatMap {
      PermutationTest(values: x, weights: valued.weights, inference: $0).result()
    }
    return result
  }

  /// Σx, Σx², Σx³ and Σx⁴.
  private struct Powers {
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)

    mutating func add(_ x: Double) {
      first += x
      second += x * x
      third += x * x * x
      fourth += x * x * x * x
    }

    /// Σᵢ Σⱼ≠ᵢ xᵢ xⱼ.
    var pairs: Double { first * first - second }

    /// E(G²), Getis and Ord 1992, equation 7.
    func meanSquare(_ n: Double, _ sums: WeightSums) -> Double {
      let (s1, s2, square) = (sums.s1, sums.s2, sums.s0 * sums.s0)
      let b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * square
      let b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * square)
      let b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * square)
      let b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * square
      let b4 = s1 - s2 + square
      let low = b0 * second * second + b1 * fourth + b2 * first * first * second
      let high = b3 * first * third + b4 * first * first * first * first
      return (low + high) / (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3))
    }
  }
}
