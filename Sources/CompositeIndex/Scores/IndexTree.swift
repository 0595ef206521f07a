import Indicators

/// What is left of an index after its coverage rules: weighted means over columns and over each
/// other, in a row, members before what they are part of.
struct IndexTree: Sendable {
  /// What a mean is taken of.
  enum Source: Sendable, Hashable {
    case column(Int)
    case node(Int)
  }

  /// A member of a mean, and the number of its weight among the weights of the whole tree.
  struct Member: Sendable {
    var source: Source
    var link: Int
  }

  /// A pillar, or the index itself.
  struct Node: Sendable {
    var pillar: String
    /// Empty only where an indicator was left out for a while; nothing then has the node as member.
    var members: [Member]
    var aggregation: Aggregation
    /// The least share of the node, by weight, that must be known in an area, 0–1.
    var minimum: Double
  }

  /// All means; the index is the last.
  private(set) var nodes: [Node] = []
  /// The weight of each member as the definition gives it, by its number.
  private(set) var weights: [Double] = []

  /// Number of the node that is the index.
  var root: Int { nodes.count - 1 }

  /// The columns in use, in the order of the definition.
  var columns: [Int] {
    nodes.flatMap(\.members).sorted { $0.link < $1.link }.compactMap { member in
      if case .column(let column) = member.source { column } else { nil }
    }
  }

  /// The mean that a column is a member of.
  func aggregation(of column: Int) -> Aggregation {
    nodes.first { $0.members.contains { $0.source == .column(column) } }?.aggregation ?? .arithmetic
  }

  /// The tree without one column and the nodes that have nothing else; nil when nothing is left.
  func without(_ column: Int) -> IndexTree? {
    var tree = self
    for (number, node) in nodes.enumerated() {
      tree.nodes[number].members = node.members.filter { member in
        switch member.source {
        case .column(let other): other != column
        case .node(let other): !tree.nodes[other].members.isEmpty
        }
      }
    }
    return tree.nodes[root].members.isEmpty ? nil : tree
  }

  /// Number a member would get; weights are numbered in the order of the definition.
  fileprivate mutating func add(weight: Double) -> Int {
    weights.append(weight)
    return weights.count - 1
  }

  fileprivate mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }
}

extension IndexDefinition {
  /// The tree over the columns of `matrix` that have enough areas, and what has not.
  ///
  /// The definition must have been checked. A nil tree means that nothing is left.
  func tree(over matrix: IndicatorMatrix) -> (IndexTree?, [IndexResult.NotScored]) {
    var notScored: [IndexResult.NotScored] = []
    var tree = IndexTree()
    let root = Pillar(id: id, members: pillars.map { .pillar($0) })
    let node = prune(root, coverage, aggregation, matrix, &tree, &notScored)
    return (node == nil ? nil : tree, notScored)
  }

  private func prune(
    _ pillar: Pillar, _ inherited: CoverageRule, _ around: Aggregation,
    _ matrix: IndicatorMatrix, _ tree: inout IndexTree, _ notScored: inout [IndexResult.NotScored]
  ) -> Int? {
    let rule = pillar.coverage ?? inherited
    let aggregation = pillar.aggregation ?? around
    let place = notScored.count
    var dropped: [IndexResult.NotScored.Count] = []
    var members: [IndexTree.Member] = []
    for member in pillar.members {
      switch member {
      case .indicator(let id, let weight):
        let column = matrix.columns.firstIndex { $0.indicator.id == id }
        let count = column.map { matrix.columns[$0].usableCount } ?? 0
        if let column, Double(count) >= rule.areas * Double(matrix.areaCodes.count) - 1e-9 {
          members.append(.init(source: .column(column), link: tree.add(weight: weight)))
        } else {
          dropped.append(.init(indicator: id, areas: count))
        }
      case .pillar(let inner):
        if let node = prune(inner, rule, aggregation, matrix, &tree, &notScored) {
          members.append(.init(source: .node(node), link: tree.add(weight: inner.weight)))
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
    if members.isEmpty { return nil }
    return tree.add(
      .init(
        pillar: pillar.id, members: members, aggregation: aggregation, minimum: rule.indicators))
  }
}

extension IndicatorMatrix.Column {
  /// Number of areas whose value enters statistics.
  var usableCount: Int { cells.count { $0.entersStatistics && $0.value != nil } }
}
