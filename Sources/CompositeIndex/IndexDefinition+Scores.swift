import Diagnostics
public import Indicators

extension IndexDefinition {
  /// Scores every area of the matrix.
  ///
  /// Each indicator is normalised so that higher is worse; a pillar is the weighted mean of its
  /// members, and the score that of the pillars: 0 to 100. Only values that enter statistics
  /// count. What too few areas have leaves the index, what an area lacks leaves its means, and
  /// the weights of what is left are rescaled. Rank 1 is the highest score, equal scores share a
  /// rank, and an area is severe when its rank is at most ⌊worstShare · n + ½⌋ of n scored areas.
  ///
  /// - Throws: `Problems` when the definition does not fit the matrix, an indicator is constant,
  ///   nothing meets its coverage rule, or no area can be scored.
  public func result(for matrix: IndicatorMatrix) throws -> IndexResult {
    try check(against: matrix)
    let (tree, notScored) = scoredTree(over: matrix)
    guard let tree else { throw Problems([nothingLeft(notScored)]) }
    let weights = tree.known { _ in true }.weights

    var problems = Problems()
    var normalized = [[Double?]](repeating: [], count: matrix.columns.count)
    for (column, _) in weights {
      normalized[column] =
        problems.collect { try normalization.normalized(matrix.columns[column]) } ?? []
    }
    try problems.throwIfAny()

    let identifiers = matrix.columns.map(\.indicator.id)
    var scores = matrix.areaCodes.indices.map { area in
      score(tree.known { normalized[$0][area] != nil }) { column in
        (identifiers[column], normalized[column][area] ?? 0)
      }
    }
    if scores.allSatisfy({ $0.score == nil }) {
      throw Problems([
        Problem(
          "no area has enough indicators for a score of index '\(id)'",
          remedy: "lower its share of indicators, or bring more figures")
      ])
    }
    scores.rank(worstShare: worstShare)
    return IndexResult(
      scores: scores,
      weights: weights.map { .init(indicator: identifiers[$0.column], share: $0.share) },
      notScored: notScored)
  }

  private func score(
    _ known: ScoredTree.Known, value: (Int) -> (indicator: String, value: Double)
  ) -> AreaScore {
    guard known.isScored else {
      return AreaScore(
        coverage: known.coverage,
        reason: "only \(percent(known.used)) of index '\(id)', by weight, can be scored here "
          + "(\(percent(known.coverage)) has a usable value); \(percent(coverage.indicators)) "
          + "is asked for")
    }
    let drivers = known.weights.map { column, share in
      let (indicator, value) = value(column)
      return AreaScore.Driver(indicator: indicator, points: share * value, weight: share)
    }
    let order = drivers.indices.sorted {
      drivers[$0].points == drivers[$1].points ? $0 < $1 : drivers[$0].points > drivers[$1].points
    }
    return AreaScore(
      score: min(100, drivers.reduce(0) { $0 + $1.points }), coverage: known.coverage,
      drivers: order.map { drivers[$0] })
  }

  private func nothingLeft(_ notScored: [IndexResult.NotScored]) -> Problem {
    let counts = notScored.flatMap(\.indicators).map { "'\($0.indicator)' \($0.areas)" }
    return Problem(
      "no indicator of index '\(id)' has enough of the \(notScored.first?.areaCount ?? 0) areas: "
        + counts.joined(separator: ", "),
      remedy: "lower its share of areas, or bring more figures")
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension [AreaScore] {
  /// Gives every scored area its rank, 1 for the highest score, and marks the worst.
  mutating func rank(worstShare: Double) {
    let scored = indices.filter { self[$0].score != nil }
      .sorted { (self[$0].score ?? 0, $1) > (self[$1].score ?? 0, $0) }
    let worst = Int((worstShare * Double(scored.count) + 0.5).rounded(.down))
    for (position, area) in scored.enumerated() {
      let isTied = position > 0 && self[scored[position - 1]].score == self[area].score
      let rank = isTied ? self[scored[position - 1]].rank : position + 1
      self[area].rank = rank
      self[area].isSevere = (rank ?? .max) <= worst
    }
  }
}
