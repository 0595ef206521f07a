import Foundation

/// What a global statistic says of all areas together.
public struct GlobalResult: Sendable, Hashable, Codable {
  /// The statistic; nil where there is none.
  public var statistic: Double?
  /// Its mean where values lie at random.
  public var expected: Double?
  /// Its variance where values lie at random; nil for fewer than four areas.
  public var variance: Double?
  /// (statistic − expected) / √variance; nil where the variance is unknown or zero.
  public var z: Double?
  /// Probability of a standard normal number at least as high as `z`.
  public var pUpper: Double?
  /// Probability of a standard normal number at most as high as `z`.
  public var pLower: Double?
  /// Number of areas with a value, islands among them.
  public var areas: Int
  /// Why there is no statistic, or no z; nil otherwise.
  public var reason: String?
  /// What handing out the values at random says; nil where it was not asked for, or is too much
  /// work.
  public var permutation: Permutation?

  /// Two-sided p of the normal approximation: twice the smaller tail.
  public var p: Double? {
    guard let pUpper, let pLower else { return nil }
    return min(1, 2 * min(pUpper, pLower))
  }

  init(statistic: Double, expected: Double, variance: Double?, areas: Int) {
    self.statistic = statistic
    self.expected = expected
    self.variance = variance
    self.areas = areas
    guard let variance else {
      reason = "the \(areas) areas with a value are too few for a variance"
      return
    }
    // A statistic that cannot vary has a variance of zero, up to rounding.
    guard variance > 1e-14 * expected * expected else {
      reason = "it is the same wherever the values lie"
      return
    }
    let z = (statistic - expected) / variance.squareRoot()
    self.z = z
    pUpper = erfc(z / 2.0.squareRoot()) / 2
    pLower = erfc(-z / 2.0.squareRoot()) / 2
  }

  /// No statistic, and why.
  public init(areas: Int, without reason: String) {
    self.areas = areas
    self.reason = reason
  }
}
