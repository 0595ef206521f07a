public import CompositeIndex

/// How many people live in divide hotspots, and in the areas that make them so.
public struct PeopleInHotspots: Sendable, Hashable {
  /// In hotspots, severe or clustered; the interval is the range over the alternative clusterings.
  public var hotspots: PeopleCount
  /// In severe areas; the interval holds the people of the worst areas in 5–95 % of scenarios.
  public var severe: PeopleCount
  /// In hot clusters; the interval is the range over the alternative clusterings.
  public var clustered: PeopleCount

  /// Counts of people.
  public init(hotspots: PeopleCount, severe: PeopleCount, clustered: PeopleCount) {
    self.hotspots = hotspots
    self.severe = severe
    self.clustered = clustered
  }
}
