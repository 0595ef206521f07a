/// Which values are withheld because too few people stand behind them.
///
/// The value leaves the data at the join: its cell is `suppressed`, without value, error,
/// interval or sample size, and nothing that comes later can know them. So do as many others as it
/// takes to keep it from being worked out from a total, see `docs/tables.md`.
public struct SuppressionRule: Sendable, Hashable {
  /// What is counted.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The sample size of the row, which must be there.
    case sampleSize = "sample_size"
    /// The value itself, a count of people.
    case count
  }

  /// Values with fewer than this are withheld.
  public var below: Double
  /// What is counted.
  public var basis: Basis

  /// A rule.
  public init(below: Double, basis: Basis = .sampleSize) {
    self.below = below
    self.basis = basis
  }

  /// Why a value is withheld, without saying how few there are. It does not tell a value that is
  /// small from one that is withheld to hide it, for that would say how much the two add up to.
  var reason: String {
    switch basis {
    case .sampleSize: "fewer than \(below.short) respondents, or needed to hide such a value"
    case .count: "a count below \(below.short), or needed to hide such a count"
    }
  }
}

extension Collection<IndicatorDefinition> {
  /// Identifiers of indicators some of whose figures may be withheld: by a rule of their own, or
  /// together with others. No message may quote a cell of theirs.
  public var withSecrets: Set<String> {
    let all = Array(self)
    return Set(SmallNumbers.groups(of: all).joined().map { all[$0].indicator.id })
  }
}
