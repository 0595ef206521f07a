public import SpatialStatistics

/// Who counts as a neighbour in the hotspots of an index, as the definition words it.
public struct NeighborRule: Sendable, Hashable {
  /// A pair that people who know the ground joined or cut.
  public struct Edit: Sendable, Hashable {
    /// What was done.
    public var action: WeightsEdit.Action
    /// The codes of the two areas.
    public var areas: [String]
    /// Why.
    public var reason: String

    /// A correction of one pair.
    public init(_ action: WeightsEdit.Action, _ areas: [String], reason: String) {
      self.action = action
      self.areas = areas
      self.reason = reason
    }
  }

  /// The rule: `shared boundary`, `4 nearest`.
  public var name: String
  /// Whether each area's weights add up to one.
  public var isRowStandardized: Bool
  /// Corrections in the order of the definition.
  public var edits: [Edit]

  /// A rule.
  public init(_ name: String, isRowStandardized: Bool = false, edits: [Edit] = []) {
    self.name = name
    self.isRowStandardized = isRowStandardized
    self.edits = edits
  }
}
