/// What a composite index says of all areas, and what it was made of in the end.
public struct IndexResult: Sendable, Hashable {
  /// An indicator's part in the index.
  public struct Weight: Sendable, Hashable {
    /// The indicator.
    public var indicator: String
    /// Its share of the index where nothing is missing, 0–1; the shares add up to 1.
    public var share: Double

    /// An indicator's share.
    public init(indicator: String, share: Double) {
      self.indicator = indicator
      self.share = share
    }
  }

  /// Indicators that left the index because too few areas have them.
  public struct NotScored: Sendable, Hashable {
    /// An indicator with the number of areas that have a usable value.
    public struct Count: Sendable, Hashable {
      /// The indicator.
      public var indicator: String
      /// Number of areas.
      public var areas: Int

      /// An indicator's count.
      public init(indicator: String, areas: Int) {
        self.indicator = indicator
        self.areas = areas
      }
    }

    /// The pillar they belong to.
    public var pillar: String
    /// Whether the pillar left with them, because none of its indicators is left.
    public var isWholePillar: Bool
    /// The indicators, in the order of the definition.
    public var indicators: [Count]
    /// Number of areas in the layer.
    public var areaCount: Int
    /// Share of the areas that the rule asks for, 0–1.
    public var minimumShare: Double

    /// Indicators of one pillar that are not scored.
    public init(
      pillar: String, isWholePillar: Bool, indicators: [Count], areaCount: Int,
      minimumShare: Double
    ) {
      self.pillar = pillar
      self.isWholePillar = isWholePillar
      self.indicators = indicators
      self.areaCount = areaCount
      self.minimumShare = minimumShare
    }
  }

  /// One score an area, in layer order.
  public var scores: [AreaScore]
  /// The indicators that are scored, in the order of the definition.
  public var weights: [Weight]
  /// What is not scored, in the order of the definition.
  public var notScored: [NotScored]

  /// A result of its parts.
  public init(scores: [AreaScore], weights: [Weight], notScored: [NotScored]) {
    self.scores = scores
    self.weights = weights
    self.notScored = notScored
  }
}
