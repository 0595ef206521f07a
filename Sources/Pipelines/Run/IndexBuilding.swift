import CompositeIndex
import Diagnostics
import Geography
import Indicators
import Publishing
import SpatialStatistics

extension IndexSection {
  /// Scores the areas, finds the hotspots, and says how sure both are.
  ///
  /// - Parameter cache: keeps what takes long.
  func index(
    of matrix: IndicatorMatrix, _ layer: AreaLayer, _ contiguity: Contiguity,
    cache: StageCache? = nil
  ) throws -> Atlas.Index {
    func kept<Value: Codable>(_ stage: String, _ work: () throws -> Value) rethrows -> Value {
      try cache?.value("\(definition.id)-\(stage)", work) ?? work()
    }
    let people = people.flatMap { matrix[$0.value] }?.cells.map(\.value)
    let result = try kept("scores") {
      if let uncertainty {
        try definition.result(for: matrix, under: uncertainty, people: people)
      } else {
        try definition.result(for: matrix)
      }
    }
    let scores = result.scores.map(\.score)
    let weights = try hotspots.map { try $0.neighbours.weights(layer, contiguity) }
    let stability = try kept("stability") {
      try hotspots.flatMap {
        try $0.stability(of: definition, scores, matrix, layer, contiguity)
      }
    }
    var index = Atlas.Index(
      id: definition.id, title: title, scores: result.scores, hotspots: nil,
      neighborWeights: weights, hotspotStability: stability?.hot, weights: result.weights,
      notScored: result.notScored,
      pillarTitles: pillarTitles, worstShare: definition.worstShare,
      level: hotspots?.inference.level, reason: reason, uncertainty: result.uncertainty,
      stability: stability)
    index.neighborRule = hotspots?.neighbours.published
    index.treated = result.treated
    index.severeShare = uncertainty?.severeShare
    if let hotspots, let weights {
      index.statistics = try kept("statistics") {
        try hotspots.statistics(of: index, matrix, weights)
      }
    }
    if let people {
      index.people = index.inHotspots(people)
      let isNegative = scores.contains { ($0 ?? 0) < 0 }
      index.concentration = isNegative ? nil : try Concentration(of: scores, among: people)
    }
    return index
  }
}

extension Atlas.Index {
  /// How many of the `people` of each area live in hotspots.
  fileprivate func inHotspots(_ people: [Double?]) -> PeopleInHotspots {
    let severe = scores.map(\.isSevere)
    let hot = scores.indices.map { hotspots?[$0].cluster == .hot }
    let alternatives = (stability?.alternatives ?? []).filter { $0.refusal == nil }
      .map { alternative in scores.indices.map(Set(alternative.hot).contains) }
    return PeopleInHotspots(
      hotspots: PeopleCount(
        of: people, in: scores.indices.map(isHotspot),
        alternatives: alternatives.map { zip($0, severe).map { $0 || $1 } }),
      severe: PeopleCount(of: people, in: severe, alternatives: severeByCertainty),
      clustered: PeopleCount(of: people, in: hot, alternatives: alternatives))
  }

  /// Which areas are severe when it has to be all but sure, and when it need only be possible:
  /// among the worst in 95 % and in 5 % of the scenarios; none where no scenarios were run.
  private var severeByCertainty: [[Bool]] {
    if uncertainty == nil { return [] }
    return [
      scores.map { $0.isSevere && ($0.severityShare ?? 0) >= 0.95 },
      scores.map { $0.isSevere || ($0.severityShare ?? 0) >= 0.05 },
    ]
  }
}

extension HotspotSection {
  /// The clusters under every declared combination of other choices; nil where none are declared.
  fileprivate func stability(
    of index: IndexDefinition, _ scores: [Double?], _ matrix: IndicatorMatrix,
    _ layer: AreaLayer, _ contiguity: Contiguity
  ) throws -> StabilityReport? {
    guard let alternatives else { return nil }
    let chosen = ClusterStability.Neighbors(neighbours.name) {
      try neighbours.weights(layer, contiguity)
    }
    let others = alternatives.neighbours.compactMap { text in
      NeighbourRule(text.value).map { rule in
        ClusterStability.Neighbors(text.value) { try rule.weights(layer, contiguity) }
      }
    }
    let otherScores = try alternatives.weightings.map { weighting in
      let variation = Variation.weighting(weighting)
      return ClusterStability.Values(
        variation.name, try index.varied(by: variation).result(for: matrix).scores.map(\.score))
    }
    return try ClusterStability(
      values: [ClusterStability.Values("chosen weights", scores)] + otherScores,
      neighbors: [chosen] + others, levels: [inference.level] + alternatives.levels,
      corrections: alternatives.withoutCorrection ? [true, false] : [true],
      headlineShare: alternatives.headlineShare
    ).report(inference)
  }
}
