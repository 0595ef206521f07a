/// Which means of a tree can be taken in which area, for each node one entry an area.
struct Presence: Sendable {
  /// Share of the node's columns, by weight, that have a value.
  var coverage: [[Double]]
  /// Share of the node's columns, by weight, that its mean can use: less than `coverage` where a
  /// member knows too little to be scored.
  var used: [[Double]]
  /// Whether enough can be used.
  var isScored: [[Bool]]
}

// Columns stand by their number in the matrix, one value an area; NaN where there is none.
extension IndexTree {
  /// Which nodes are scored where. Shares count by the definition's own weights.
  func presence(in columns: [[Double]], areaCount: Int) -> Presence {
    var presence = Presence(coverage: [], used: [], isScored: [])
    for node in nodes {
      var coverage = [Double](repeating: 0, count: areaCount)
      var used = coverage
      let total = node.members.reduce(0) { $0 + weights[$1.link] }
      for member in node.members {
        let weight = weights[member.link]
        switch member.source {
        case .column(let column):
          for area in 0..<areaCount where !columns[column][area].isNaN {
            coverage[area] += weight
            used[area] += weight
          }
        case .node(let inner):
          for area in 0..<areaCount {
            coverage[area] += weight * presence.coverage[inner][area]
            if presence.isScored[inner][area] {
              used[area] += weight * presence.used[inner][area]
            }
          }
        }
      }
      for area in 0..<areaCount {
        coverage[area] /= total
        used[area] /= total
      }
      presence.isScored.append(used.map { $0 > 0 && $0 >= node.minimum - 1e-9 })
      presence.coverage.append(coverage)
      presence.used.append(used)
    }
    return presence
  }
}

/// Takes all means of a tree, again and again without asking for memory.
struct MeanTaker {
  /// Scores of the nodes, one an area; NaN where a node is not scored.
  private(set) var scores: [[Double]]
  private var totals: [Double]
  /// What a member of a geometric or harmonic mean counts at least.
  private let floor: Double

  init(_ tree: IndexTree, areaCount: Int, floor: Double?) {
    let empty = [Double](repeating: .nan, count: areaCount)
    scores = tree.nodes.map { _ in empty }
    totals = empty
    self.floor = floor ?? 0
  }

  /// Scores the nodes of `tree`; members without a score leave, and the weights of the others
  /// grow. `aggregation` replaces that of every node.
  mutating func take(
    _ tree: IndexTree, of columns: [[Double]], weights: [Double],
    aggregation: Aggregation? = nil, isScored: [[Bool]], ceiling: Double
  ) {
    for (number, node) in tree.nodes.enumerated() {
      let mean = aggregation ?? node.aggregation
      for area in totals.indices { totals[area] = 0 }
      var sums = [Double]()
      swap(&sums, &scores[number])
      for area in sums.indices { sums[area] = 0 }
      for member in node.members {
        let values =
          switch member.source {
          case .column(let column): columns[column]
          case .node(let inner): scores[inner]
          }
        add(values, weight: weights[member.link], mean, to: &sums)
      }
      for area in sums.indices {
        sums[area] =
          isScored[number][area]
          ? min(ceiling, mean.restored(sums[area] / totals[area])) : .nan
      }
      swap(&sums, &scores[number])
    }
  }

  /// One loop for each mean, so that the usual one stays simple enough for vector instructions.
  private mutating func add(
    _ values: [Double], weight: Double, _ mean: Aggregation, to sums: inout [Double]
  ) {
    let floor = floor
    switch mean {
    case .arithmetic: add(values, weight: weight, to: &sums) { $0 }
    case .geometric: add(values, weight: weight, to: &sums) { mean.transformed(max($0, floor)) }
    case .harmonic: add(values, weight: weight, to: &sums) { mean.transformed(max($0, floor)) }
    }
  }

  @inline(__always)
  private mutating func add(
    _ values: [Double], weight: Double, to sums: inout [Double], _ transform: (Double) -> Double
  ) {
    for area in values.indices where !values[area].isNaN {
      sums[area] += weight * transform(values[area])
      totals[area] += weight
    }
  }
}
