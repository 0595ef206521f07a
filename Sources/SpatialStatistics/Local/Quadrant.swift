/// An area's own value and its neighbours' mean, each against the mean of all areas.
public enum Quadrant: String, Sendable, Hashable, CaseIterable, Codable {
  /// High among high.
  case highHigh = "high-high"
  /// Low among low.
  case lowLow = "low-low"
  /// High among low.
  case highLow = "high-low"
  /// Low among high.
  case lowHigh = "low-high"

  /// The quadrant of two deviations from their means; a deviation of zero is not high.
  init(own: Double, neighbors: Double) {
    self =
      own > 0
      ? (neighbors > 0 ? .highHigh : .highLow) : (neighbors > 0 ? .lowHigh : .lowLow)
  }
}
