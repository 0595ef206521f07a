import Resampling

/// Which vertices of a coverage are still there while it is simplified, and the segments
/// that these make.
struct KeptVertices: Sendable {
  /// A straight piece of a simplified arc.
  struct Segment: Sendable {
    /// Its ends, as places in `Coverage.coordinates`; those between are left out.
    var start: Int32
    var end: Int32
    var arc: Int32
    /// Whether it is there since the last vertices were restored.
    var isFresh: Bool
    /// By how much it makes the area on its left larger.
    var gain: Double
    /// Whether vertices are left out between its ends.
    var isShortcut: Bool { end - start > 1 }
  }

  private enum Mark: UInt8 { case leftOut, kept, restored }

  let coverage: Coverage
  let weights: VertexWeights
  /// Whether each arc is drawn at all.
  let isDrawn: [Bool]
  private var marks: ContiguousArray<Mark>
  private var lastRestored: [Int32] = []
  /// How many vertices were put back.
  private(set) var restoredCount = 0

  /// Leaves out what weighs less than `threshold`.
  init(_ coverage: Coverage, _ weights: VertexWeights, isDrawn: [Bool], threshold: Double) {
    self.coverage = coverage
    self.weights = weights
    self.isDrawn = isDrawn
    marks = ContiguousArray(
      weights.values.lazy.map { $0 >= threshold ? Mark.restored : .leftOut })
  }

  /// The segments, arc after arc.
  func segments(threads: Int?) -> ContiguousArray<Segment> {
    let stretches = coverage.starts.balanced(into: 32)
    let parts = inParallel(pieces: stretches.count, threads: threads) { piece in
      var segments: ContiguousArray<Segment> = []
      for arc in stretches[piece] where isDrawn[arc] { append(arc, to: &segments) }
      return segments
    }
    return ContiguousArray(parts.joined())
  }

  private func append(_ arc: Int, to segments: inout ContiguousArray<Segment>) {
    let (first, last) = (coverage.starts[arc], coverage.starts[arc + 1] - 1)
    guard first < last else { return }
    var start = first
    var previous = Coordinate.zero
    var doubleGain = 0.0
    for place in (first + 1)...last {
      let offset = coverage.coordinates[place] - coverage.coordinates[start]
      doubleGain -= previous.x * offset.y - previous.y * offset.x
      previous = offset
      if marks[place] == .leftOut { continue }
      segments.append(
        Segment(
          start: Int32(start), end: Int32(place), arc: Int32(arc),
          isFresh: marks[start] == .restored || marks[place] == .restored, gain: doubleGain / 2))
      (start, previous, doubleGain) = (place, .zero, 0)
    }
  }

  /// The weight of the most significant vertex that a segment leaves out; nil for none.
  func largestWeight(leftOutBy segment: Segment) -> Double? {
    weights.values[(Int(segment.start) + 1)..<Int(segment.end)].max()
  }

  /// Puts back, of those left out by each segment, the `count` vertices that matter most.
  mutating func restore(_ segments: [Segment], count: Int) {
    for place in lastRestored { marks[Int(place)] = .kept }
    if lastRestored.isEmpty {
      for place in marks.indices where marks[place] == .restored { marks[place] = .kept }
    }
    lastRestored.removeAll(keepingCapacity: true)
    for segment in segments {
      let places = (segment.start + 1)..<segment.end
      if places.count <= count {
        lastRestored += places
      } else if count == 1 {
        // The first of equals.
        let best = places.max { weights.values[Int($0)] < weights.values[Int($1)] }
        if let best { lastRestored.append(best) }
      } else {
        let ranked = places.sorted {
          let (first, second) = (weights.values[Int($0)], weights.values[Int($1)])
          return first > second || (first == second && $0 < $1)
        }
        lastRestored += ranked.prefix(count)
      }
    }
    restoredCount += lastRestored.count
    for place in lastRestored { marks[Int(place)] = .restored }
  }

  /// Whether a place in `Coverage.coordinates` is still there.
  func isKept(_ place: Int) -> Bool { marks[place] != .leftOut }
}
