public import Geography

/// A figure that areas are compared by: what it is called, what it counts, and which way is worse.
public struct Indicator: Sendable, Hashable {
  /// Which way the divide grows.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// The higher the value, the worse off the area.
    case highIsWorse = "high"
    /// The lower the value, the worse off the area.
    case lowIsWorse = "low"
    /// Neither: the figure is shown, and never enters an index.
    case none
  }

  /// Name in files, snake_case: `internet_use_women`.
  public var id: String
  /// What it is called, by language.
  public var title: LocalizedText
  /// What one unit of it is, by language: `% of women 15–49`.
  public var unit: LocalizedText
  /// When it was measured: `2021-22`.
  public var period: String
  /// Identifiers of its sources.
  public var sources: [String]
  /// Which way is worse.
  public var direction: Direction
  /// Digits after the point in maps, tables and sentences; data files are never rounded.
  public var decimals: Int
  /// Whether its figures have errors, so that the columns of errors are published even on a
  /// night on which none has.
  public var hasError: Bool

  /// An indicator.
  public init(
    id: String, title: LocalizedText, unit: LocalizedText, period: String, sources: [String],
    direction: Direction, decimals: Int = 1, hasError: Bool = false
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.period = period
    self.sources = sources
    self.direction = direction
    self.decimals = decimals
    self.hasError = hasError
  }
}
