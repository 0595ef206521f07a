import Resampling

/// Keeps every island on its side of every line: a coast drawn straight across a bay must not
/// swallow what lies in the bay.
///
/// An island here is all lines that hang together. As long as nothing crosses, it passes a line
/// as a whole, so that one of its vertices stands for it.
struct IslandGuard: Sendable {
  private struct Island {
    /// One of its vertices that stay.
    var point: Coordinate
    var number: Int32
  }

  /// From west to east.
  private let islands: [Island]
  /// The number of the island of each arc.
  private let islandOfArc: [Int32]

  init(_ coverage: Coverage, isDrawn: [Bool]) {
    var parents = [Int32](0..<Int32(coverage.nodeCount))
    func root(_ node: Int32) -> Int32 {
      var node = node
      while parents[Int(node)] != node {
        parents[Int(node)] = parents[Int(parents[Int(node)])]
        node = parents[Int(node)]
      }
      return node
    }
    for ends in coverage.ends {
      let (one, other) = (root(ends.tail), root(ends.head))
      parents[Int(max(one, other))] = min(one, other)
    }
    islandOfArc = coverage.ends.map { root($0.tail) }
    var isKnown = [Bool](repeating: false, count: coverage.nodeCount)
    var islands: [Island] = []
    for (arc, number) in islandOfArc.enumerated() where isDrawn[arc] && !isKnown[Int(number)] {
      isKnown[Int(number)] = true
      islands.append(Island(point: coverage.coordinates[coverage.starts[arc]], number: number))
    }
    self.islands = islands.sorted { ($0.point.x, $0.number) < ($1.point.x, $1.number) }
  }

  /// Segments that must be refined: those with an island between them and the vertices they
  /// leave out.
  func faults(
    _ segments: ContiguousArray<KeptVertices.Segment>, of coverage: Coverage, threads: Int?
  ) -> [Int32] {
    if islands.count < 2 { return [] }
    let pieces = 32
    let parts = inParallel(pieces: pieces, threads: threads) { piece in
      (segments.count * piece / pieces..<segments.count * (piece + 1) / pieces).filter {
        segments[$0].isFresh && segments[$0].isShortcut && hasPassed(segments[$0], coverage)
      }
    }
    return parts.joined().map(Int32.init)
  }

  private func hasPassed(_ segment: KeptVertices.Segment, _ coverage: Coverage) -> Bool {
    let line = coverage.coordinates[Int(segment.start)...Int(segment.end)]
    var (low, high) = (Coordinate(repeating: .infinity), Coordinate(repeating: -.infinity))
    for point in line {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    let own = islandOfArc[Int(segment.arc)]
    var index = islands.partitioningIndex { $0.point.x >= low.x }
    while index < islands.count, islands[index].point.x <= high.x {
      let island = islands[index]
      if island.number != own, island.point.y >= low.y, island.point.y <= high.y,
        Self.winding(of: line, around: island.point) != 0
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// How often a line, closed by the straight way back, winds around a point.
  private static func winding(
    of line: ArraySlice<Coordinate>, around point: Coordinate
  ) -> Int {
    guard var previous = line.last else { return 0 }
    var winding = 0
    for current in line {
      let isUpward = previous.y <= point.y && current.y > point.y
      let isDownward = previous.y > point.y && current.y <= point.y
      if isUpward || isDownward {
        let (way, to) = (current - previous, point - previous)
        let side = way.x * to.y - way.y * to.x
        if isUpward && side > 0 { winding += 1 }
        if isDownward && side < 0 { winding -= 1 }
      }
      previous = current
    }
    return winding
  }
}

extension Array {
  /// The first index where the condition holds, in an array where it holds from some index on.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
