internal import Geography
internal import SpatialStatistics

/// The columns of the hotspots on an index: `<id>_gi_z`, `_gi_p`, `_gi_p_adjusted`, `_gi_p_min`,
/// `_gi_method`, `_cluster`, `_hotspot`, `_hotspot_stability` and `_hotspot_reason`; none where no local
/// statistic was asked for.
func hotspotFields(of index: Atlas.Index) -> [AtlasField] {
  guard let results = index.hotspots else { return [] }
  func field(
    _ suffix: String, _ word: LocalizedText, unit: LocalizedText? = nil, _ description: String,
    _ constraints: AtlasField.Constraints = .init(), _ values: AtlasField.Values
  ) -> AtlasField {
    AtlasField(
      name: "\(index.id)_\(suffix)", title: index.title.noting(word), unit: unit,
      description: description, constraints: constraints, values: values)
  }
  let share = AtlasField.Constraints(minimum: 0, maximum: 1)
  let stability = index.hotspotStability ?? results.map { _ in nil }
  return [
    field(
      "gi_z", FieldWords.z,
      "Analytic z score of Getis-Ord Gi* on the score. Null without a score or neighbours.",
      .init(), .real(results.map(\.z))),
    field(
      "gi_p", FieldWords.p, "Two-sided conditional p of Gi*, before correction.", share,
      .real(results.map(\.p))),
    field(
      "gi_p_adjusted", FieldWords.adjustedP,
      "Benjamini-Hochberg adjusted p over the testable areas. Null where not testable.", share,
      .real(results.map(\.pAdjusted))),
    field(
      "gi_p_min", FieldWords.leastP,
      "The smallest p that the area could have reached with its number of neighbours.", share,
      .real(results.map(\.pMin))),
    field(
      "gi_method", FieldWords.method,
      "How p was found: 'exact' counts every outcome; 'monte carlo (R draws)' draws R at random, "
        + "and then no p is below 2/(R+1). Null without p.",
      .init(), .text(results.map(\.method))),
    field(
      "cluster", FieldWords.cluster,
      "Whether the area lies in a cluster: 'possibly' means before correction only.",
      .init(isRequired: true, choices: Cluster.allCases.map(\.rawValue)),
      .text(results.map(\.cluster.rawValue))),
    field(
      "hotspot", FieldWords.hotspot,
      "True where the area is severe or lies in a hot cluster. Null where it is not scored.",
      .init(), .boolean(results.indices.map(index.publishedHotspot))),
    field(
      "hotspot_stability", FieldWords.stability, unit: FieldWords.share,
      "Share of the declared alternatives (neighbours, level, correction, weights) that find the "
        + "area in a hot cluster. Null where none were declared.",
      share, .real(stability)),
    field(
      "hotspot_reason", FieldWords.hotspotReason,
      "Why the area is a hotspot, or is not: its severity, then its clustering.",
      .init(isRequired: true), .text(results.indices.map(index.hotspotReason))),
  ]
}

extension Atlas.Index {
  /// Whether the area is a divide hotspot; nil where it isn't and has no score to tell by.
  func publishedHotspot(_ area: Int) -> Bool? {
    isHotspot(area) || scores[area].score != nil ? isHotspot(area) : nil
  }

  /// Severity and clustering of an area in one English line, whether it's a hotspot or not.
  public func hotspotReason(_ area: Int) -> String {
    let score = scores[area]
    let severity =
      score.score == nil
      ? "not scored" + (score.reason.map { " (\($0))" } ?? "")
      : score.isSevere ? "severe" : "not severe"
    guard let result = hotspots?[area] else { return severity }
    let clustering =
      switch result.cluster {
      case .none: "in no cluster"
      case .notTestable: "clustering not testable"
      case .hot, .possiblyHot, .cold, .possiblyCold: "in a \(result.cluster.rawValue) cluster"
      }
    return "\(severity); \(clustering)" + (result.reason.map { " (\($0))" } ?? "")
  }
}
