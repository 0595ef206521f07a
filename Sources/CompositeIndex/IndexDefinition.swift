/// What a composite index is made of: pillars of indicators, their weights, and how much of it
/// must be known before an area gets a score.
public struct IndexDefinition: Sendable, Hashable {
  /// Name in files: `divide`.
  public var id: String
  /// The pillars; each has a score of its own, and the index is their weighted mean.
  public var pillars: [Pillar]
  /// How figures in different units are put onto one scale.
  public var normalization: Normalization
  /// How much must be known; a pillar may ask for something else.
  public var coverage: CoverageRule
  /// Share of the scored areas that count as severe, 0–1.
  public var worstShare: Double

  /// An index; by default min-max normalised, with the default coverage rule and severe meaning
  /// the worst fifth.
  public init(
    id: String, pillars: [Pillar], normalization: Normalization = .minMax,
    coverage: CoverageRule = CoverageRule(), worstShare: Double = 0.2
  ) {
    self.id = id
    self.pillars = pillars
    self.normalization = normalization
    self.coverage = coverage
    self.worstShare = worstShare
  }
}
