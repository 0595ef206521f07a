import Indicators
import Publishing
import SpatialStatistics

extension HotspotSection {
  /// Whether a declared statistic is tested by the same sums as the clusters.
  private var sharesTest: Bool { statistics.contains(.gi) || statistics.contains(.localMoran) }

  /// The clusters on the scores of an index and the declared statistics.
  func statistics(
    of index: Atlas.Index, _ matrix: IndicatorMatrix, _ weights: SpatialWeights
  ) throws -> IndexStatistics {
    var index = index
    let scores = index.scores.map(\.score)
    // Where other statistics share the test of the clusters, it is made once.
    let sums =
      try sharesTest ? NeighborSums(of: scores, weights: weights, inference: inference) : nil
    index.hotspots =
      try sums.map(GetisOrd.star.results)
      ?? GetisOrd.star.results(for: scores, weights: weights, inference: inference)
    try addStatistics(to: &index, matrix, weights, sums)
    return index.statistics
  }

  /// Adds the declared statistics on the score, and on pairs of indicators, to an index whose
  /// hotspots are known; `sums` are those of its scores, nil where no statistic shares them.
  private func addStatistics(
    to index: inout Atlas.Index, _ matrix: IndicatorMatrix, _ weights: SpatialWeights,
    _ sums: NeighborSums?
  ) throws {
    let scores = index.scores.map(\.score)
    let (moran, geary) = (LocalMoran(), LocalGeary())
    let column = "\(index.id)_score"
    func add(_ statistic: Statistic, divisor: LocalDivisor? = nil, _ results: [LocalResult]?) {
      guard let results else { return }
      let variant = divisor.map { " (\($0.rawValue))" } ?? ""
      index.localStatistics.append(
        LocalStatistic(statistic.rawValue + variant, of: column, results: results))
    }
    index.moran = try GlobalMoran.randomization.result(
      for: scores, weights: weights, inference: inference)
    for statistic in statistics {
      switch statistic {
      case .globalG: index.globalG = try globalG(of: scores, weights)
      case .joinCounts: index.joinCounts = joins(of: index, weights)
      case .gi: add(.gi, sums.map(GetisOrd.plain.results))
      case .localMoran: add(.localMoran, divisor: moran.divisor, sums.map { moran.results(of: $0) })
      case .localGeary:
        add(
          .localGeary, divisor: geary.divisor,
          try geary.results(for: scores, weights: weights, inference: inference))
      }
    }
    for pair in pairs {
      index.localStatistics.append(
        LocalStatistic(
          "bivariate local Moran (\(moran.divisor.rawValue))", of: pair.own.value,
          amid: pair.others.value,
          results: try moran.results(
            for: matrix.statisticalValues(of: pair.own.value),
            amid: matrix.statisticalValues(of: pair.others.value), weights: weights,
            inference: inference)))
    }
  }

  /// G compares products, so a negative score leaves it without one.
  private func globalG(of scores: [Double?], _ weights: SpatialWeights) throws -> GlobalResult {
    let known = scores.compactMap(\.self)
    if known.contains(where: { $0 < 0 }) {
      return GlobalResult(areas: known.count, without: "a score is negative")
    }
    return try GlobalG.result(for: scores, weights: weights, inference: inference)
  }

  /// Areas without a score have none of the facts, and areas without a test are in no cluster.
  private func joins(of index: Atlas.Index, _ weights: SpatialWeights) -> [FactJoins] {
    func joins(_ fact: String, _ hasIt: (Int) -> Bool) -> FactJoins {
      let facts = index.scores.indices.map { index.scores[$0].score == nil ? nil : hasIt($0) }
      return FactJoins(fact, JoinCounts(of: facts, weights: weights, inference: inference))
    }
    func isCluster(_ area: Int, _ kinds: [Cluster]) -> Bool {
      index.hotspots.map { kinds.contains($0[area].cluster) } ?? false
    }
    return [
      joins("severe") { index.scores[$0].isSevere },
      joins("hotspot", index.isHotspot),
      joins("hot or possibly hot") { isCluster($0, [.hot, .possiblyHot]) },
      joins("cold or possibly cold") { isCluster($0, [.cold, .possiblyCold]) },
    ]
  }
}

extension IndicatorMatrix {
  /// The values of an indicator that enter statistics, one an area.
  fileprivate func statisticalValues(of indicator: String) -> [Double?] {
    self[indicator]?.cells.map { $0.entersStatistics ? $0.value : nil }
      ?? areaCodes.map { _ in nil }
  }
}
