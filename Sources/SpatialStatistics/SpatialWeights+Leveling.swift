extension SpatialWeights {
  /// Weights of a row that differ by no more than this share of the smaller one are equal: a
  /// micrometre in a kilometre, more than distances are rounded by.
  private static let levelingTolerance = 1e-9

  /// The same weights, but those of a row that are equal up to rounding are equal: each group is
  /// set to its smallest weight, which no other exceeds by more than a share of 10⁻⁹.
  ///
  /// Without it two areas equally far would count as different, and who of them gets which value
  /// as different outcomes.
  func leveled() -> SpatialWeights {
    var leveled = self
    for area in 0..<areaCount {
      let row = row(of: area)
      if row.allSatisfy({ weights[$0] == weights[row.lowerBound] }) { continue }
      var level = 0.0
      for link in row.sorted(by: { weights[$0] < weights[$1] }) {
        if weights[link] > level * (1 + Self.levelingTolerance) { level = weights[link] }
        leveled.weights[link] = level
      }
    }
    return leveled
  }
}
