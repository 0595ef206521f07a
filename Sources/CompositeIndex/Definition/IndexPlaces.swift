public import Diagnostics

/// Where a definition names an index and what it is made of, for messages; all may be unknown.
public struct IndexPlaces: Sendable, Hashable {
  /// The index itself.
  public var index: Place?
  /// Its pillars, by id.
  public var pillars: [String: Place]
  /// Its indicators, by id.
  public var indicators: [String: Place]
  /// Its goalposts, by the id of their indicator.
  public var goalposts: [String: Place]

  /// Places; none by default.
  public init(
    index: Place? = nil, pillars: [String: Place] = [:], indicators: [String: Place] = [:],
    goalposts: [String: Place] = [:]
  ) {
    self.index = index
    self.pillars = pillars
    self.indicators = indicators
    self.goalposts = goalposts
  }

  /// The place of a pillar; that of the index where it is not known.
  func pillar(_ id: String) -> Place? { pillars[id] ?? index }

  /// The place of an indicator; that of the index where it is not known.
  func indicator(_ id: String) -> Place? { indicators[id] ?? index }

  /// The place of goalposts; that of the index where it is not known.
  func goalposts(of id: String) -> Place? { goalposts[id] ?? index }
}
