/// Fixed ends of an indicator's scale, so that a score moves only when its own area does.
public struct Goalposts: Sendable, Hashable {
  /// The low end, in the indicator's unit.
  public var low: Double
  /// The high end, in the indicator's unit; above `low`.
  public var high: Double

  /// Goalposts from `low` to `high`, in the indicator's unit.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}
