/// The rings of an area in degrees as they run without the cut along the antimeridian that formats
/// ask for (RFC 7946, 3.1.9).
///
/// Edges on ±180° that the area has on both sides are no boundary and cancel out; what is left is
/// linked anew. A ring may then jump from 180° to −180°, or wind around a pole: it is closed on
/// the globe and on a map that holds the antimeridian together, not on a flat sheet of degrees.
public struct UncutRings: Sendable {
  /// The rings, the area on the left of each; exteriors and holes in no order.
  public private(set) var rings: [Ring] = []

  /// The latitudes on the antimeridian where rings have vertices, from the south.
  private let latitudes: [Double]
  /// Stretches of rings off the antimeridian, each from one vertex on it to another.
  private var stretches: [ContiguousArray<Coordinate>] = []
  /// How often rings run north between each two latitudes, less how often south.
  private var northward: [Int]

  /// Joins the rings of polygons that lie at the antimeridian.
  ///
  /// - Parameter areOne: whether two positions are one place on the map.
  /// - Returns: nil where the map is cut along the antimeridian or draws a pole as a line, or
  ///   where nothing can be made of the rings.
  public init?(_ polygons: [Polygon], where areOne: (Coordinate, Coordinate) -> Bool) {
    let rings = polygons.flatMap(\.rings).map { $0.coordinates.dropLast().map(Self.common) }
    latitudes = Set(rings.joined().filter(\.isOnAntimeridian).map(\.y)).sorted()
    northward = Array(repeating: 0, count: latitudes.count)
    let isWhole = latitudes.allSatisfy { latitude in
      areOne([180, latitude], [abs(latitude) == 90 ? 0 : -180, latitude])
    }
    guard isWhole else { return nil }
    for ring in rings { add(ring) }
    addMeridian()
    guard link(), !self.rings.isEmpty else { return nil }
  }

  /// The same place on 180°, if it lies on −180° or is a pole.
  private static func common(_ point: Coordinate) -> Coordinate {
    point.isOnAntimeridian || abs(point.y) == 90 ? Coordinate(180, point.y) : point
  }

  /// Cuts a ring where it meets the antimeridian, and counts its edges along it.
  private mutating func add(_ ring: [Coordinate]) {
    guard let first = ring.firstIndex(where: \.isOnAntimeridian) else {
      if let start = ring.first { rings.append(Ring(ContiguousArray(ring + [start]))) }
      return
    }
    var stretch: ContiguousArray = [ring[first]]
    for point in ring[(first + 1)...] + ring[...first] {
      stretch.append(point)
      guard point.isOnAntimeridian else { continue }
      if stretch.count > 2 { stretches.append(stretch) } else { count(stretch[0].y, point.y) }
      stretch = [point]
    }
  }

  /// Counts an edge along the antimeridian.
  private mutating func count(_ start: Double, _ end: Double) {
    let (low, high) = (min(start, end), max(start, end))
    for index in latitudes.indices where latitudes[index] >= low && latitudes[index] < high {
      northward[index] += start < end ? 1 : -1
    }
  }

  /// What of the antimeridian is a boundary, having the area on one side only.
  private mutating func addMeridian() {
    for (index, (low, high)) in zip(latitudes, latitudes.dropFirst()).enumerated() {
      let ends = [Coordinate(180, low), Coordinate(180, high)]
      let edge = ContiguousArray(northward[index] > 0 ? ends : ends.reversed())
      stretches += Array(repeating: edge, count: abs(northward[index]))
    }
  }

  /// Makes rings of the stretches; says whether all of them closed.
  private mutating func link() -> Bool {
    var leaving: [Double: [Int]] = [:]
    for (index, stretch) in stretches.enumerated().reversed() {
      leaving[stretch[0].y, default: []].append(index)
    }
    for latitude in latitudes {
      while let first = leaving[latitude]?.popLast() {
        var ring = stretches[first]
        while let end = ring.last, end.y != latitude {
          guard let next = leaving[end.y]?.popLast() else { return false }
          ring += stretches[next].dropFirst()
        }
        if ring.count > 3 { rings.append(Ring(ring)) }
      }
    }
    return true
  }
}

extension Coordinate {
  fileprivate var isOnAntimeridian: Bool { abs(abs(x) - 180) < 1e-9 }
}

extension Polygon {
  /// Whether its exterior meets ±180°.
  public var isAtAntimeridian: Bool { exterior.coordinates.contains(where: \.isOnAntimeridian) }
}
