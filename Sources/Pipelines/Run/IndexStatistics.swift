import Publishing
import SpatialStatistics

/// What is found on the scores of an index: its clusters, and every declared statistic.
struct IndexStatistics: Codable, Hashable {
  var clusters: [LocalResult]?
  var local: [LocalStatistic]
  var moran: GlobalResult?
  var globalG: GlobalResult?
  var joins: [FactJoins]
}

extension Atlas.Index {
  /// The same as parts of the index.
  var statistics: IndexStatistics {
    get {
      IndexStatistics(
        clusters: hotspots, local: localStatistics, moran: moran, globalG: globalG,
        joins: joinCounts)
    }
    set {
      hotspots = newValue.clusters
      localStatistics = newValue.local
      moran = newValue.moran
      globalG = newValue.globalG
      joinCounts = newValue.joins
    }
  }
}
