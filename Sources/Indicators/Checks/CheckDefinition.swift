public import Diagnostics

/// Something that must hold of the figures before they are published.
public struct CheckDefinition: Sendable, Hashable {
  /// What becomes of a run when a check does not hold.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The run fails.
    case fail
    /// The run says so and goes on.
    case warn
  }

  /// What must hold.
  public enum Rule: Sendable, Hashable {
    /// Every value lies in the range.
    case range(ValueRange)
    /// The values of all areas add up to this number, give or take the tolerance.
    case sum(Double, tolerance: Double)
    /// In every area no indicator is smaller than the one listed before it.
    case monotone
    /// At least so many areas have a value.
    case coverage(Int)
    /// No value is older than so many years on the date of the atlas.
    case age(Double)
    /// The rank correlation (Spearman) of two indicators lies in the range.
    case correlation(ValueRange)
    /// No value moved by more than this since the last release: in the indicator's unit, or in
    /// percent of the earlier value.
    case change(Double, inPercent: Bool)

    /// The published name of the rule.
    public var name: String {
      switch self {
      case .range: "range"
      case .sum: "sum_equals"
      case .monotone: "monotone"
      case .coverage: "coverage"
      case .age: "not_older_than"
      case .correlation: "correlation"
      case .change: "change"
      }
    }
  }

  /// The name that results and messages use.
  public var id: String
  /// What must hold.
  public var rule: Rule
  /// Identifiers of the indicators that it must hold of: two for a correlation, two or more,
  /// the smallest first, for a monotone row, one for a sum, any number otherwise.
  public var indicators: [String]
  /// What becomes of a run when it does not.
  public var severity: Severity
  /// Why it should hold; printed when it does not.
  public var reason: String?
  /// Where the definition says so.
  public var place: Place?

  /// A check; it fails the run unless said otherwise.
  public init(
    id: String, rule: Rule, indicators: [String], severity: Severity = .fail,
    reason: String? = nil, place: Place? = nil
  ) {
    self.id = id
    self.rule = rule
    self.indicators = indicators
    self.severity = severity
    self.reason = reason
    self.place = place
  }
}
