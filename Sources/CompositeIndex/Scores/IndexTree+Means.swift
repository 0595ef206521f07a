import Foundation

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

// Means are sums of transformed members, g(max(v, floor)) but for the arithmetic one.
extension IndexTree {
  /// The columns as the means over them need them. `aggregation` replaces that of every node.
  func transformed(_ columns: [[Double]], _ aggregation: Aggregation?, floor: Double?)
    -> [[Double]]
  {
    var columns = columns
    for node in nodes {
      for case .column(let column) in node.members.map(\.source) {
        (aggregation ?? node.aggregation).transform(&columns[column], floor: floor ?? 0)
      }
    }
    return columns
  }
}

extension Aggregation {
  /// Turns members into what is summed, in place; NaN stays.
  func transform(_ values: inout [Double], floor: Double) {
    switch self {
    case .arithmetic: break
    // In this order max keeps a NaN.
    case .geometric: for area in values.indices { values[area] = log(max(values[area], floor)) }
    case .harmonic: for area in values.indices { values[area] = 1 / max(values[area], floor) }
    }
  }

  /// Turns transformed means back, in place.
  fileprivate func restore(_ values: inout [Double]) {
    switch self {
    case .arithmetic: break
    case .geometric: for area in values.indices { values[area] = exp(values[area]) }
    case .harmonic: for area in values.indices { values[area] = 1 / values[area] }
    }
  }
}

/// Takes all means of a tree, again and again without asking for memory.
struct MeanTaker {
  /// Scores of the nodes, one an area; NaN where a node is not scored.
  private(set) var scores: [[Double]]
  private let areaCount: Int
  /// What a member of a geometric or harmonic mean counts at least.
  private let floor: Double
  /// Areas are done some at a time, so that sums stay near the processor.
  private static let width = 1024
  private var sums: [Double]
  private var totals: [Double]
  private var members: [Double]

  init(_ tree: IndexTree, areaCount: Int, floor: Double?) {
    scores = tree.nodes.map { _ in [Double](repeating: .nan, count: areaCount) }
    self.areaCount = areaCount
    self.floor = floor ?? 0
    sums = [Double](repeating: 0, count: min(Self.width, areaCount))
    (totals, members) = (sums, sums)
  }

  /// Scores the nodes of `tree` from columns that were transformed for it; members without a
  /// score leave, and the weights of the others grow. `aggregation` replaces that of every node.
  mutating func take(
    _ tree: IndexTree, of transformed: [[Double]], weights: [Double],
    aggregation: Aggregation? = nil, isScored: [[Bool]], ceiling: Double
  ) {
    for start in stride(from: 0, to: areaCount, by: Self.width) {
      let areas = start..<min(areaCount, start + Self.width)
      for (number, node) in tree.nodes.enumerated() {
        let mean = aggregation ?? node.aggregation
        for place in 0..<areas.count { (sums[place], totals[place]) = (0, 0) }
        for member in node.members {
          switch member.source {
          case .column(let column):
            Self.add(transformed[column], areas, weights[member.link], &sums, &totals)
          case .node(let inner):
            for place in 0..<areas.count { members[place] = scores[inner][start + place] }
            mean.transform(&members, floor: floor)
            Self.add(members, 0..<areas.count, weights[member.link], &sums, &totals)
          }
        }
        Self.finish(mean, areas, &sums, totals, isScored[number], ceiling, &scores[number])
      }
    }
  }

  /// Turns sums into scores where there is one.
  private static func finish(
    _ mean: Aggregation, _ areas: Range<Int>, _ sums: inout [Double], _ totals: [Double],
    _ isScored: [Bool], _ ceiling: Double, _ scores: inout [Double]
  ) {
    for place in 0..<areas.count { sums[place] /= totals[place] }
    mean.restore(&sums)
    scores.withUnsafeMutableBufferPointer { scores in
      for (place, area) in areas.enumerated() {
        scores[area] = isScored[area] ? min(ceiling, sums[place]) : .nan
      }
    }
  }

  /// Adds the values of some areas, times their weight.
  private static func add(
    _ values: [Double], _ areas: Range<Int>, _ weight: Double, _ sums: inout [Double],
    _ totals: inout [Double]
  ) {
    values[areas].withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        totals.withUnsafeMutableBufferPointer { totals in
          for place in values.indices {
            // A choice of numbers, not of ways, so that several areas are done at once.
            let value = values[place]
            sums[place] += value.isNaN ? 0 : weight * value
            totals[place] += value.isNaN ? 0 : weight
          }
        }
      }
    }
  }
}
