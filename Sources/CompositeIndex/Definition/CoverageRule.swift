/// How much must be known before something is scored. Nothing is ever imputed.
public struct CoverageRule: Sendable, Hashable {
  /// Share of the areas, 0–1, that an indicator must have usable values for. One with fewer
  /// leaves the index; a pillar leaves it with its last indicator.
  public var areas: Double
  /// Share of the indicators, 0–1 by weight, that an area must have usable values for. With
  /// fewer the pillar, or the index, has no score in that area.
  public var indicators: Double

  /// A rule; 60 % of either by default.
  public init(areas: Double = 0.6, indicators: Double = 0.6) {
    self.areas = areas
    self.indicators = indicators
  }
}
