/// What handing out the values to the areas at random says of a global statistic.
public struct Permutation: Sendable, Hashable, Codable {
  /// Share of the arrangements with a statistic at least as high as the observed one, itself
  /// included.
  public var pUpper: Double
  /// Share of the arrangements with a statistic at most as high, the observed one included.
  public var pLower: Double
  /// Random arrangements behind them; nil when every arrangement was visited.
  public var draws: Int?
  /// Number of different arrangements; nil where it is beyond all numbers.
  public var outcomes: Double?

  /// Two-sided p: twice the smaller tail, at most 1.
  public var p: Double { min(1, 2 * min(pUpper, pLower)) }

  /// The smallest p that could have come out: twice one arrangement, or one draw, of all.
  public var pMin: Double {
    max(min(1, 2 / (outcomes ?? .infinity)), draws.map { 2 / Double(1 + $0) } ?? 0)
  }

  /// Standard error that chance gives to `p`; 0 when exact.
  public var pError: Double {
    guard let draws else { return 0 }
    let tail = min(pUpper, pLower)
    return 2 * (tail * (1 - tail) / Double(draws)).squareRoot()
  }

  /// How p was found: `exact`, or `monte carlo` with its number of draws.
  public var method: String { draws.map { "monte carlo (\($0) draws)" } ?? "exact" }
}
