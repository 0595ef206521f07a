/// What a composite index says of all areas, and what it was made of in the end.
public struct IndexResult: Sendable, Hashable, Codable {
  /// An indicator's part in the index.
  public struct Weight: Sendable, Hashable, Codable {
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
  public struct NotScored: Sendable, Hashable, Codable {
    /// An indicator with the number of areas that have a usable value.
    public struct Count: Sendable, Hashable, Codable {
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

  /// The score of a pillar everywhere.
  public struct PillarScores: Sendable, Hashable, Codable {
    /// The pillar.
    public var pillar: String
    /// Its score in each area, in layer order; nil where it is not scored.
    public var scores: [Double?]

    /// The scores of a pillar.
    public init(pillar: String, scores: [Double?]) {
      self.pillar = pillar
      self.scores = scores
    }
  }

  /// One score an area, in layer order.
  public var scores: [AreaScore]
  /// The indicators that are scored, in the order of the definition.
  public var weights: [Weight]
  /// What is not scored, in the order of the definition.
  public var notScored: [NotScored]
  /// The scored pillars, inner ones before those they are part of.
  public var pillars: [PillarScores]
  /// Indicators of which values were changed before they were scored, with every changed cell.
  public var treated: [TreatedIndicator]
  /// What PCA weights were taken from; empty for other weights.
  public var components: [PrincipalComponent]
  /// How sure the ranks are; nil when that was not asked for.
  public var uncertainty: UncertaintyReport?

  /// A result of its parts.
  public init(
    scores: [AreaScore], weights: [Weight], notScored: [NotScored], pillars: [PillarScores] = [],
    treated: [TreatedIndicator] = [], components: [PrincipalComponent] = [],
    uncertainty: UncertaintyReport? = nil
  ) {
    self.scores = scores
    self.weights = weights
    self.notScored = notScored
    self.pillars = pillars
    self.treated = treated
    self.components = components
    self.uncertainty = uncertainty
  }
}
