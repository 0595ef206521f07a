import Diagnostics
public import Indicators

extension IndexDefinition {
  /// Scores every area of the matrix.
  ///
  /// Each indicator is normalised so that higher is worse; a pillar is the weighted mean of its
  /// members, and the score that of the pillars: 0 to 100, and around 50 for z scores. Only
  /// values that enter statistics count. What too few areas have leaves the index, what an area
  /// lacks leaves its means, and the weights of what is left are rescaled. Rank 1 is the highest
  /// score, equal scores share a rank, and an area is severe when its rank is at most
  /// ⌊worstShare · n + ½⌋ of n scored areas.
  ///
  /// - Throws: `Problems` when the definition does not fit the matrix, an indicator is constant,
  ///   nothing meets its coverage rule, a mean or the weights cannot be taken, or no area can be
  ///   scored.
  public func result(for matrix: IndicatorMatrix) throws -> IndexResult {
    try ScoredIndex(self, matrix).result
  }
}

/// An index scored as its definition says, with all that further questions need.
struct ScoredIndex: Sendable {
  let definition: IndexDefinition
  let identifiers: [String]
  let tree: IndexTree
  let columns: ScaledColumns
  let presence: Presence
  /// Weights by number of the member.
  let weights: [Double]
  /// Scores of the nodes, NaN where there is none.
  let scores: [[Double]]
  private let components: [PrincipalComponent]
  private let notScored: [IndexResult.NotScored]

  init(_ definition: IndexDefinition, _ matrix: IndicatorMatrix) throws {
    try definition.check(against: matrix)
    let (tree, notScored) = definition.tree(over: matrix)
    guard let tree else { throw Problems([definition.nothingLeft(notScored)]) }
    let count = matrix.areaCodes.count
    identifiers = matrix.columns.map(\.indicator.id)
    columns = try ScaledColumns(definition, matrix, used: tree.columns)
    presence = tree.presence(in: columns.scaled, areaCount: count)
    var problems = Problems()
    (weights, components) =
      problems.collect { [columns, presence, identifiers] in
        try definition.weights(
          definition.weighting, of: tree, columns.scaled, isScored: presence.isScored,
          identifiers: identifiers)
      } ?? ([], [])
    try problems.throwIfAny()
    var taker = MeanTaker(tree, areaCount: count, floor: definition.floor)
    taker.take(
      tree, of: tree.transformed(columns.scaled, nil, floor: definition.floor), weights: weights,
      isScored: presence.isScored,
      ceiling: definition.normalization.ceiling)
    scores = taker.scores
    self.definition = definition
    self.tree = tree
    self.notScored = notScored
    problems.collect { [columns, scores, identifiers] in
      try definition.checkPositive(tree, columns.scaled, scores, identifiers: identifiers)
    }
    if scores[tree.root].allSatisfy(\.isNaN) {
      problems.add(
        "no area has enough indicators for a score of index '\(definition.id)'",
        at: definition.places.index, remedy: "lower its share of indicators, or bring more figures")
    }
    try problems.throwIfAny()
  }

  /// Everything the index says.
  var result: IndexResult {
    let split = DriverSplit(
      tree, columns: columns.scaled, scores: scores, weights: weights, floor: definition.floor)
    let ranking = ranking
    let worst = definition.worstCount(of: ranking.count)
    return IndexResult(
      scores: ranking.ranks.indices.map { area in
        score(area, split, rank: Int(ranking.ranks[area]), worst: worst)
      },
      weights: shares, notScored: notScored,
      pillars: tree.nodes.dropLast().enumerated().map { number, node in
        .init(pillar: node.pillar, scores: scores[number].map { $0.isNaN ? nil : $0 })
      },
      treated: columns.treated, components: components)
  }

  private func score(_ area: Int, _ split: DriverSplit, rank: Int, worst: Int) -> AreaScore {
    let coverage = presence.coverage[tree.root][area]
    guard rank > 0 else {
      let used = presence.used[tree.root][area]
      return AreaScore(
        coverage: coverage, reason: definition.tooLittle(used: used, coverage: coverage))
    }
    let drivers = split.parts(in: area).map {
      AreaScore.Driver(
        indicator: identifiers[$0.column], points: $0.points, weight: $0.weight,
        normalized: split.columns[$0.column][area])
    }
    let order = drivers.indices.sorted {
      drivers[$0].points == drivers[$1].points ? $0 < $1 : drivers[$0].points > drivers[$1].points
    }
    return AreaScore(
      score: scores[tree.root][area], rank: rank, isSevere: rank <= worst, coverage: coverage,
      drivers: order.map { drivers[$0] })
  }

  /// Share of each indicator where nothing is missing.
  private var shares: [IndexResult.Weight] {
    var nodeShares = [Double](repeating: 0, count: tree.nodes.count)
    var shares: [(link: Int, weight: IndexResult.Weight)] = []
    nodeShares[tree.root] = 1
    for (number, node) in tree.nodes.enumerated().reversed() {
      let total = node.members.reduce(0) { $0 + weights[$1.link] }
      for member in node.members {
        let share = nodeShares[number] * weights[member.link] / total
        switch member.source {
        case .node(let inner): nodeShares[inner] = share
        case .column(let column):
          shares.append((member.link, .init(indicator: identifiers[column], share: share)))
        }
      }
    }
    return shares.sorted { $0.link < $1.link }.map(\.weight)
  }
}

extension IndexDefinition {
  /// Number of areas that count as the worst of `count`.
  func worstCount(of count: Int) -> Int { Int((worstShare * Double(count) + 0.5).rounded(.down)) }

  fileprivate func nothingLeft(_ notScored: [IndexResult.NotScored]) -> Problem {
    let counts = notScored.flatMap(\.indicators).map { "'\($0.indicator)' \($0.areas)" }
    return Problem(
      "no indicator of index '\(id)' has enough of the \(notScored.first?.areaCount ?? 0) areas: "
        + counts.joined(separator: ", "), at: places.index,
      remedy: "lower its share of areas, or bring more figures")
  }

  fileprivate func tooLittle(used: Double, coverage: Double) -> String {
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
    return "only \(percent(used)) of index '\(id)', by weight, can be scored here "
      + "(\(percent(coverage)) has a usable value); \(percent(self.coverage.indicators)) "
      + "is asked for"
  }
}
