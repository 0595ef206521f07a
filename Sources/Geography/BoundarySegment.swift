/// One straight piece of an area's boundary.
struct BoundarySegment {
  /// Where it begins, in degrees. The western end lies at −180° or east of it, and west of
  /// 180°; the eastern end may lie beyond.
  var start: Coordinate
  /// Where it ends.
  var end: Coordinate
  /// Index of the area.
  var area: Int32
  /// Number of the segment in its layer; a copy moved around the globe has the number
  /// of its original.
  var number: Int32
  /// Whether it is such a copy.
  var isCopy = false

  var minimum: Coordinate { pointwiseMin(start, end) }
  var maximum: Coordinate { pointwiseMax(start, end) }
}

/// All the boundary segments of a layer, sorted so that those near each other are found
/// without comparing all with all.
///
/// The globe is cut into strips along the parallels. Within each strip the segments are
/// met from west to east, and each is compared with those that still reach as far east.
/// For segments of ordinary length the time grows as n log n. Segments near 180° are
/// repeated near −180°, so that the antimeridian does not separate neighbours.
struct BoundarySegments {
  private(set) var all: [BoundarySegment] = []
  /// The segments from west to east.
  private var order: [Int32] = []

  /// The segments of a layer, those of no length left out.
  ///
  /// - Parameter reach: how near segments must come to be of interest, in metres.
  init(_ layer: AreaLayer, reach: Double) {
    let vertices = layer.areas.lazy.flatMap(\.polygons).flatMap(\.rings).map(\.coordinates.count)
    all.reserveCapacity(vertices.reduce(0, +))
    var copies: [BoundarySegment] = []
    for (index, area) in layer.areas.enumerated() {
      for polygon in area.polygons {
        add(polygon.exterior, of: index, copies: &copies, reach: reach)
        for hole in polygon.holes { add(hole, of: index, copies: &copies, reach: reach) }
      }
    }
    all += copies
    order = Self.westToEast(all)
  }

  private mutating func add(
    _ ring: Ring, of area: Int, copies: inout [BoundarySegment], reach: Double
  ) {
    guard var previous = ring.coordinates.first else { return }
    for coordinate in ring.coordinates.dropFirst() where coordinate != previous {
      let west = min(previous.x, coordinate.x)
      let turns = Coordinate(((west + 180) / 360).rounded(.down) * 360, 0)
      let segment = BoundarySegment(
        start: previous - turns, end: coordinate - turns, area: Int32(area),
        number: Int32(all.count))
      all.append(segment)
      previous = coordinate
      let north = max(abs(segment.start.y), abs(segment.end.y))
      if max(segment.start.x, segment.end.x) + degreesOfLongitude(reach, at: north) >= 180 {
        var copy = segment
        copy.start.x -= 360
        copy.end.x -= 360
        copy.isCopy = true
        copies.append(copy)
      }
    }
  }

  /// Sorts by the western end, through a whole number that also holds the position.
  private static func westToEast(_ segments: [BoundarySegment]) -> [Int32] {
    var keys = segments.indices.map { position -> UInt64 in
      // A segment lies between −720° and 720°: 2³² steps of 0.04 m at the equator.
      let west = (segments[position].minimum.x + 720) / 1_440 * 4_294_967_295
      return UInt64(west) << 32 | UInt64(position)
    }
    keys.sort()
    return keys.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
  }

  /// Hands over every two segments of different areas whose boxes come within `reach`
  /// metres, each two once, that of the lower area first.
  func forEachNearPair(within reach: Double, _ work: (BoundarySegment, BoundarySegment) -> Void) {
    guard !all.isEmpty else { return }
    let strips = Strips(all, order: order, reach: reach)
    var active: [Int32] = []
    for strip in 0..<strips.count {
      active.removeAll(keepingCapacity: true)
      let slack = Coordinate(
        degreesOfLongitude(reach, at: strips.highestLatitude(strip)), strips.slack)
      for position in strips.members(strip) {
        let segment = all[Int(position)]
        let (low, high) = (segment.minimum - slack, segment.maximum + slack)
        var kept = 0
        for slot in active.indices {
          let other = all[Int(active[slot])]
          let otherHigh = other.maximum
          // The order is by steps, which one step more than makes up for.
          if otherHigh.x < low.x - 1e-6 { continue }
          active[kept] = active[slot]
          kept += 1
          guard other.area != segment.area, otherHigh.y >= low.y, otherHigh.x >= low.x,
            other.minimum.y <= high.y, !(other.isCopy && segment.isCopy),
            strips.firstCommon(segment, other) == strip
          else { continue }
          if other.area < segment.area { work(other, segment) } else { work(segment, other) }
        }
        active.removeLast(active.count - kept)
        active.append(position)
      }
    }
  }
}

/// The segments by strip of latitude; one that crosses several is in each of them.
private struct Strips {
  let count: Int
  /// Degrees of latitude by which boxes are widened.
  let slack: Double
  private let south: Double
  private let height: Double
  private var starts: [Int]
  private var entries: [Int32]

  init(_ segments: [BoundarySegment], order: [Int32], reach: Double) {
    // The meridian is curved most, and a degree shortest, at the equator.
    slack = reach / Ellipsoid.metresPerDegree(atLatitude: 0).y
    let low = segments.reduce(Double.infinity) { min($0, $1.minimum.y) }
    let high = segments.reduce(-Double.infinity) { max($0, $1.maximum.y) }
    let rise = segments.reduce(0) { $0 + abs($1.end.y - $1.start.y) } / Double(segments.count)
    // Twice the mean rise: most segments then lie in one strip or two.
    height = max(2 * (rise + slack), (high - low) / 65_536, 1e-9)
    south = low - slack
    count = Int((high - low + 2 * slack) / height) + 1
    starts = Array(repeating: 0, count: count + 1)
    entries = []
    for segment in segments {
      for strip in span(segment) { starts[strip + 1] += 1 }
    }
    for strip in 0..<count { starts[strip + 1] += starts[strip] }
    entries = Array(repeating: 0, count: starts[count])
    var next = starts
    for position in order {
      for strip in span(segments[Int(position)]) {
        entries[next[strip]] = position
        next[strip] += 1
      }
    }
  }

  private func strip(of latitude: Double) -> Int {
    min(count - 1, max(0, Int((latitude - south) / height)))
  }

  private func span(_ segment: BoundarySegment) -> ClosedRange<Int> {
    strip(of: segment.minimum.y - slack)...strip(of: segment.maximum.y + slack)
  }

  /// The one strip in which two segments are compared.
  func firstCommon(_ first: BoundarySegment, _ second: BoundarySegment) -> Int {
    strip(of: max(first.minimum.y, second.minimum.y) - slack)
  }

  func members(_ strip: Int) -> ArraySlice<Int32> { entries[starts[strip]..<starts[strip + 1]] }

  func highestLatitude(_ strip: Int) -> Double {
    let low = south + Double(strip) * height
    return min(90, max(abs(low), abs(low + height)))
  }
}

/// How many degrees of longitude `metres` are at a latitude; a half turn near the poles.
private func degreesOfLongitude(_ metres: Double, at latitude: Double) -> Double {
  let degree = Ellipsoid.metresPerDegree(atLatitude: min(latitude, 90)).x
  return metres < degree * 180 ? metres / degree : 180
}
