extension Contiguity {
  /// One metre: more than rounding to five decimals of a degree moves a line, less than
  /// any boundary that people agreed on is known by.
  public static let defaultTolerance = 1.0

  /// Finds which areas of a layer touch, and measures the boundary they share.
  ///
  /// Two boundaries are one where they run side by side no farther apart than the
  /// tolerance; the vertices need not agree. What they share is measured along the area
  /// that comes first, segment by segment, as geodesics on the WGS 84 ellipsoid. Areas that
  /// come within the tolerance but run together for no more than twice as far touch in
  /// points: their shared length is 0, unless they have whole segments in common.
  ///
  /// - Parameters:
  ///   - layer: the areas; they may lie across the antimeridian.
  ///   - tolerance: in metres, not negative. 0 asks for equal vertices.
  public init(of layer: AreaLayer, tolerance: Double = Contiguity.defaultTolerance) {
    precondition(tolerance >= 0, "a tolerance is not negative")
    var contacts = Contacts(areaCount: layer.count, tolerance: tolerance)
    let segments = BoundarySegments(layer, reach: contacts.reach)
    segments.forEachNearPair(within: contacts.reach) { contacts.compare($0, $1) }
    self.init(areaCount: layer.count, pairs: contacts.pairs(segments), tolerance: tolerance)
  }
}

/// What was found out about the pairs of areas while comparing their segments.
private struct Contacts {
  private let tolerance: Double
  /// How far a near miss may be.
  let reach: Double
  /// For each area the later ones that come within reach, with the least distance squared.
  private var nearest: [[(other: Int32, squaredDistance: Double)]]
  private var overlaps: [Overlap] = []

  /// The part of a segment along which another area's segment runs.
  private struct Overlap {
    var pair: UInt64
    var segment: Int32
    /// Whether both segments have the same two ends.
    var isWhole: Bool
    /// Where it begins and ends, as shares of the segment.
    var from: Double
    var to: Double
  }

  init(areaCount: Int, tolerance: Double) {
    self.tolerance = tolerance
    reach = 10 * tolerance
    nearest = Array(repeating: [], count: areaCount)
  }

  private static func pair(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  /// Compares two segments, that of the lower area first.
  mutating func compare(_ first: BoundarySegment, _ second: BoundarySegment) {
    let same = first.start == second.start && first.end == second.end
    if same || (first.start == second.end && first.end == second.start) {
      note(first.area, second.area, squaredDistance: 0)
      overlaps.append(
        Overlap(
          pair: Self.pair(first.area, second.area), segment: first.number, isWhole: true,
          from: 0, to: 1))
      return
    }
    // Straight lines in degrees stay straight in metres at the latitude where they meet.
    let latitude =
      (max(first.minimum.y, second.minimum.y) + min(first.maximum.y, second.maximum.y)) / 2
    let metres = Ellipsoid.metresPerDegree(atLatitude: latitude)
    let a = Line(.zero, (first.end - first.start) * metres)
    let b = Line((second.start - first.start) * metres, (second.end - first.start) * metres)
    let squared = a.squaredDistance(to: b)
    if squared > reach * reach { return }
    note(first.area, second.area, squaredDistance: squared)
    guard squared <= tolerance * tolerance, let shared = a.overlap(with: b, within: tolerance)
    else { return }
    overlaps.append(
      Overlap(
        pair: Self.pair(first.area, second.area), segment: first.number, isWhole: false,
        from: shared.from, to: shared.to))
  }

  private mutating func note(_ first: Int32, _ second: Int32, squaredDistance: Double) {
    let row = Int(first)
    for index in nearest[row].indices where nearest[row][index].other == second {
      nearest[row][index].squaredDistance = min(
        nearest[row][index].squaredDistance, squaredDistance)
      return
    }
    nearest[row].append((second, squaredDistance))
  }

  /// The pairs with their lengths.
  func pairs(_ segments: BoundarySegments) -> [Contiguity.Pair] {
    let lengths = sharedLengths(segments)
    return nearest.enumerated().flatMap { first, others in
      others.map { other, squaredDistance in
        let touches = squaredDistance <= tolerance * tolerance
        let length = touches ? lengths[Self.pair(Int32(first), other)] ?? 0 : 0
        return Contiguity.Pair(
          first: first, second: Int(other), sharedLength: length, isNearMiss: !touches)
      }
    }
  }

  /// Metres by pair; what two segments both cover counts once.
  private func sharedLengths(_ segments: BoundarySegments) -> [UInt64: Double] {
    let sorted = overlaps.sorted {
      ($0.pair, $0.segment, $0.from, $0.to) < ($1.pair, $1.segment, $1.from, $1.to)
    }
    var lengths: [UInt64: Double] = [:]
    var index = 0
    while index < sorted.count {
      let pair = sorted[index].pair
      var (length, hasWhole) = (0.0, false)
      while index < sorted.count, sorted[index].pair == pair {
        var run = sorted[index]
        hasWhole = hasWhole || run.isWhole
        index += 1
        while index < sorted.count, sorted[index].pair == pair,
          sorted[index].segment == run.segment, sorted[index].from <= run.to
        {
          run.to = max(run.to, sorted[index].to)
          hasWhole = hasWhole || sorted[index].isWhole
          index += 1
        }
        let segment = segments.all[Int(run.segment)]
        let way = segment.end - segment.start
        length += Ellipsoid.distance(
          run.from == 0 ? segment.start : segment.start + way * run.from,
          run.to == 1 ? segment.end : segment.start + way * run.to)
      }
      if hasWhole || length > 2 * tolerance { lengths[pair] = length }
    }
    return lengths
  }
}

/// A straight line between two points of a plane, in metres.
private struct Line {
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
