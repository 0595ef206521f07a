import Diagnostics

/// What is varied to see how sure the ranks of an index are, and how often.
///
/// A scenario makes every choice anew: one of the weightings, each weight changed by up to a share
/// of itself, one of the normalisations, one of the means, none or one of the indicators left out,
/// and each value with a standard error moved by normal noise. All options of a choice are equally
/// likely, the definition's own among them (Saisana, Saltelli and Tarantola 2005).
public struct Uncertainty: Sendable, Hashable {
  /// Number of scenarios.
  public var scenarios: Int
  /// Seed of the random choices; the same seed gives the same scenarios.
  public var seed: UInt64
  /// Largest change of a weight, as a share of itself, 0–1; 0 leaves the weights alone. Changes
  /// are uniform between − and + this.
  public var weightShare: Double
  /// Weightings beside the definition's own.
  public var weightings: [Weighting]
  /// Normalisations beside the definition's own.
  public var normalizations: [Normalization]
  /// Means beside the definition's own.
  public var aggregations: [Aggregation]
  /// Whether each indicator is left out in turn.
  public var leavesIndicatorsOut: Bool
  /// Whether values with a standard error move by it.
  public var usesStandardErrors: Bool
  /// Share of the scenarios, 0–1, in which an area must be among the worst to be severe.
  public var severeShare: Double
  /// The scores of this many scenarios, from the first, are kept in the report.
  public var keptScenarios: Int
  /// Threads to use, nil for one a core. The results do not depend on it.
  public var threads: Int?

  /// A thousand scenarios: weights ± 25 %, equal weights, each indicator left out, and sampling
  /// error; severe from 80 % of them.
  public init(
    scenarios: Int = 1000, seed: UInt64 = 1, weightShare: Double = 0.25,
    weightings: [Weighting] = [.equal], normalizations: [Normalization] = [],
    aggregations: [Aggregation] = [], leavesIndicatorsOut: Bool = true,
    usesStandardErrors: Bool = true, severeShare: Double = 0.8, keptScenarios: Int = 0,
    threads: Int? = nil
  ) {
    self.scenarios = scenarios
    self.seed = seed
    self.weightShare = weightShare
    self.weightings = weightings
    self.normalizations = normalizations
    self.aggregations = aggregations
    self.leavesIndicatorsOut = leavesIndicatorsOut
    self.usesStandardErrors = usesStandardErrors
    self.severeShare = severeShare
    self.keptScenarios = keptScenarios
    self.threads = threads
  }

  /// Refuses settings that give no scenarios.
  func check(index id: String, at place: Place?) throws {
    var problems = Problems()
    if scenarios < 20 {
      problems.add(
        "'\(scenarios)' scenarios give index '\(id)' no interval from 5 to 95 %",
        at: place, remedy: "use at least 20, better 1000")
    }
    if !(0..<1).contains(weightShare) {
      problems.add(
        "the weights of index '\(id)' cannot change by the share '\(weightShare)'",
        at: place, remedy: "use a share from 0 to below 1, such as 0.25")
    }
    if !(0...1).contains(severeShare) {
      problems.add(
        "the severe share of index '\(id)' is '\(severeShare)'", at: place,
        remedy: "use a share from 0 to 1")
    }
    try problems.throwIfAny()
  }
}
