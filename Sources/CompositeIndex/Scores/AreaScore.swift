/// What a composite index says of one area.
public struct AreaScore: Sendable, Hashable, Codable {
  /// One indicator's part of a score.
  public struct Driver: Sendable, Hashable, Codable {
    /// The indicator.
    public var indicator: String
    /// Its part in score points; the drivers of an area add up to its score.
    public var points: Double
    /// Its effective weight in this area, 0–1: larger where other indicators are missing. The
    /// weights of an area add up to 1.
    public var weight: Double
    /// Its value on the scale of the index, as the means see it: 0–100, higher is a worse divide;
    /// nil where it is not told. Times the weight it makes the points under arithmetic means only.
    public var normalized: Double?

    /// A driver.
    public init(
      indicator: String, points: Double, weight: Double = 0, normalized: Double? = nil
    ) {
      self.indicator = indicator
      self.normalized = normalized
      self.points = points
      self.weight = weight
    }
  }

  /// 0 (no divide among these areas) to 100 (worst on everything), around 50 for z scores; nil
  /// when not scored.
  public var score: Double?
  /// 1 = worst divide; equal scores share the better-known "standard competition" rank.
  public var rank: Int?
  /// 5–95 % interval of the score over the uncertainty scenarios.
  public var scoreInterval: ClosedRange<Double>?
  /// 5–95 % interval of the rank over the uncertainty scenarios.
  public var rankInterval: ClosedRange<Int>?
  /// Share of scenarios, 0–1, in which the area is among the worst.
  public var severityShare: Double?
  /// Whether the area counts as severe: its rank is among the worst, and where scenarios were run
  /// it stays there in enough of them.
  public var isSevere: Bool
  /// Share of the index's indicators, by weight, that have a usable value here, 0–1.
  public var coverage: Double
  /// Parts of the score, largest first.
  public var drivers: [Driver]
  /// Why the area is not scored; nil otherwise.
  public var reason: String?

  /// A score; the default is an area that is not scored.
  public init(
    score: Double? = nil, rank: Int? = nil, scoreInterval: ClosedRange<Double>? = nil,
    rankInterval: ClosedRange<Int>? = nil, severityShare: Double? = nil, isSevere: Bool = false,
    coverage: Double = 0, drivers: [Driver] = [], reason: String? = nil
  ) {
    self.score = score
    self.rank = rank
    self.scoreInterval = scoreInterval
    self.rankInterval = rankInterval
    self.severityShare = severityShare
    self.isSevere = isSevere
    self.coverage = coverage
    self.drivers = drivers
    self.reason = reason
  }
}
