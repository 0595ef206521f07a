/// Areas as shared lines: every stretch of boundary is held once, whichever areas it bounds.
///
/// What is done to a line is done to both its sides, so that neighbours stay neighbours and
/// no gap opens between them. Coordinates are those of any plane and must be finite: metres
/// of a projected map as well as degrees.
public struct Coverage: Sendable, Hashable {
  /// How many areas.
  public var areaCount: Int { shapes.areaStarts.count - 1 }
  /// How many arcs: stretches of boundary between places where areas begin or cease to
  /// share it, or whole rings that meet no such place.
  public var arcCount: Int { starts.count - 1 }
  /// How many different vertices.
  public var vertexCount: Int { coordinates.count - 2 * arcCount + nodeCount }

  /// The vertices of all arcs, arc after arc, both ends of each included.
  let coordinates: ContiguousArray<Coordinate>
  /// Where each arc begins in `coordinates`, and where the last ends.
  let starts: [Int]
  /// The numbers of the nodes where each arc begins and ends.
  let ends: [ArcEnds]
  /// How many nodes: places where arcs end.
  let nodeCount: Int
  /// The areas on both sides of each arc.
  let sides: [ArcSides]
  /// The rings as arcs.
  let shapes: ArcShapes

  /// The vertices of an arc in order, both ends included. A ring that meets no other line is
  /// one arc whose first and last vertex are equal.
  public func arc(_ index: Int) -> ArraySlice<Coordinate> {
    ArraySlice(coordinates[starts[index]..<starts[index + 1]])
  }

  /// The area to the left of an arc; nil for the outside.
  public func areaLeft(ofArc index: Int) -> Int? { sides[index].left.map(Int.init) }

  /// The area to the right of an arc; nil for the outside.
  public func areaRight(ofArc index: Int) -> Int? { sides[index].right.map(Int.init) }

  /// The polygons of an area as arcs: for each polygon its exterior, then its holes, each as the
  /// arcs in the order they are walked with the area on the left. `~n` is arc `n` walked
  /// backwards, as in TopoJSON.
  public func arcs(ofArea index: Int) -> [[[Int]]] {
    shapes.polygons(ofArea: index).map { polygon in
      shapes.rings(ofPolygon: polygon).map { shapes.arcs(ofRing: $0).map { Int($0.number) } }
    }
  }

  /// The areas as polygons, in order. Each ring begins where its first arc does.
  public var polygons: [[Polygon]] {
    (0..<areaCount).map { area in
      shapes.polygons(ofArea: area).map { polygon in
        let rings = shapes.rings(ofPolygon: polygon).map(ring)
        return Polygon(exterior: rings.first ?? Ring([]), holes: Array(rings.dropFirst()))
      }
    }
  }

  /// A ring by its number among all.
  func ring(_ index: Int) -> Ring {
    var vertices: ContiguousArray<Coordinate> = []
    for reference in shapes.arcs(ofRing: index) {
      let arc = reference.arc
      // Each arc begins with the vertex the one before ended with.
      let skipped = vertices.isEmpty ? 0 : 1
      if reference.isBackward {
        vertices += coordinates[starts[arc]..<(starts[arc + 1] - skipped)].reversed()
      } else {
        vertices += coordinates[(starts[arc] + skipped)..<starts[arc + 1]]
      }
    }
    return Ring(vertices)
  }
}

/// The nodes where an arc begins and ends.
struct ArcEnds: Sendable, Hashable {
  var tail: Int32
  var head: Int32
}

/// The areas on both sides of an arc; nil for the outside.
struct ArcSides: Sendable, Hashable {
  var left: Int32?
  var right: Int32?
}
