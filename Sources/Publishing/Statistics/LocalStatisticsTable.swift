internal import Geography
internal import SpatialStatistics

extension AtlasTable {
  /// One row for each index, local statistic and area: what it is, how sure it is, and why there
  /// is none where there is none.
  public static func localStatistics(of atlas: Atlas) -> AtlasTable {
    let codes = atlas.layer.codes
    let all = atlas.indexes.flatMap { index in
      index.everyLocalStatistic.map { (index: index.id, statistic: $0) }
    }
    let results = all.flatMap(\.statistic.results)
    func text(
      _ name: String, _ description: String, _ values: [String?],
      _ constraints: AtlasField.Constraints = .init(isRequired: true)
    ) -> AtlasField {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        constraints: constraints, values: .text(values))
    }
    func each(_ name: String, _ description: String, _ value: (String, LocalStatistic) -> String)
      -> AtlasField
    {
      text(
        name, description, all.flatMap { one in codes.map { _ in value(one.index, one.statistic) } }
      )
    }
    func real(
      _ name: String, _ description: String, _ constraints: AtlasField.Constraints = .init(),
      _ value: (LocalResult) -> Double?
    ) -> AtlasField {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        constraints: constraints, values: .real(results.map(value)))
    }
    let share = AtlasField.Constraints(minimum: 0, maximum: 1)
    return AtlasTable(
      name: "local_statistics",
      description: "One row for each index, local statistic and area.", rowCount: results.count,
      fields: [
        text("area_code", "The area's code.", all.flatMap { _ in codes }),
        each("index", "The index whose neighbours and level it uses.") { index, _ in index },
        each("statistic", "The statistic; behind it, what its mean square is divided by.") {
          $1.name
        },
        each("variable", "The column of the area's own value.") { $1.variable },
        each("neighbor_variable", "The column of the neighbours' values.") { $1.neighborVariable },
        real("value", "The statistic itself; null for Gi and Gi*, which are their z.") {
          $0.statistic
        },
        text(
          "quadrant",
          "The area and its neighbours, each high or low against the mean; null for Gi and Gi*.",
          results.map(\.quadrant?.rawValue), .init(choices: Quadrant.allCases.map(\.rawValue))),
        real("z", "Analytic z score. A negative one of local Geary means like its neighbours.") {
          $0.z
        },
        real("p", "Two-sided conditional p, before correction.", share) { $0.p },
        real("p_upper", "Share of outcomes at least as high as the observed one.", share) {
          $0.pUpper
        },
        real("p_lower", "Share of outcomes at most as high as the observed one.", share) {
          $0.pLower
        },
        real(
          "p_adjusted", "Benjamini-Hochberg adjusted p over the statistic's testable areas.", share
        ) { $0.pAdjusted },
        real("p_min", "The smallest p that could have come out.", share) {
          $0.pMin
        },
        real("p_error", "Standard error that chance gives to p; 0 where it is exact.", share) {
          $0.pError
        },
        real(
          "outcomes",
          "Number of equally likely outcomes, counted or drawn from; null beyond 2^53.",
          .init(minimum: 0)
        ) { $0.outcomes.flatMap { $0 <= AtlasTable.greatestNumber ? $0 : nil } },
        text(
          "method", "How p was found: 'exact', or 'monte carlo (R draws)'.",
          results.map(\.method), .init()),
        AtlasField(
          name: "neighbors", title: LocalizedText(["en": "neighbors"]),
          description: "Number of neighbours with a value.",
          constraints: .init(isRequired: true, minimum: 0),
          values: .integer(results.map(\.neighbors))),
        text(
          "cluster", "hot: high among high, cold: low among low; possibly: before correction only.",
          results.map(\.cluster.rawValue),
          .init(isRequired: true, choices: Cluster.allCases.map(\.rawValue))),
        text(
          "reason", "Why it is not testable, has no statistic, or is no cluster though unusual.",
          results.map(\.reason), .init()),
      ])
  }
}
