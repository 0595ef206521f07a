public import Geography

extension SpatialWeights {
  /// Neighbours are areas that share some length of boundary; binary.
  public static func rook(_ contiguity: Contiguity) -> SpatialWeights {
    SpatialWeights(
      areaCount: contiguity.areaCount,
      pairs: contiguity.pairs.lazy.filter { !$0.isNearMiss && $0.sharedLength > 0 }
        .map { ($0.first, $0.second) })
  }

  /// Neighbours are areas that touch anywhere, be it in a single point; binary.
  ///
  /// Near-misses are no neighbours.
  public static func queen(_ contiguity: Contiguity) -> SpatialWeights {
    SpatialWeights(
      areaCount: contiguity.areaCount,
      pairs: contiguity.pairs.lazy.filter { !$0.isNearMiss }.map { ($0.first, $0.second) })
  }
}
