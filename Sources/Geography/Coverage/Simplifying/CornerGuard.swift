import Foundation

/// Keeps the order in which lines leave a node.
///
/// Two lines may change places there without crossing, which would lay an area that meets
/// others in one point on the other side of them.
struct CornerGuard: Sendable {
  /// An arc where it leaves a node.
  private struct ArcEnd {
    var arc: Int32
    /// Whether it is the end of the arc, walked backwards.
    var isHead: Bool
  }

  /// The ends at each node where at least three meet, counter-clockwise.
  private let nodes: [[ArcEnd]]

  init(_ coverage: Coverage) {
    var starts = [Int](repeating: 0, count: coverage.nodeCount + 1)
    for ends in coverage.ends {
      starts[Int(ends.tail) + 1] += 1
      starts[Int(ends.head) + 1] += 1
    }
    for node in 0..<coverage.nodeCount { starts[node + 1] += starts[node] }
    var arcEnds = [ArcEnd](repeating: ArcEnd(arc: 0, isHead: false), count: 2 * coverage.arcCount)
    var next = starts
    for (arc, ends) in coverage.ends.enumerated() {
      for (node, isHead) in [(ends.tail, false), (ends.head, true)] {
        arcEnds[next[Int(node)]] = ArcEnd(arc: Int32(arc), isHead: isHead)
        next[Int(node)] += 1
      }
    }
    nodes = (0..<coverage.nodeCount).compactMap { node in
      guard starts[node + 1] - starts[node] > 2 else { return nil }
      let directed = arcEnds[starts[node]..<starts[node + 1]].map {
        (end: $0, direction: Self.direction($0, coverage))
      }
      return directed.sorted { $0.direction < $1.direction }.map(\.end)
    }
  }

  private static func direction(_ end: ArcEnd, _ coverage: Coverage) -> Double {
    let (first, last) = (
      coverage.starts[Int(end.arc)], coverage.starts[Int(end.arc) + 1] - 1
    )
    return end.isHead
      ? direction(from: coverage.coordinates[last], to: coverage.coordinates[last - 1])
      : direction(from: coverage.coordinates[first], to: coverage.coordinates[first + 1])
  }

  private static func direction(from: Coordinate, to: Coordinate) -> Double {
    atan2(to.y - from.y, to.x - from.x)
  }

  /// Segments that must be refined: those that leave out vertices at nodes where the order
  /// is no longer what it was.
  ///
  /// - Parameter firsts: for each arc its first segment, and the number of all at the end.
  func faults(
    _ segments: ContiguousArray<KeptVertices.Segment>, firsts: [Int], coverage: Coverage
  ) -> [Int32] {
    var faults: [Int32] = []
    var shortcuts: [Int32] = []
    for ends in nodes {
      shortcuts.removeAll(keepingCapacity: true)
      var (first, previous, falls) = (0.0, -Double.infinity, 0)
      for (order, end) in ends.enumerated() {
        let index = end.isHead ? firsts[Int(end.arc) + 1] - 1 : firsts[Int(end.arc)]
        let segment = segments[index]
        if segment.isShortcut { shortcuts.append(Int32(index)) }
        let (start, stop) = (
          coverage.coordinates[Int(segment.start)], coverage.coordinates[Int(segment.end)]
        )
        let direction =
          end.isHead
          ? Self.direction(from: stop, to: start) : Self.direction(from: start, to: stop)
        if direction <= previous { falls += 1 }
        if order == 0 { first = direction }
        previous = direction
      }
      // Once round, the direction falls back once.
      if first <= previous { falls += 1 }
      if falls != 1 { faults += shortcuts }
    }
    return faults
  }
}
