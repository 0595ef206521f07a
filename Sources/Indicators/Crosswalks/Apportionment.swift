extension Crosswalk {
  /// Code of the first new area of several parts whose rates nothing weighs; nil where there is
  /// none.
  var firstUnweighted: String? {
    self.parts.map(\.to).uniqued.first { code in
      let parts = parts(to: code)
      let people = parts.compactMap(\.population)
      return parts.count > 1 && (people.count < parts.count || people.reduce(0, +) <= 0)
    }
  }

  /// The cell of a new area, made from cells of old ones.
  ///
  /// A count is Σ weight · value, so that totals stay; a rate is Σ population · value /
  /// Σ population. The whole of one old area passes unchanged; everything else is
  /// `estimated`, without standard error, interval and sample size, for what is known of the
  /// old area says nothing of how its parts differ. An old area without a value leaves the
  /// new one without.
  ///
  /// - Parameter cells: cells by old code.
  package func cell(
    of code: String, from cells: [String: IndicatorValue], measure: IndicatorDefinition.Measure
  ) -> IndicatorValue {
    let parts = parts(to: code)
    if parts.isEmpty {
      return .missing(reason: "\(file.fileName) moves nothing to area \(code)")
    }
    let sources = parts.map { cells[$0.from] ?? .missing(reason: "no row for area \($0.from)") }
    if isUnchanged(code) { return sources[0] }
    let codes = parts.map(\.from).joined(separator: ", ")
    let origin = "made from area \(codes) of '\(from)' by \(file.fileName)"
    if let missing = sources.first(where: { $0.status == .suppressed })
      ?? sources.first(where: { $0.value == nil })
    {
      let reason = missing.reason.map { "\(origin); \($0)" } ?? origin
      return .missing(missing.status, reason: reason)
    }
    let values = sources.compactMap(\.value)
    let value: Double
    switch measure {
    case .count: value = zip(parts, values).reduce(0) { $0 + $1.0.weight * $1.1 }
    case .rate where parts.count == 1: value = values[0]
    case .rate:
      let people = parts.compactMap(\.population)
      let total = people.reduce(0, +)
      if people.count < parts.count || total <= 0 {
        return .missing(reason: "\(origin), which says no population to weight rates by")
      }
      value = zip(people, values).reduce(0) { $0 + $1.0 * $1.1 } / total
    }
    let isUnreliable = sources.contains { $0.status == .unreliable }
    return IndicatorValue(
      value: value, status: isUnreliable ? .unreliable : .estimated, reason: origin,
      entersStatistics: sources.allSatisfy(\.entersStatistics), period: sources[0].period,
      source: sources[0].source, place: sources[0].place, rule: MatchRule.crosswalk.rawValue)
  }
}
