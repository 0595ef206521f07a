internal import CompositeIndex
internal import SpatialStatistics

extension JSON {
  /// How the uncertainty of ranks was found: every configured alternative as run or refused, what
  /// it changes, and what moves the ranks.
  init(_ report: UncertaintyReport, codes: [String]) {
    func list(_ areas: [Int]?) -> JSON { .array((areas ?? []).map { .text(codes[$0]) }) }
    self = [
      "scenarios": .integer(report.scenarios),
      "mean_rank_shift": .real(report.meanRankShift),
      "alternatives": .array(
        report.alternatives.map { alternative in
          [
            "choice": .text(alternative.factor.rawValue),
            "name": .text(alternative.name),
            "run": .boolean(alternative.refusal == nil),
            "refusal": .optional(alternative.refusal),
            "rank_correlation": alternative.comparison?.rankCorrelation.map(JSON.real) ?? .null,
            "mean_rank_shift": (alternative.comparison?.meanRankShift).map(JSON.real) ?? .null,
            "entering_worst": list(alternative.comparison?.entering),
            "leaving_worst": list(alternative.comparison?.leaving),
          ]
        }),
      "influences": .array(
        report.influences.map { influence in
          [
            "choice": .text(influence.factor.rawValue),
            "first_order": .real(influence.firstOrder),
            "first_order_error": .real(influence.firstOrderError),
            "total": .real(influence.total),
            "total_error": .real(influence.totalError),
          ]
        }),
      "people_in_worst_areas": report.worstPeople.map {
        .array([.real($0.lowerBound), .real($0.upperBound)])
      } ?? .null,
    ]
  }

  /// Which clusters every alternative finds, and what the correction for multiple tests leaves.
  init(_ report: StabilityReport, codes: [String]) {
    func list(_ areas: [Int]) -> JSON { .array(areas.map { .text(codes[$0]) }) }
    self = [
      "alternatives": .array(
        report.alternatives.map { alternative in
          [
            "neighbours": .text(alternative.neighbors),
            "values": .text(alternative.values),
            "level": .real(alternative.level),
            "corrected": .boolean(alternative.isCorrected),
            "refusal": .optional(alternative.refusal),
            "testable": .integer(alternative.testable),
            "hot": list(alternative.hot),
            "cold": list(alternative.cold),
          ]
        }),
      "survival_of_correction": .array(
        report.survival.map { survival in
          [
            "values": .text(survival.values),
            "hot_before": list(survival.before),
            "hot_after": list(survival.after),
          ]
        }),
      "headline_share": .real(report.headlineShare),
      "headline_areas": list(report.headlineAreas),
    ]
  }

  /// How many people live in some areas, with the interval.
  init(_ count: PeopleCount) {
    self = [
      "people": .real(count.people),
      "share": count.share.map(JSON.real) ?? .null,
      "low": (count.interval?.lowerBound).map(JSON.real) ?? .null,
      "high": (count.interval?.upperBound).map(JSON.real) ?? .null,
      "areas_not_counted": .integer(count.uncounted),
    ]
  }

  /// The concentration index and its curve as pairs of cumulative shares.
  init(_ concentration: Concentration) {
    self = [
      "index": .real(concentration.index),
      "areas": .integer(concentration.areas),
      "curve": .array(
        concentration.curve.map { .array([.real($0.people), .real($0.value)]) }),
    ]
  }
}

extension TreatedIndicator {
  /// Its changed cells: area, from what and to what, and the rule.
  func json(codes: [String]) -> [JSON] {
    cells.map { cell in
      [
        "indicator": .text(indicator),
        "area_code": .text(codes[cell.area]),
        "from": .real(cell.from),
        "to": .real(cell.to),
        "rule": .text(method.rawValue),
      ]
    }
  }
}
