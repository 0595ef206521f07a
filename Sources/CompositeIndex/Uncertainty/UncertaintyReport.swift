/// How the scenarios of an index were made, and what moves its ranks.
public struct UncertaintyReport: Sendable, Hashable, Codable {
  /// A choice that scenarios make.
  public enum Factor: String, Sendable, Hashable, CaseIterable, Codable {
    /// Which weighting, and by how much each weight changes.
    case weights
    /// Which normalisation.
    case normalization = "normalisation"
    /// Which mean.
    case aggregation
    /// Which indicator is left out, if any.
    case leftOutIndicator = "left-out indicator"
    /// The errors of the values.
    case samplingError = "sampling error"
  }

  /// One option of a choice: taken by scenarios, or refused.
  public struct Alternative: Sendable, Hashable, Codable {
    /// The choice.
    public var factor: Factor
    /// The option in English: `equal weights`, `weights ± 25 %`, `without mpi_headcount`.
    public var name: String
    /// What it alone changes; nil when it was refused, or is random.
    public var comparison: Comparison?
    /// Why it could not be taken; nil when it was.
    public var refusal: String?

    /// An option.
    public init(
      factor: Factor, name: String, comparison: Comparison? = nil, refusal: String? = nil
    ) {
      self.factor = factor
      self.name = name
      self.comparison = comparison
      self.refusal = refusal
    }
  }

  /// How much of the variance of the average rank shift a choice explains.
  ///
  /// Estimated from f(A), f(B) and f(A with the choice of B) over N pairs of scenarios, f the
  /// average rank shift and V its variance (Saltelli et al. 2010, table 2 b and f). Estimates can
  /// lie a little below 0 or above 1.
  public struct Influence: Sendable, Hashable, Codable {
    /// The choice.
    public var factor: Factor
    /// Share explained by the choice alone: Σ f(B) (f(A_B) − f(A)) / (N V).
    public var firstOrder: Double
    /// Standard error of `firstOrder`.
    public var firstOrderError: Double
    /// Share that would be left if all other choices were known: Σ (f(A) − f(A_B))² / (2 N V).
    public var total: Double
    /// Standard error of `total`.
    public var totalError: Double

    /// A choice's influence.
    public init(
      factor: Factor, firstOrder: Double, firstOrderError: Double, total: Double,
      totalError: Double
    ) {
      self.factor = factor
      self.firstOrder = firstOrder
      self.firstOrderError = firstOrderError
      self.total = total
      self.totalError = totalError
    }
  }

  /// Number of scenarios behind the intervals.
  public var scenarios: Int
  /// Every configured option, in the order of `Factor`.
  public var alternatives: [Alternative]
  /// Mean over the scenarios of the average rank shift: Σ |rank − rank in the scenario| / n.
  public var meanRankShift: Double
  /// The influence of each choice with more than one option; empty when no rank ever moves.
  public var influences: [Influence]
  /// 5–95 % interval of the people in the worst areas; nil when people were not given.
  public var worstPeople: ClosedRange<Double>?
  /// Scores in the first scenarios, as many as were to be kept; areas in layer order.
  public var scores: [[Double?]]

  /// A report of its parts.
  public init(
    scenarios: Int, alternatives: [Alternative], meanRankShift: Double, influences: [Influence],
    worstPeople: ClosedRange<Double>? = nil, scores: [[Double?]] = []
  ) {
    self.scenarios = scenarios
    self.alternatives = alternatives
    self.meanRankShift = meanRankShift
    self.influences = influences
    self.worstPeople = worstPeople
    self.scores = scores
  }
}
