/// Mean and variance of all values, and of all but one, in constant time each.
struct Moments {
  /// Number of values.
  let count: Double
  /// Value less mean, in the order given.
  let deviations: [Double]
  /// Σ(x − x̄)² / n.
  let variance: Double
  private let values: [Double]
  private let sorted: [Double]

  init(_ values: [Double]) {
    self.values = values
    sorted = values.sorted()
    count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let deviations = values.map { $0 - mean }
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

  /// Whether all values are equal, leaving out one.
  func isConstant(without area: Int?) -> Bool {
    var (low, high) = (0, sorted.count - 1)
    if let area, values[area] == sorted[low] {
      low += 1
    } else if let area, values[area] == sorted[high] {
      high -= 1
    }
    return low >= high || sorted[low] == sorted[high]
  }
}
