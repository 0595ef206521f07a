/// One finished stage of a run, as the log tells it.
public struct StageReport: Sendable, Hashable {
  /// The stage: `boundaries`, `tables`, `index`, …
  public var stage: String
  /// What came out of it, in a few words.
  public var outcome: String
  /// How long it took, in seconds.
  public var seconds: Double

  /// A finished stage.
  public init(stage: String, outcome: String, seconds: Double) {
    self.stage = stage
    self.outcome = outcome
    self.seconds = seconds
  }
}
