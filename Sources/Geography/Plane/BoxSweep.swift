/// A box with sides along the axes.
struct Box: Sendable {
  var minimum: Coordinate
  var maximum: Coordinate

  /// The box around two points.
  init(_ first: Coordinate, _ second: Coordinate) {
    minimum = pointwiseMin(first, second)
    maximum = pointwiseMax(first, second)
  }

  /// The box that reaches farther by `slack` on every side.
  func widened(by slack: Coordinate) -> Box {
    var box = self
    box.minimum -= slack
    box.maximum += slack
    return box
  }
}

/// Boxes so arranged that those that overlap are found without comparing all with all.
///
/// The plane is cut into strips from south to north. Within each strip the boxes are met from
/// west to east, and each is compared with those that still reach as far east. For boxes of
/// ordinary size the time grows as n log n. Coordinates must be finite.
struct BoxSweep: Sendable {
  let boxes: ContiguousArray<Box>
  private let south: Double
  private let height: Double
  /// Width of a step of the order from west to east.
  private let step: Double
  /// Where the boxes of each strip begin in `entries`, and where the last ends.
  private var starts: [Int]
  /// The boxes by strip, from west to east; one that crosses several strips is in each.
  private var entries: ContiguousArray<Int32>

  init(_ boxes: ContiguousArray<Box>) {
    self.boxes = boxes
    var low = Coordinate(repeating: .infinity)
    var high = Coordinate(repeating: -.infinity)
    var rise = 0.0
    for box in boxes {
      low = pointwiseMin(low, box.minimum)
      high = pointwiseMax(high, box.maximum)
      rise += box.maximum.y - box.minimum.y
    }
    if boxes.isEmpty { (low, high) = (.zero, .zero) }
    let count = Double(max(1, boxes.count))
    // Twice the mean rise: most boxes then lie in one strip or two.
    let span = high.y - low.y
    height = span > 0 ? max(2 * rise / count, span / 65_536) : 1
    south = low.y
    step = max((high.x - low.x) / 4_294_967_295, .leastNormalMagnitude)
    starts = Array(repeating: 0, count: Int(span / height) + 2)
    entries = []
    for box in boxes {
      for strip in strips(of: box) { starts[strip + 1] += 1 }
    }
    for strip in 0..<(starts.count - 1) { starts[strip + 1] += starts[strip] }
    entries = ContiguousArray(repeating: 0, count: starts[starts.count - 1])
    var next = starts
    for index in Self.westToEast(boxes, from: low.x, step: step) {
      for strip in strips(of: boxes[Int(index)]) {
        entries[next[strip]] = index
        next[strip] += 1
      }
    }
  }

  /// The boxes by their western side, through a whole number that also holds the index.
  private static func westToEast(
    _ boxes: ContiguousArray<Box>, from west: Double, step: Double
  ) -> [Int32] {
    let keys = boxes.indices.map { index in
      UInt64(min(4_294_967_295, (boxes[index].minimum.x - west) / step)) << 32 | UInt64(index)
    }
    return keys.sortedByUpperHalf().map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
  }

  private func strip(of y: Double) -> Int {
    min(starts.count - 2, max(0, Int((y - south) / height)))
  }

  private func strips(of box: Box) -> ClosedRange<Int> {
    strip(of: box.minimum.y)...strip(of: box.maximum.y)
  }

  /// Stretches of strips with about equally many boxes, for threads to share.
  func shares(_ count: Int) -> [Range<Int>] { starts.balanced(into: count) }

  /// All strips.
  var allStrips: Range<Int> { 0..<(starts.count - 1) }

  /// Hands over every two boxes that overlap or touch, each two once in one of the strips.
  ///
  /// - Parameter isOfInterest: whether a box is; pairs without such a box may be left out.
  @inline(__always)
  func forEachOverlap(
    in range: Range<Int>, where isOfInterest: (Int32) -> Bool = { _ in true },
    _ work: (Int32, Int32) -> Void
  ) {
    var active: ContiguousArray<Int32> = []
    for strip in range {
      let members = entries[starts[strip]..<starts[strip + 1]]
      guard members.contains(where: isOfInterest) else { continue }
      active.removeAll(keepingCapacity: true)
      for index in members {
        let box = boxes[Int(index)]
        var kept = 0
        for slot in active.indices {
          let candidate = active[slot]
          let other = boxes[Int(candidate)]
          // Within a step the order from west to east is that of the indices.
          if other.maximum.x < box.minimum.x - step { continue }
          active[kept] = candidate
          kept += 1
          guard other.maximum.x >= box.minimum.x, other.minimum.x <= box.maximum.x,
            other.maximum.y >= box.minimum.y, other.minimum.y <= box.maximum.y,
            self.strip(of: max(box.minimum.y, other.minimum.y)) == strip
          else { continue }
          work(candidate, index)
        }
        active.removeLast(active.count - kept)
        active.append(index)
      }
    }
  }
}

extension [UInt64] {
  /// The numbers by their upper halves, equal ones in the order they were in.
  ///
  /// Sorted by one digit of 11 bits after the other, the last digit first.
  fileprivate func sortedByUpperHalf() -> [UInt64] {
    var (from, to) = (self, self)
    for shift in [UInt64(32), 43, 54] {
      var starts = [Int](repeating: 0, count: 2_049)
      for number in from { starts[Int(number >> shift & 0x7FF) + 1] += 1 }
      for digit in 0..<2_048 { starts[digit + 1] += starts[digit] }
      for number in from {
        let digit = Int(number >> shift & 0x7FF)
        to[starts[digit]] = number
        starts[digit] += 1
      }
      (from, to) = (to, from)
    }
    return from
  }
}
