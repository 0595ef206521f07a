/// The sums over weights that moments of global statistics need.
struct WeightSums {
  /// S₀ = ΣΣ wᵢⱼ.
  private(set) var s0 = 0.0
  /// S₁ = ½ ΣΣ (wᵢⱼ + wⱼᵢ)².
  private(set) var s1 = 0.0
  /// S₂ = Σᵢ (Σⱼ wᵢⱼ + Σⱼ wⱼᵢ)².
  private(set) var s2 = 0.0

  /// Time grows with the links times the logarithm of a row's length.
  init(_ weights: SpatialWeights) {
    var both = [Double](repeating: 0, count: weights.areaCount)
    for area in 0..<weights.areaCount {
      for link in weights.row(of: area) {
        let (weight, neighbor) = (weights.weights[link], weights.neighbors[link])
        both[area] += weight
        both[neighbor] += weight
        s0 += weight
        // Each link and its way back, if there is one, meet in two terms of S₁ or in one.
        s1 += weight * (weight + weights.weight(from: neighbor, to: area))
      }
    }
    s2 = both.reduce(0) { $0 + $1 * $1 }
  }
}

extension SpatialWeights {
  /// How much `neighbor` counts for `area`; 0 when it is no neighbour.
  func weight(from area: Int, to neighbor: Int) -> Double {
    var row = row(of: area)
    while !row.isEmpty {
      let middle = (row.lowerBound + row.upperBound) / 2
      if neighbors[middle] == neighbor { return weights[middle] }
      row =
        neighbors[middle] < neighbor ? middle + 1..<row.upperBound : row.lowerBound..<middle
    }
    return 0
  }
}
