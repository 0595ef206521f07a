/// A straight line between two points of a plane, in metres.
struct Line {
  let start: Coordinate
  let end: Coordinate

  init(_ start: Coordinate, _ end: Coordinate) {
    self.start = start
    self.end = end
  }

  private func squaredDistance(to point: Coordinate) -> Double {
    if point == start || point == end { return 0 }
    let way = end - start
    let share = ((point - start) * way).sum() / (way * way).sum()
    let gap = point - (start + way * min(1, max(0, share)))
    return (gap * gap).sum()
  }

  /// The least distance between two lines, squared; 0 where they cross.
  func squaredDistance(to other: Line) -> Double {
    let fromEnds = min(squaredDistance(to: other.start), squaredDistance(to: other.end))
    let least = min(fromEnds, other.squaredDistance(to: start), other.squaredDistance(to: end))
    return least > 0 && crosses(other) ? 0 : least
  }

  private func crosses(_ other: Line) -> Bool {
    side(of: other.start) * side(of: other.end) < 0
      && other.side(of: start) * other.side(of: end) < 0
  }

  /// Positive on the left: twice the area of the triangle.
  private func side(of point: Coordinate) -> Double {
    let (way, to) = (end - start, point - start)
    return way.x * to.y - way.y * to.x
  }

  /// The part of this line beside which the other one runs, as shares of its length: at
  /// both ends of that part the two are no farther apart than `tolerance`.
  func overlap(with other: Line, within tolerance: Double) -> (from: Double, to: Double)? {
    let way = end - start
    let squaredLength = (way * way).sum()
    let shareA = ((other.start - start) * way).sum() / squaredLength
    let shareB = ((other.end - start) * way).sum() / squaredLength
    let (from, to) = (max(0, min(shareA, shareB)), min(1, max(shareA, shareB)))
    guard to > from else { return nil }
    let limit = tolerance * squaredLength.squareRoot()
    func offset(at share: Double) -> Double {
      let along = (share - shareA) / (shareB - shareA)
      return abs(side(of: other.start + (other.end - other.start) * along))
    }
    guard offset(at: from) <= limit, offset(at: to) <= limit else { return nil }
    return (from, to)
  }
}
