public import Diagnostics

/// What a check found.
public struct CheckResult: Sendable, Hashable {
  /// Whether the check holds. The texts are published names.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// It holds.
    case passed
    /// It does not hold.
    case failed
    /// It cannot be told: values are withheld, or there is nothing to compare with.
    case undecided
  }

  /// What was checked.
  public var definition: CheckDefinition
  /// Whether it holds.
  public var outcome: Outcome
  /// What was found, in one English sentence without full stop. Withheld values are not in it.
  public var finding: String
  /// Codes of the areas where it does not hold, in layer order.
  public var areas: [String]

  /// A result.
  public init(
    _ definition: CheckDefinition, _ outcome: Outcome, _ finding: String, areas: [String] = []
  ) {
    self.definition = definition
    self.outcome = outcome
    self.finding = finding
    self.areas = areas
  }

  /// What a run has to say of a check that does not hold; nil for all others.
  public var problem: Problem? {
    guard outcome == .failed else { return nil }
    let reason = definition.reason.map { " (\($0))" } ?? ""
    return Problem(
      "the check '\(definition.id)' does not hold: \(finding)\(reason)", at: definition.place,
      remedy: definition.severity == .fail
        ? "correct the figures, or the check where it asks too much"
        : "look at the figures, or at the check where it asks too much")
  }
}

extension Sequence<CheckResult> {
  /// Checks that do not hold and must fail the run.
  public var failures: [Problem] {
    compactMap { $0.definition.severity == .fail ? $0.problem : nil }
  }

  /// Checks that do not hold and only warn.
  public var warnings: [Problem] {
    compactMap { $0.definition.severity == .warn ? $0.problem : nil }
  }
}
