/// Mean and variance of all values, and of all but one, in constant time each.
struct Moments {
  /// Number of values.
  let count: Double
  /// Value less mean, in the order given; 0 where that is rounding only.
  let deviations: [Double]
  /// Numbers made of the deviations are equal when they differ by at most this share of the
  /// largest that could be: 10⁻¹², or more where the values themselves are rounded by more.
  let tieShare: Double
  /// Σ(x − x̄)² / n.
  let variance: Double
  private let values: [Double]
  private let sorted: [Double]
  /// What the values may be off by.
  private let rounding: Double

  init(_ values: [Double]) {
    self.values = values
    sorted = values.sorted()
    count = Double(values.count)
    let mean = values.reduce(0, +) / count
    var centered = values.map { $0 - mean }
    let largest = values.reduce(0) { max($0, abs($1)) }
    let reach = centered.reduce(0) { max($0, abs($1)) }
    // The mean of large values that differ little is itself rounded.
    let rest = centered.reduce(0, +) / count
    if abs(rest) > ConditionalTest.tieTolerance * reach { centered = centered.map { $0 - rest } }
    let rounding = 4 * Double.ulpOfOne * largest
    let tieShare = max(ConditionalTest.tieTolerance, reach > 0 ? rounding / reach : 0)
    let deviations = centered.map { abs($0) <= tieShare * reach ? 0 : $0 }
    self.rounding = rounding
    self.tieShare = tieShare
    self.deviations = deviations
    variance = deviations.reduce(0) { $0 + $1 * $1 } / count
  }

  /// Mean deviation of all others.
  func mean(without area: Int) -> Double { -deviations[area] / (count - 1) }

  /// Variance of all others, with their number as divisor.
  func variance(without area: Int) -> Double {
    let mean = mean(without: area)
    let own = deviations[area]
    let variance = (count * variance - own * own) / (count - 1) - mean * mean
    // One value may carry nearly all of the variance; what it leaves is then mostly rounding.
    if variance > 1e-5 * self.variance { return variance }
    return deviations.indices.reduce(0) { sum, other in
      let offset = deviations[other] - mean
      return other == area ? sum : sum + offset * offset
    } / (count - 1)
  }

  /// Whether all values are equal but for rounding, leaving out one.
  func isConstant(without area: Int?) -> Bool {
    var (low, high) = (0, sorted.count - 1)
    if let area, values[area] == sorted[low] {
      low += 1
    } else if let area, values[area] == sorted[high] {
      high -= 1
    }
    return low >= high || sorted[high] - sorted[low] <= 2 * rounding
  }
}
