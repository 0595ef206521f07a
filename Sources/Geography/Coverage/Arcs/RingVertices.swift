/// The vertices of all rings in one row, equal ones recognised.
struct RingVertices: Sendable {
  /// Ring after ring in the order of the areas. Each ring is open and has a copy of its last
  /// vertex before it and of its first one after it, so that every vertex has both its
  /// neighbours beside it.
  private(set) var points: ContiguousArray<Coordinate> = []
  /// Where the vertices of each ring stand, without the copies.
  private(set) var rings: [Range<Int>] = []
  /// For each place in the row, the first place with an equal point (of copies: that of their
  /// original).
  private(set) var identities: ContiguousArray<Int32> = []

  /// The vertices of the rings of `areas`, exteriors before holes.
  init(_ areas: [[Polygon]], threads: Int?) {
    var total = 0
    for area in areas {
      for polygon in area {
        total += polygon.exterior.coordinates.count + 2
        for hole in polygon.holes { total += hole.coordinates.count + 2 }
      }
    }
    points.reserveCapacity(total)
    for area in areas {
      for polygon in area {
        append(polygon.exterior)
        for hole in polygon.holes { append(hole) }
      }
    }
    identify(threads: threads)
  }

  private mutating func append(_ ring: Ring) {
    let start = points.count + 1
    append(ring, cuttingSpikes: true)
    if points.count - start < 3 {
      // It encloses nothing; it stays as it is.
      points.removeLast(points.count - start + 1)
      append(ring, cuttingSpikes: false)
    }
    points[start - 1] = points[points.count - 1]
    rings.append(start..<points.count)
    points.append(points[start == points.count ? start - 1 : start])
  }

  /// Appends a place for the copy of the last vertex, then the vertices without repetitions
  /// and, if wished, without spikes that go out and come back on the same line.
  private mutating func append(_ ring: Ring, cuttingSpikes: Bool) {
    points.append(.zero)
    var start = points.count
    for coordinate in ring.coordinates {
      // −0 equals 0 and must look the same; adding 0 sees to that.
      let point = coordinate + Coordinate.zero
      let count = points.count
      if count > start, points[count - 1] == point { continue }
      if cuttingSpikes, count > start + 1, points[count - 2] == point {
        points.removeLast()
      } else {
        points.append(point)
      }
    }
    if points.count - start > 1, points[start] == points[points.count - 1] { points.removeLast() }
    let first = start
    while cuttingSpikes, points.count - start > 2 {
      if points[start] == points[points.count - 2] {
        points.removeLast(2)
      } else if points[start + 1] == points[points.count - 1] {
        points.removeLast()
        start += 1
      } else {
        break
      }
    }
    points.removeSubrange(first..<start)
  }

  private mutating func identify(threads: Int?) {
    identities = ContiguousArray(points.indices.lazy.map { Int32($0) })
    for match in VertexMatching(points, rings, threads: threads).matches {
      identities[Int(match >> 32)] = Int32(truncatingIfNeeded: match & 0xFFFF_FFFF)
    }
    for ring in rings where !ring.isEmpty {
      identities[ring.lowerBound - 1] = identities[ring.upperBound - 1]
      identities[ring.upperBound] = identities[ring.lowerBound]
    }
  }
}
