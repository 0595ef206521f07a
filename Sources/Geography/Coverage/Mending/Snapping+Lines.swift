extension Snapping {
  /// Leads lines through the vertices of other areas that they pass, and gives lines that
  /// cross a common vertex, until there is nothing left to add.
  mutating func addVertices() {
    // Each round can bring lines near one another that were not; a few settle it.
    for _ in 0..<8 {
      let additions = findAdditions()
      if additions.isEmpty { return }
      addedCount += additions.count
      for addition in additions.reversed() {
        lines[addition.line].points.insert(addition.point, at: addition.position + 1)
      }
    }
  }

  /// A vertex for the edge of a line that begins at `position`.
  private struct Addition {
    var line: Int
    var position: Int
    var share: Double
    var point: Int32
  }

  /// The additions in the order of the lines.
  private mutating func findAdditions() -> [Addition] {
    var edges: [(line: Int, position: Int)] = []
    var boxes: ContiguousArray<Box> = []
    for (number, line) in lines.enumerated() {
      for position in 0..<max(0, line.points.count - 1) {
        edges.append((number, position))
        boxes.append(
          Box(points[Int(line.points[position])], points[Int(line.points[position + 1])])
            .widened(by: Coordinate(repeating: tolerance * 0.51)))
      }
    }
    var additions: [Addition] = []
    let sweep = BoxSweep(boxes)
    sweep.forEachOverlap(in: sweep.allStrips) { one, other in
      compare(edges[Int(one)], edges[Int(other)], &additions)
    }
    additions.sort {
      ($0.line, $0.position, $0.share, $0.point) < ($1.line, $1.position, $1.share, $1.point)
    }
    var unique: [Addition] = []
    for addition in additions {
      let isKnown = unique.reversed().prefix {
        $0.line == addition.line && $0.position == addition.position
      }.contains { $0.point == addition.point }
      if !isKnown { unique.append(addition) }
    }
    for addition in unique {
      let point = Int(addition.point)
      areas[point] += lines[addition.line].areas.filter { !areas[point].contains($0) }
    }
    return unique
  }

  private mutating func compare(
    _ one: (line: Int, position: Int), _ other: (line: Int, position: Int),
    _ additions: inout [Addition]
  ) {
    let (first, second) = (lines[one.line], lines[other.line])
    if first.areas.contains(where: second.areas.contains) { return }
    let (a, b) = (first.points[one.position], first.points[one.position + 1])
    let (c, d) = (second.points[other.position], second.points[other.position + 1])
    let before = additions.count
    for point in [c, d] where point != a && point != b {
      pass(point, a, b, one, first.areas, &additions)
    }
    for point in [a, b] where point != c && point != d {
      pass(point, c, d, other, second.areas, &additions)
    }
    let isJoined = a == c || a == d || b == c || b == d
    guard additions.count == before, !isJoined,
      let shares = crossing(points[Int(a)], points[Int(b)], points[Int(c)], points[Int(d)])
    else { return }
    let place = points[Int(a)] + (points[Int(b)] - points[Int(a)]) * shares.first
    let known = ([a, b, c, d] + crossings.near(place)).first { candidate in
      let gap = points[Int(candidate)] - place
      return (gap * gap).sum() <= tolerance * tolerance
    }
    let point = known ?? Int32(points.count)
    if known == nil {
      points.append(place)
      areas.append([])
      targets.append(point)
      crossings.add(point, at: place)
    }
    // A line that goes through the point already is no farther from it than the tolerance.
    if !areas[Int(point)].contains(where: first.areas.contains) {
      additions.append(
        Addition(line: one.line, position: one.position, share: shares.first, point: point))
    }
    if !areas[Int(point)].contains(where: second.areas.contains) {
      additions.append(
        Addition(line: other.line, position: other.position, share: shares.second, point: point))
    }
  }

  /// Adds `point` to the edge from `start` to `end` if that passes it within the tolerance.
  private func pass(
    _ point: Int32, _ start: Int32, _ end: Int32, _ edge: (line: Int, position: Int),
    _ owners: [Int32], _ additions: inout [Addition]
  ) {
    if areas[Int(point)].contains(where: owners.contains) { return }
    let way = points[Int(end)] - points[Int(start)]
    let to = points[Int(point)] - points[Int(start)]
    let share = (to * way).sum() / (way * way).sum()
    let gap = to - way * share
    guard share > 0, share < 1, (gap * gap).sum() <= tolerance * tolerance else { return }
    additions.append(
      Addition(line: edge.line, position: edge.position, share: share, point: point))
  }

  /// Where two edges cross between their ends, as shares of each.
  private func crossing(
    _ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate
  ) -> (first: Double, second: Double)? {
    func cross(_ one: Coordinate, _ other: Coordinate) -> Double {
      one.x * other.y - one.y * other.x
    }
    let (way, otherWay) = (b - a, d - c)
    let turn = cross(way, otherWay)
    if turn == 0 { return nil }
    let (first, second) = (cross(c - a, otherWay) / turn, cross(c - a, way) / turn)
    return first > 0 && first < 1 && second > 0 && second < 1 ? (first, second) : nil
  }
}
