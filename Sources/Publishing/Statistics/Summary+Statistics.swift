internal import SpatialStatistics

extension Atlas.Index {
  /// Every local statistic in a few numbers, and the areas in which it is unusual.
  func localSummaries(codes: [String]) -> JSON {
    .array(everyLocalStatistic.map { summary(of: $0, codes) })
  }

  private func summary(of statistic: LocalStatistic, _ codes: [String]) -> JSON {
    let results = statistic.results
    func count(_ number: Int) -> JSON { .integer(number) }
    func real(_ number: Double?) -> JSON { number.map(JSON.real) ?? .null }
    let tested = results.filter { $0.pAdjusted != nil }
    let unusual = results.indices.filter { area in
      results[area].pAdjusted != nil && results[area].p.map { $0 <= level ?? 0 } ?? false
    }
    // A sum of whole numbers that doubles hold; beyond that it says nothing.
    let outcomes =
      results.contains { $0.p != nil && $0.outcomes == nil }
      ? nil : results.reduce(0) { $0 + ($1.outcomes ?? 0) }
    return [
      "statistic": .text(statistic.name),
      "variable": .text(statistic.variable),
      "neighbor_variable": .text(statistic.neighborVariable),
      "areas": count(results.count { $0.p != nil }),
      "areas_without": count(results.count { $0.p == nil }),
      "testable": count(tested.count),
      "method": .optional(Atlas.Index.method(of: results)),
      "outcomes": real(outcomes.flatMap { $0 <= AtlasTable.greatestNumber ? $0 : nil }),
      "least_p_min": real(results.compactMap(\.pMin).min()),
      "greatest_p_error": real(results.compactMap(\.pError).max()),
      "cutoff_p": real(FalseDiscovery.cutoff(tested.compactMap(\.p), level: level ?? 0)),
      "unusual": .array(
        unusual.map { area in
          [
            "area_code": .text(codes[area]),
            "quadrant": .optional(results[area].quadrant?.rawValue),
            "cluster": .text(results[area].cluster.rawValue),
            "z": real(results[area].z),
            "p": real(results[area].p),
            "p_adjusted": real(results[area].pAdjusted),
            "reason": .optional(results[area].reason),
          ]
        }),
    ]
  }

  /// How often neighbours share each class of the hotspots.
  var joinCountSummaries: JSON {
    .array(
      joinCounts.map { joins in
        [
          "fact": .text(joins.fact),
          "areas_with": .integer(joins.counts.black),
          "areas_without": .integer(joins.counts.white),
          "joins": .real(joins.counts.total),
          "both": JSON(joins.counts.both),
          "one": JSON(joins.counts.one),
          "neither": JSON(joins.counts.neither),
        ]
      })
  }
}

extension JSON {
  /// A global statistic: its moments and normal approximation, then what handing the values out
  /// at random says.
  init(_ result: GlobalResult) {
    func real(_ number: Double?) -> JSON { number.map(JSON.real) ?? .null }
    let permutation: JSON? = result.permutation.map { permutation in
      [
        "p": .real(permutation.p),
        "p_upper": .real(permutation.pUpper),
        "p_lower": .real(permutation.pLower),
        "p_min": .real(permutation.pMin),
        "p_error": .real(permutation.pError),
        "method": .text(permutation.method),
        "outcomes": real(permutation.outcomes),
      ]
    }
    self = [
      "statistic": real(result.statistic),
      "expected": real(result.expected),
      "variance": real(result.variance),
      "z": real(result.z),
      "p": real(result.p),
      "p_upper": real(result.pUpper),
      "p_lower": real(result.pLower),
      "method": .optional(result.p == nil ? nil : "normal approximation"),
      "areas": .integer(result.areas),
      "reason": .optional(result.reason),
      "permutation": permutation ?? .null,
    ]
  }
}
