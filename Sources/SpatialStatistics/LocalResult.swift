/// What a local statistic says of one area.
///
/// `z`, `p` and `pMin` stand for every area with a value and neighbours with values,
/// `not testable` ones too; they are nil elsewhere, and then `reason` says why.
public struct LocalResult: Sendable, Hashable, Codable {
  /// The local statistic itself, where it is more than its z: local Moran's I, local Geary's c.
  public var statistic: Double?
  /// The area and its neighbours, each high or low; nil for Gi and Gi\*.
  public var quadrant: Quadrant?
  /// Analytic z score.
  public var z: Double?
  /// Two-sided conditional p: twice the smaller tail, at most 1.
  public var p: Double?
  /// Benjamini-Hochberg adjusted p over the testable areas; nil when not testable.
  public var pAdjusted: Double?
  /// The smallest p this area could have reached: min(1, 2 / C(n−1, k)), or 2 / (1 + R) by R draws
  /// where that is more.
  public var pMin: Double?
  /// How p was found: `exact`, or `monte carlo` with its number of draws.
  public var method: String?
  /// Number of neighbours with a value.
  public var neighbors: Int
  /// The verdict.
  public var cluster: Cluster
  /// Why it is `not testable`, or why there is no statistic; nil otherwise.
  public var reason: String?
  /// Share of outcomes at least as high as the observed one, itself included.
  public var pUpper: Double?
  /// Share of outcomes at most as high as the observed one, itself included.
  public var pLower: Double?
  /// Standard error that chance gives to `p`; 0 when exact.
  public var pError: Double?
  /// The same as `reason`, for sentences in other languages.
  public var cause: Cause?
  /// Number of equally likely outcomes, drawn or not: C(n−1, k) for equal weights; nil where it
  /// is beyond all numbers.
  public var outcomes: Double?

  /// A result; the default is one without a statistic.
  public init(
    z: Double? = nil, p: Double? = nil, pAdjusted: Double? = nil, pMin: Double? = nil,
    method: String? = nil, neighbors: Int = 0, cluster: Cluster = .notTestable,
    reason: String? = nil, pUpper: Double? = nil, pLower: Double? = nil, pError: Double? = nil,
    cause: Cause? = nil, statistic: Double? = nil, quadrant: Quadrant? = nil,
    outcomes: Double? = nil
  ) {
    self.z = z
    self.p = p
    self.pAdjusted = pAdjusted
    self.pMin = pMin
    self.method = method
    self.neighbors = neighbors
    self.cluster = cluster
    self.reason = reason
    self.pUpper = pUpper
    self.pLower = pLower
    self.pError = pError
    self.cause = cause
    self.statistic = statistic
    self.quadrant = quadrant
    self.outcomes = outcomes
  }

  /// Whether the area took part in the test.
  public var isTestable: Bool { cluster != .notTestable }
}
