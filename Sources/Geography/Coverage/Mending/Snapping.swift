/// Makes lines of different areas meet that lie within a tolerance of each other.
///
/// A line that two areas share already is moved and cut for both at once, as a third area may
/// overlap them.
struct Snapping {
  let coverage: Coverage
  let tolerance: Double
  /// The nodes of the coverage, then the inner vertices of its arcs, then added ones.
  var points: [Coordinate]
  /// The areas whose boundary passes through each of these.
  var areas: [[Int32]]
  /// For each point the one it was moved to; itself where it stays.
  var targets: [Int32]
  var lines: [SnappingLine] = []
  /// The points that were added where lines cross, none within the tolerance of another.
  var crossings: PointGrid
  /// How many vertices were moved.
  private(set) var movedCount = 0
  /// How many vertices were added.
  var addedCount = 0

  init(_ coverage: Coverage, tolerance: Double) {
    self.coverage = coverage
    self.tolerance = tolerance
    crossings = PointGrid(cell: tolerance)
    points = Array(repeating: .zero, count: coverage.nodeCount)
    areas = Array(repeating: [], count: coverage.nodeCount)
    for (arc, ends) in coverage.ends.enumerated() {
      points[Int(ends.tail)] = coverage.coordinates[coverage.starts[arc]]
      points[Int(ends.head)] = coverage.coordinates[coverage.starts[arc + 1] - 1]
      for area in [coverage.sides[arc].left, coverage.sides[arc].right].compactMap(\.self) {
        for node in [Int(ends.tail), Int(ends.head)] where !areas[node].contains(area) {
          areas[node].append(area)
        }
      }
    }
    for (arc, sides) in coverage.sides.enumerated() {
      let owners = Set([sides.left, sides.right].compactMap(\.self)).sorted()
      let inner = (coverage.starts[arc] + 1)..<(coverage.starts[arc + 1] - 1)
      let numbers = Int32(points.count)..<Int32(points.count + inner.count)
      points += coverage.coordinates[inner]
      areas += repeatElement(owners, count: inner.count)
      lines.append(
        SnappingLine(
          arc: arc, areas: owners,
          points: [coverage.ends[arc].tail] + numbers + [coverage.ends[arc].head]))
    }
    targets = Array(0..<Int32(points.count))
  }

  /// Moves every vertex to the nearest one of another area that stays and is met earlier:
  /// those where several lines meet come first, then those of the first line.
  mutating func moveVertices() {
    var grid = PointGrid(cell: tolerance)
    var isMet = [Bool](repeating: false, count: points.count)
    for point in junctions + lines.flatMap(\.points) where !isMet[Int(point)] {
      isMet[Int(point)] = true
      if let target = nearest(to: Int(point), in: grid) {
        targets[Int(point)] = target
        movedCount += 1
      } else {
        grid.add(point, at: points[Int(point)])
      }
    }
    for point in points.indices where Int(targets[point]) != point {
      let target = Int(targets[point])
      areas[target] += areas[point].filter { !areas[target].contains($0) }
    }
    for line in lines.indices {
      lines[line].points = lines[line].points.map { targets[Int($0)] }.withoutRepetitions
    }
  }

  /// The nodes where at least three ends of arcs meet.
  private var junctions: [Int32] {
    var endCounts = [Int](repeating: 0, count: coverage.nodeCount)
    for ends in coverage.ends {
      endCounts[Int(ends.tail)] += 1
      endCounts[Int(ends.head)] += 1
    }
    return lines.flatMap { [coverage.ends[$0.arc].tail, coverage.ends[$0.arc].head] }
      .filter { endCounts[Int($0)] > 2 }
  }

  /// The nearest point within the tolerance that is on no boundary of the same area.
  private func nearest(to point: Int, in grid: PointGrid) -> Int32? {
    var nearest: (squaredDistance: Double, point: Int32)?
    for candidate in grid.near(points[point]) {
      let gap = points[Int(candidate)] - points[point]
      let squared = (gap * gap).sum()
      guard squared <= tolerance * tolerance,
        !areas[point].contains(where: areas[Int(candidate)].contains),
        nearest.map({ (squared, candidate) < $0 }) ?? true
      else { continue }
      nearest = (squared, candidate)
    }
    return nearest?.point
  }

  /// The areas with the lines as they are now.
  var polygons: [[Polygon]] {
    let arcs = lines.map { line in line.points.map { points[Int($0)] } }
    return (0..<coverage.areaCount).map { area in
      coverage.arcs(ofArea: area).map { polygon in
        let rings = polygon.map { ring in
          Ring(ContiguousArray(ring.flatMap { $0 < 0 ? arcs[~$0].reversed() : arcs[$0] }))
        }
        return Polygon(exterior: rings.first ?? Ring([]), holes: Array(rings.dropFirst()))
      }
    }
  }
}

/// An arc as the numbers of its vertices, with the areas beside it.
struct SnappingLine {
  let arc: Int
  let areas: [Int32]
  var points: [Int32]
}

extension [Int32] {
  fileprivate var withoutRepetitions: [Int32] {
    var kept: [Int32] = []
    for element in self where element != kept.last { kept.append(element) }
    return kept
  }
}
