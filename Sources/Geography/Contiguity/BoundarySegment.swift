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

/// All the boundary segments of a layer, so arranged that those near each other are found
/// without comparing all with all.
///
/// Segments near 180° are repeated near −180°, so that the antimeridian does not separate
/// neighbours.
struct BoundarySegments {
  /// The segments in the order of the layer, then the copies.
  private(set) var all: ContiguousArray<BoundarySegment> = []
  /// The box of each, widened by half of what is of interest.
  private let sweep: BoxSweep

  /// The segments of a layer, those of no length left out.
  ///
  /// - Parameter reach: how near segments must come to be of interest, in metres.
  init(_ layer: AreaLayer, reach: Double) {
    var all: ContiguousArray<BoundarySegment> = []
    let vertices = layer.areas.lazy.flatMap(\.polygons).flatMap(\.rings).map(\.coordinates.count)
    all.reserveCapacity(vertices.reduce(0, +))
    for (index, area) in layer.areas.enumerated() {
      for polygon in area.polygons {
        Self.add(polygon.exterior, of: index, to: &all)
        for hole in polygon.holes { Self.add(hole, of: index, to: &all) }
      }
    }
    var boxes = ContiguousArray(all.map { Self.box(of: $0, reach: reach) })
    for index in all.indices where boxes[index].maximum.x >= 180 {
      var copy = all[index]
      copy.start.x -= 360
      copy.end.x -= 360
      copy.isCopy = true
      all.append(copy)
      boxes.append(Self.box(of: copy, reach: reach))
    }
    self.all = all
    sweep = BoxSweep(boxes)
  }

  private static func add(
    _ ring: Ring, of area: Int, to all: inout ContiguousArray<BoundarySegment>
  ) {
    guard var previous = ring.coordinates.first else { return }
    for coordinate in ring.coordinates.dropFirst() where coordinate != previous {
      let west = min(previous.x, coordinate.x)
      let turns = Coordinate(((west + 180) / 360).rounded(.down) * 360, 0)
      all.append(
        BoundarySegment(
          start: previous - turns, end: coordinate - turns, area: Int32(area),
          number: Int32(all.count)))
      previous = coordinate
    }
  }

  /// The box that reaches half of `reach` beyond a segment, and a little more, since metres
  /// become degrees at one latitude for all of it.
  private static func box(of segment: BoundarySegment, reach: Double) -> Box {
    // The meridian is curved most, and a degree shortest, at the equator.
    let north = 0.51 * reach / Ellipsoid.metresPerDegree(atLatitude: 0).y
    let latitude = max(abs(segment.start.y), abs(segment.end.y)) + north
    let degree = Ellipsoid.metresPerDegree(atLatitude: min(latitude, 90)).x
    // Near a pole half a turn is near.
    let east = 0.51 * reach < degree * 90 ? 0.51 * reach / degree : 90
    return Box(segment.start, segment.end).widened(by: Coordinate(east, north))
  }

  /// Hands over every two segments of different areas that may come within reach, each two
  /// once, that of the lower area first.
  func forEachNearPair(_ work: (BoundarySegment, BoundarySegment) -> Void) {
    sweep.forEachOverlap(in: sweep.allStrips) { one, other in
      let (first, second) = (all[Int(one)], all[Int(other)])
      if first.area == second.area || (first.isCopy && second.isCopy) { return }
      if first.area < second.area { work(first, second) } else { work(second, first) }
    }
  }
}
