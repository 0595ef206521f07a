public import Diagnostics

/// What a run that went well has to say.
public struct RunOutcome: Sendable {
  /// One sentence for people: what was published where.
  public var sentence: String
  /// Lines for those who want to know more: how the tables met the areas.
  public var details: [String]
  /// What is no failure but should be known.
  public var warnings: [Problem]
  /// The stages in order.
  public var stages: [StageReport]
  /// Whether the release of an earlier run says the same, so that nothing was published.
  public var isUnchanged = false
}
