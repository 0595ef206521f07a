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
  /// Which mean joins the pillars; a pillar may use another inside.
  public var aggregation: Aggregation
  /// Where the weights come from.
  public var weighting: Weighting
  /// In a geometric or harmonic mean a member below this counts as this, 0–100 without the ends.
  /// Without a floor every member must be above zero.
  public var floor: Double?
  /// Ends of the scale by indicator, for `Normalization.goalposts`.
  public var goalposts: [String: Goalposts]
  /// How outliers are drawn in before anything else; nil leaves all values as they are.
  public var treatment: Treatment?
  /// Where it is defined, for messages.
  public var places = IndexPlaces()

  /// An index; by default a min-max normalised arithmetic mean with explicit weights, no outlier
  /// treatment, the default coverage rule, and severe meaning the worst fifth.
  public init(
    id: String, pillars: [Pillar], normalization: Normalization = .minMax,
    coverage: CoverageRule = CoverageRule(), worstShare: Double = 0.2,
    aggregation: Aggregation = .arithmetic, weighting: Weighting = .explicit,
    floor: Double? = nil, goalposts: [String: Goalposts] = [:], treatment: Treatment? = nil
  ) {
    self.id = id
    self.pillars = pillars
    self.normalization = normalization
    self.coverage = coverage
    self.worstShare = worstShare
    self.aggregation = aggregation
    self.weighting = weighting
    self.floor = floor
    self.goalposts = goalposts
    self.treatment = treatment
  }
}
