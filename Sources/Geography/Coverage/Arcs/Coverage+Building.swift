extension Coverage {
  /// Finds the arcs that areas share.
  ///
  /// Only equal coordinates are taken for one place; `Coverage.mended` makes boundaries
  /// meet that were drawn apart. Repeated vertices and spikes that go out and come back on
  /// the same line are left out. Areas may touch in points, lie in each other's holes, and
  /// even overlap: what overlaps is then bounded by arcs of its own.
  ///
  /// - Parameters:
  ///   - areas: the polygons of each area.
  ///   - threads: how many threads share the work; nil: one a core. The result is the same.
  public init(of areas: [[Polygon]], threads: Int? = nil) {
    let vertices = RingVertices(areas, threads: threads)
    let cuts = ArcCuts(vertices)
    var coordinates: ContiguousArray<Coordinate> = []
    coordinates.reserveCapacity(cuts.arcs.reduce(0) { $0 + cuts.uses[$1].edges + 1 })
    var starts = [0]
    var ends: [ArcEnds] = []
    var nodes = NodeNumbers(placeCount: vertices.points.count)
    for use in cuts.arcs.lazy.map({ cuts.uses[$0] }) {
      let last = use.start + use.edges
      if last < use.ring.upperBound {
        coordinates += vertices.points[use.start...last]
      } else {
        coordinates += vertices.points[use.start..<use.ring.upperBound]
        coordinates += vertices.points[use.ring.lowerBound...(last - use.ring.count)]
      }
      starts.append(coordinates.count)
      ends.append(
        ArcEnds(
          tail: nodes.number(of: vertices.identities[use.start]),
          head: nodes.number(of: vertices.identities[use.end])))
    }
    self.coordinates = coordinates
    self.starts = starts
    self.ends = ends
    nodeCount = nodes.count
    (shapes, sides) = Self.assemble(areas, cuts)
  }

  /// The rings as arcs, and the areas that these say lie beside the arcs.
  private static func assemble(
    _ areas: [[Polygon]], _ cuts: ArcCuts
  ) -> (ArcShapes, [ArcSides]) {
    var shapes = ArcShapes()
    var sides = [ArcSides](repeating: ArcSides(), count: cuts.arcs.count)
    for (index, area) in areas.enumerated() {
      for polygon in area {
        for _ in 0...polygon.holes.count {
          for reference in cuts.references(ofRing: shapes.ringCount) {
            shapes.references.append(reference)
            if reference.isBackward {
              sides[reference.arc].right = sides[reference.arc].right ?? Int32(index)
            } else {
              sides[reference.arc].left = sides[reference.arc].left ?? Int32(index)
            }
          }
          shapes.endRing()
        }
        shapes.endPolygon()
      }
      shapes.endArea()
    }
    return (shapes, sides)
  }
}

/// Numbers the places where arcs end, in the order they are met.
private struct NodeNumbers {
  private(set) var count = 0
  private var numbers: ContiguousArray<Int32>

  init(placeCount: Int) {
    numbers = ContiguousArray(repeating: -1, count: placeCount)
  }

  mutating func number(of place: Int32) -> Int32 {
    if numbers[Int(place)] < 0 {
      numbers[Int(place)] = Int32(count)
      count += 1
    }
    return numbers[Int(place)]
  }
}
