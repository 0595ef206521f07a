/// What was found out about the pairs of areas while comparing their segments.
struct Contacts {
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
