import Resampling

/// Finds where simplified lines cross, touch or run over one another.
struct CrossingGuard {
  /// Segments that must be refined.
  private(set) var faults: [Int32] = []
  /// Contacts between segments that leave nothing out: they are in the source.
  private(set) var sourceContacts = 0

  /// Looks at all pairs of segments of which one is fresh.
  init(_ segments: ContiguousArray<KeptVertices.Segment>, of kept: KeptVertices, threads: Int?) {
    let coordinates = kept.coverage.coordinates
    let sweep = BoxSweep(
      ContiguousArray(
        segments.lazy.map { Box(coordinates[Int($0.start)], coordinates[Int($0.end)]) }))
    let shares = sweep.shares(32)
    let contacts = inParallel(pieces: shares.count, threads: threads) { share in
      var found: [(Int32, Int32)] = []
      sweep.forEachOverlap(in: shares[share], where: { segments[Int($0)].isFresh }) { one, other in
        let (first, second) = (segments[Int(one)], segments[Int(other)])
        if first.isFresh || second.isFresh,
          StraightLine(first, coordinates).meets(StraightLine(second, coordinates))
        {
          found.append((min(one, other), max(one, other)))
        }
      }
      return found
    }
    for (one, other) in contacts.joined() {
      let first = kept.largestWeight(leftOutBy: segments[Int(one)])
      let second = kept.largestWeight(leftOutBy: segments[Int(other)])
      // The coarser one gives way.
      switch (first, second) {
      case (nil, nil): sourceContacts += 1
      case (let first?, let second?): faults.append(second > first ? other : one)
      case (_?, nil): faults.append(one)
      case (nil, _?): faults.append(other)
      }
    }
  }
}

/// A segment by the coordinates of its ends.
struct StraightLine {
  let start: Coordinate
  let end: Coordinate

  init(_ segment: KeptVertices.Segment, _ coordinates: ContiguousArray<Coordinate>) {
    start = coordinates[Int(segment.start)]
    end = coordinates[Int(segment.end)]
  }

  /// Whether two lines whose boxes overlap have more in common than one end.
  func meets(_ other: StraightLine) -> Bool {
    let sharesStart = start == other.start || start == other.end
    let sharesEnd = end == other.start || end == other.end
    if sharesStart && sharesEnd { return true }
    if sharesStart || sharesEnd {
      let joint = sharesStart ? start : end
      let (far, otherFar) = (
        sharesStart ? end : start, other.start == joint ? other.end : other.start
      )
      let (way, otherWay) = (far - joint, otherFar - joint)
      return (way * otherWay).sum() > 0 && side(joint, far, otherFar) == 0
    }
    return side(start, end, other.start) * side(start, end, other.end) <= 0
      && side(other.start, other.end, start) * side(other.start, other.end, end) <= 0
  }

  /// 1 for a point on the left of a line, −1 on the right, and 0 on it or too near to tell
  /// (error bound of J. R. Shewchuk, *Adaptive Precision Floating-Point Arithmetic and Fast
  /// Robust Geometric Predicates*, 1997).
  private func side(_ start: Coordinate, _ end: Coordinate, _ point: Coordinate) -> Int {
    let left = (start.x - point.x) * (end.y - point.y)
    let right = (start.y - point.y) * (end.x - point.x)
    let difference = left - right
    let bound = 3.330_669_062_177_372e-16 * (abs(left) + abs(right))
    return difference > bound ? 1 : difference < -bound ? -1 : 0
  }
}
