import Indicators

/// What is left of an index after its coverage rules: a tree of weighted means over columns.
struct ScoredTree: Sendable {
  /// A mean of members, or a column.
  indirect enum Node: Sendable {
    case column(Int)
    /// Weighted members, and the least share of them that must be scored, 0–1.
    case mean([(weight: Double, node: Node)], minimum: Double)
  }

  /// The weights of the columns in an area, and how much of the node is known there.
  struct Known: Sendable {
    /// Effective weight of each column; adds up to 1 where the node is scored.
    var weights: [(column: Int, share: Double)]
    /// Share of the node's columns, by weight, that have a value.
    var coverage: Double
    /// Share of the node's columns, by weight, that its mean can use: less than `coverage` where
    /// a member knows too little to be scored.
    var used: Double
    /// Whether enough can be used.
    var isScored: Bool
  }

  let root: Node

  /// The effective weights in an area, given which columns have a value there.
  ///
  /// Members without a score leave, and the shares of the others grow to add up to 1 again.
  func known(_ hasValue: (Int) -> Bool) -> Known { Self.known(root, hasValue) }

  private static func known(_ node: Node, _ hasValue: (Int) -> Bool) -> Known {
    switch node {
    case .column(let column):
      let isKnown = hasValue(column)
      return Known(
        weights: isKnown ? [(column, 1)] : [], coverage: isKnown ? 1 : 0,
        used: isKnown ? 1 : 0, isScored: isKnown)
    case .mean(let members, let minimum):
      let parts = members.map { ($0.weight, known($0.node, hasValue)) }
      let scored = parts.filter(\.1.isScored)
      let total = parts.reduce(0) { $0 + $1.0 }
      let left = scored.reduce(0) { $0 + $1.0 }
      let used = scored.reduce(0) { $0 + $1.0 * $1.1.used } / total
      return Known(
        weights: scored.flatMap { weight, known in
          known.weights.map { ($0.column, $0.share * weight / left) }
        },
        coverage: parts.reduce(0) { $0 + $1.0 * $1.1.coverage } / total,
        used: used, isScored: !scored.isEmpty && used >= minimum - 1e-9)
    }
  }
}

extension IndexDefinition {
  /// The tree over the columns of `matrix` that have enough areas, and what has not.
  ///
  /// The definition must have been checked. A nil tree means that nothing is left.
  func scoredTree(over matrix: IndicatorMatrix) -> (ScoredTree?, [IndexResult.NotScored]) {
    var notScored: [IndexResult.NotScored] = []
    let root = Pillar(id: id, members: pillars.map { .pillar($0) })
    let node = prune(root, coverage, matrix, &notScored)
    return (node.map(ScoredTree.init), notScored)
  }

  private func prune(
    _ pillar: Pillar, _ inherited: CoverageRule, _ matrix: IndicatorMatrix,
    _ notScored: inout [IndexResult.NotScored]
  ) -> ScoredTree.Node? {
    let rule = pillar.coverage ?? inherited
    let place = notScored.count
    var dropped: [IndexResult.NotScored.Count] = []
    var members: [(weight: Double, node: ScoredTree.Node)] = []
    for member in pillar.members {
      switch member {
      case .indicator(let id, let weight):
        let column = matrix.columns.firstIndex { $0.indicator.id == id }
        let count = column.map { matrix.columns[$0].usableCount } ?? 0
        if let column, Double(count) >= rule.areas * Double(matrix.areaCodes.count) - 1e-9 {
          members.append((weight, .column(column)))
        } else {
          dropped.append(.init(indicator: id, areas: count))
        }
      case .pillar(let inner):
        if let node = prune(inner, rule, matrix, &notScored) {
          members.append((inner.weight, node))
        }
      }
    }
    if !dropped.isEmpty {
      notScored.insert(
        .init(
          pillar: pillar.id, isWholePillar: members.isEmpty, indicators: dropped,
          areaCount: matrix.areaCodes.count, minimumShare: rule.areas),
        at: place)
    }
    return members.isEmpty ? nil : .mean(members, minimum: rule.indicators)
  }
}

extension IndicatorMatrix.Column {
  /// Number of areas whose value enters statistics.
  var usableCount: Int { cells.count { $0.entersStatistics && $0.value != nil } }
}
