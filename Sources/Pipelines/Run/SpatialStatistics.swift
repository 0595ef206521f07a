import Indicators
import Publishing
import SpatialStatistics

extension HotspotSection {
  /// Adds the declared statistics on the score, and on pairs of indicators, to an index whose
  /// hotspots are known.
  func addStatistics(
    to index: inout Atlas.Index, _ matrix: IndicatorMatrix, weights: SpatialWeights
  ) throws {
    let scores = index.scores.map(\.score)
    index.moran = try GlobalMoran.randomization.result(
      for: scores, weights: weights, inference: inference)
    for statistic in statistics {
      switch statistic {
      case .globalG:
        index.globalG = try globalG(of: scores, weights)
      case .joinCounts:
        index.joinCounts = joins(of: index, weights)
      case .gi, .localMoran, .localGeary:
        let (name, results) = try local(statistic, scores, weights)
        index.localStatistics.append(
          LocalStatistic(name, of: "\(index.id)_score", results: results))
      }
    }
    for pair in pairs {
      let moran = LocalMoran()
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

  /// Name and results of a local statistic.
  private func local(_ statistic: Statistic, _ scores: [Double?], _ weights: SpatialWeights) throws
    -> (String, [LocalResult])
  {
    switch statistic {
    case .localGeary:
      let geary = LocalGeary()
      return (
        "\(statistic.rawValue) (\(geary.divisor.rawValue))",
        try geary.results(for: scores, weights: weights, inference: inference)
      )
    case .localMoran:
      let moran = LocalMoran()
      return (
        "\(statistic.rawValue) (\(moran.divisor.rawValue))",
        try moran.results(for: scores, weights: weights, inference: inference)
      )
    case .gi, .globalG, .joinCounts:
      return (
        GetisOrd.plain.rawValue,
        try GetisOrd.plain.results(for: scores, weights: weights, inference: inference)
      )
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
