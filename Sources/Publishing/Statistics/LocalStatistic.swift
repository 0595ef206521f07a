public import SpatialStatistics

/// A local statistic with one result an area, in layer order.
public struct LocalStatistic: Sendable, Hashable, Codable {
  /// Its name and variant: `local Moran (n - 1)`.
  public var name: String
  /// Column of the areas' own values: `divide_score`.
  public var variable: String
  /// Column of the neighbours' values; another one in bivariate statistics only.
  public var neighborVariable: String
  /// What it says of each area.
  public var results: [LocalResult]

  /// A statistic of one column, or of a column and the neighbours' values of another.
  public init(
    _ name: String, of variable: String, amid neighborVariable: String? = nil,
    results: [LocalResult]
  ) {
    self.name = name
    self.variable = variable
    self.neighborVariable = neighborVariable ?? variable
    self.results = results
  }
}

/// Join counts of a fact about the areas.
public struct FactJoins: Sendable, Hashable, Codable {
  /// The fact: `severe`, `hotspot`, `hot`, `cold`.
  public var fact: String
  /// How often neighbours share it.
  public var counts: JoinCounts

  /// The joins of a fact.
  public init(_ fact: String, _ counts: JoinCounts) {
    self.fact = fact
    self.counts = counts
  }
}

extension Atlas.Index {
  /// Every local statistic on the neighbours of the hotspots, Gi\* first; empty where no
  /// hotspots were asked for.
  public var everyLocalStatistic: [LocalStatistic] {
    guard let hotspots else { return [] }
    return [LocalStatistic(GetisOrd.star.rawValue, of: "\(id)_score", results: hotspots)]
      + localStatistics
  }

  /// How p of a statistic was found, and in how many areas where that differs: `exact`, or
  /// `exact in 20 areas, monte carlo (9999 draws) in 5`; nil where no area has a p.
  public static func method(of results: [LocalResult]) -> String? {
    let methods = results.compactMap(\.method)
    let different = Set(methods).sorted()
    if different.count < 2 { return different.first }
    return different.enumerated().map { order, method in
      let count = methods.count { $0 == method }
      return "\(method) in \(count)" + (order == 0 ? " areas" : "")
    }.joined(separator: ", ")
  }
}
