/// A part of an index with a score of its own: the weighted mean of its members.
public struct Pillar: Sendable, Hashable {
  /// What a pillar is the mean of.
  public enum Member: Sendable, Hashable {
    /// An indicator by id, with its weight among the members.
    case indicator(String, weight: Double = 1)
    /// A pillar within the pillar.
    case pillar(Pillar)

    /// Its weight among the members.
    public var weight: Double {
      switch self {
      case .indicator(_, let weight): weight
      case .pillar(let pillar): pillar.weight
      }
    }
  }

  /// Name within the index: `connectivity`.
  public var id: String
  /// Its weight among its siblings; only proportions matter.
  public var weight: Double
  /// What it is the mean of.
  public var members: [Member]
  /// How much must be known; nil for the rule of what it is part of.
  public var coverage: CoverageRule?
  /// Which mean joins the members; nil for that of what it is part of.
  public var aggregation: Aggregation?

  /// A pillar of the given members.
  public init(
    id: String, weight: Double = 1, members: [Member], coverage: CoverageRule? = nil,
    aggregation: Aggregation? = nil
  ) {
    self.id = id
    self.weight = weight
    self.members = members
    self.coverage = coverage
    self.aggregation = aggregation
  }

  /// The indicators below it, in order, those of inner pillars included.
  public var indicators: [String] {
    members.flatMap { member in
      switch member {
      case .indicator(let id, _): [id]
      case .pillar(let pillar): pillar.indicators
      }
    }
  }
}
