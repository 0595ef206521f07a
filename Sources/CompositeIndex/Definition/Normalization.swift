import Foundation

/// How the values of an indicator are put onto a scale where higher is worse.
///
/// x stands for the value, n for the number of areas that have one. Where low values are worse
/// the scale is turned around: x becomes −x first.
public enum Normalization: String, Sendable, Hashable, CaseIterable {
  /// 100 (x − min) / (max − min): 0 for the best area and 100 for the worst.
  case minMax = "min-max"
  /// 50 + 10 (x − x̄) / s with s² = Σ(x − x̄)² / (n − 1): 50 for the mean, 10 a standard deviation.
  case zScore = "z-score"
  /// 100 r / n, where r − 1 areas are better: 100/n for the best area, equal values share a rank.
  case rank
  /// 100 (r − 1) / (n − 1): 0 for the best area, the share of the others that are better elsewhere.
  case percentRank = "percent-rank"
  /// 100 (x − low) / (high − low) between the indicator's fixed goalposts, and 0 or 100 outside.
  case goalposts

  /// The highest score on the scale; a z score has none.
  var ceiling: Double { self == .zScore ? .infinity : 100 }

  /// `values` on the scale, in place. NaN stands for a missing value and stays.
  ///
  /// Values that are all equal give NaN, except between goalposts, which must be given. Linear
  /// in the number of values, but for ranks, which sort.
  func normalize(_ values: inout [Double], isHighWorse: Bool, goalposts: Goalposts?) {
    switch self {
    case .minMax:
      var (low, high) = (Double.infinity, -Double.infinity)
      for value in values where !value.isNaN {
        low = min(low, value)
        high = max(high, value)
      }
      place(&values, from: low, to: high, isHighWorse: isHighWorse)
    case .goalposts:
      guard let goalposts else { return }
      place(&values, from: goalposts.low, to: goalposts.high, isHighWorse: isHighWorse)
      for area in values.indices where !values[area].isNaN {
        values[area] = min(100, max(0, values[area]))
      }
    case .zScore:
      standardize(&values, sign: isHighWorse ? 1 : -1)
    case .rank, .percentRank:
      let ranking = Ranking(values, highestFirst: !isHighWorse)
      let count = Double(ranking.count)
      for (area, rank) in ranking.ranks.enumerated() where rank > 0 {
        values[area] =
          self == .rank ? 100 * Double(rank) / count : 100 * Double(rank - 1) / (count - 1)
      }
    }
  }

  private func place(
    _ values: inout [Double], from low: Double, to high: Double, isHighWorse: Bool
  ) {
    // Halved so that the range of very large values of both signs stays finite.
    let range = high / 2 - low / 2
    for area in values.indices {
      let distance =
        isHighWorse ? values[area] / 2 - low / 2 : high / 2 - values[area] / 2
      values[area] = 100 * (distance / range)
    }
  }

  private func standardize(_ values: inout [Double], sign: Double) {
    var (count, sum) = (0.0, 0.0)
    for value in values where !value.isNaN {
      count += 1
      sum += value
    }
    let mean = sum / count
    var squares = 0.0
    for value in values where !value.isNaN { squares += (value - mean) * (value - mean) }
    let unit = sign * 10 / (squares / (count - 1)).squareRoot()
    for area in values.indices { values[area] = 50 + unit * (values[area] - mean) }
  }
}
