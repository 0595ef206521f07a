/// Sobol' indices from pairs of scenarios.
enum Sensitivity {
  /// The influence of a factor.
  ///
  /// `first` and `second` are outputs in scenarios A and B, `mixed` those in A with the factor's
  /// choice taken from B. Nil when the output never changes.
  static func influence(
    of factor: UncertaintyReport.Factor, first: [Double], second: [Double], mixed: [Double]
  ) -> UncertaintyReport.Influence? {
    let all = first + second
    let mean = all.reduce(0, +) / Double(all.count)
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1)
    if variance == 0 { return nil }
    // The output less its mean has the same indices, and less noise in them.
    let alone = first.indices.map { (second[$0] - mean) * (mixed[$0] - first[$0]) / variance }
    let left = first.indices.map {
      (first[$0] - mixed[$0]) * (first[$0] - mixed[$0]) / (2 * variance)
    }
    let (firstOrder, firstOrderError) = meanAndError(alone)
    let (total, totalError) = meanAndError(left)
    return .init(
      factor: factor, firstOrder: firstOrder, firstOrderError: firstOrderError, total: total,
      totalError: totalError)
  }

  private static func meanAndError(_ values: [Double]) -> (Double, Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / (count - 1) / count).squareRoot())
  }
}
