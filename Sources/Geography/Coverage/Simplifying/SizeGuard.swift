/// Keeps the size of areas, and rings from turning inside out.
struct SizeGuard: Sendable {
  private let shapes: ArcShapes
  /// Signed size of each ring.
  private let rings: [Double]
  /// Size of each area.
  let areas: [Double]
  /// By how much of its size an area may change.
  private let limit: Double

  /// Measures a coverage; sizes are in square units of its coordinates.
  init(_ coverage: Coverage, limit: Double) {
    shapes = coverage.shapes
    self.limit = limit
    let origin = coverage.coordinates.first ?? .zero
    let arcs = (0..<coverage.arcCount).map { arc in
      var (sum, previous) = (0.0, Coordinate.zero)
      let places = coverage.starts[arc]..<coverage.starts[arc + 1]
      for (order, place) in places.enumerated() {
        let current = coverage.coordinates[place] - origin
        if order > 0 { sum += previous.x * current.y - previous.y * current.x }
        previous = current
      }
      return sum / 2
    }
    let (shapes, rings) = (shapes, shapes.sums(ofArcs: arcs))
    self.rings = rings
    areas = (0..<coverage.areaCount).map { area in
      shapes.rings(ofArea: area).reduce(0) { $0 + rings[$1] }
    }
  }

  /// How far each area is from its size, in square units, with what was left out as a whole.
  func changes(gains: [Double], leftOut: [Double]) -> [Double] {
    let rings = shapes.sums(ofArcs: gains)
    return areas.indices.map { area in
      shapes.rings(ofArea: area).reduce(-leftOut[area]) { $0 + rings[$1] }
    }
  }

  /// Segments that must be refined: those that change the size of an area most, as many as
  /// are too much together, and the one that changes most a ring that has turned inside out.
  ///
  /// - Parameters:
  ///   - firsts: for each arc its first segment, and the number of all at the end.
  ///   - gains: by how much each arc makes the area on its left larger.
  ///   - leftOut: the size of the pieces of each area that are not drawn.
  func faults(
    _ segments: ContiguousArray<KeptVertices.Segment>, firsts: [Int], gains: [Double],
    leftOut: [Double]
  ) -> [Int32] {
    var faults: [Int32] = []
    for (area, change) in changes(gains: gains, leftOut: leftOut).enumerated() {
      let excess = abs(change) - limit * areas[area]
      if excess > 0 && areas[area] > 0 {
        faults += largest(
          shapes.rings(ofArea: area), segments, firsts, sign: change < 0 ? -1 : 1, excess: excess)
      }
    }
    let changed = shapes.sums(ofArcs: gains)
    for ring in rings.indices where (rings[ring] + changed[ring]) * rings[ring] <= 0 {
      let sign: Double = rings[ring] < 0 ? 1 : -1
      faults += largest(ring..<(ring + 1), segments, firsts, sign: sign, excess: 0)
    }
    return faults
  }

  /// The segments that change the size of some rings most in the direction of `sign`: as many
  /// as make up for `excess`, at least one.
  private func largest(
    _ rings: Range<Int>, _ segments: ContiguousArray<KeptVertices.Segment>, _ firsts: [Int],
    sign: Double, excess: Double
  ) -> [Int32] {
    var candidates: [(gain: Double, index: Int)] = []
    for ring in rings {
      for reference in shapes.arcs(ofRing: ring) {
        let direction = reference.isBackward ? -sign : sign
        for index in firsts[reference.arc]..<firsts[reference.arc + 1]
        where segments[index].isShortcut {
          let gain = segments[index].gain * direction
          if gain > 0 { candidates.append((gain, index)) }
        }
      }
    }
    candidates.sort { ($1.gain, $0.index) < ($0.gain, $1.index) }
    var sum = 0.0
    var chosen: [Int32] = []
    for candidate in candidates where chosen.isEmpty || sum < excess {
      chosen.append(Int32(candidate.index))
      sum += candidate.gain
    }
    return chosen
  }
}

extension ArcShapes {
  /// For each ring the sum of what its arcs have, taken negative where they are walked
  /// backwards.
  func sums(ofArcs values: [Double]) -> [Double] {
    (0..<ringCount).map { ring in
      arcs(ofRing: ring).reduce(0) { $0 + ($1.isBackward ? -values[$1.arc] : values[$1.arc]) }
    }
  }
}
