/// Rings cut where areas begin or cease to share their boundary.
///
/// A vertex is such a place when the rings that pass through it come from, or go to,
/// different vertices. Between two such places there is one way only, so that an arc is
/// recognised by its first and its last edge.
struct ArcCuts {
  /// A stretch of a ring.
  struct Use {
    /// The ring it belongs to: where its vertices stand in the row.
    var ring: Range<Int>
    /// Where it begins in the row.
    var start: Int
    /// How many edges it has.
    var edges: Int
    /// Where it ends in the row.
    var end: Int {
      let place = start + edges
      return place < ring.upperBound ? place : place - ring.count
    }
  }

  /// All stretches, ring after ring.
  private(set) var uses: [Use] = []
  /// For each arc the first stretch that follows it, which gives it its direction.
  private(set) var arcs: [Int] = []
  /// For each stretch its arc.
  private var references: [ArcReference] = []
  /// Where the stretches of each ring begin, and where the last end.
  private var ringStarts = [0]

  init(_ vertices: RingVertices) {
    cut(vertices, at: Self.junctions(vertices))
    recognise(vertices)
  }

  /// The arcs of a ring in their order.
  func references(ofRing ring: Int) -> ArraySlice<ArcReference> {
    references[ringStarts[ring]..<ringStarts[ring + 1]]
  }

  /// Whether rings part at each vertex.
  private static func junctions(_ vertices: RingVertices) -> ContiguousArray<Bool> {
    let identities = vertices.identities
    var junctions = ContiguousArray(repeating: false, count: identities.count)
    for ring in vertices.rings {
      for place in ring {
        let first = Int(identities[place])
        if first == place { continue }
        let own = (identities[place - 1], identities[place + 1])
        let other = (identities[first - 1], identities[first + 1])
        if own != other && own != (other.1, other.0) { junctions[first] = true }
      }
    }
    return junctions
  }

  private mutating func cut(_ vertices: RingVertices, at junctions: ContiguousArray<Bool>) {
    for ring in vertices.rings {
      var first: Int?
      var previous: Int?
      for place in ring where junctions[Int(vertices.identities[place])] {
        if let previous { uses.append(Use(ring: ring, start: previous, edges: place - previous)) }
        if first == nil { first = place }
        previous = place
      }
      if let first, let previous {
        uses.append(Use(ring: ring, start: previous, edges: first + ring.count - previous))
      } else if !ring.isEmpty {
        uses.append(Use(ring: ring, start: Self.corner(of: ring, vertices), edges: ring.count))
      }
      ringStarts.append(uses.count)
    }
  }

  /// Where a ring starts that meets no junction: at its westernmost vertex, of several the
  /// southernmost, wherever it was written from.
  private static func corner(of ring: Range<Int>, _ vertices: RingVertices) -> Int {
    var best = ring.lowerBound
    for place in ring {
      let (point, least) = (vertices.points[place], vertices.points[best])
      if point.x < least.x || (point.x == least.x && point.y < least.y) { best = place }
    }
    return best
  }

  /// Gives stretches with the same ends the same arc.
  private mutating func recognise(_ vertices: RingVertices) {
    let identities = vertices.identities
    func edge(_ from: Int, _ to: Int) -> UInt64 {
      UInt64(identities[from]) << 32 | UInt64(identities[to])
    }
    var isReversed: [Bool] = []
    var keys: [(edge: UInt64, use: Int32)] = []
    keys.reserveCapacity(uses.count)
    for (index, use) in uses.enumerated() {
      let forward = edge(use.start, use.start + 1)
      let backward = edge(use.end, use.end - 1)
      isReversed.append(backward < forward)
      keys.append((min(forward, backward), Int32(index)))
    }
    keys.sort { ($0.edge, $0.use) < ($1.edge, $1.use) }
    var leaders = [Int32](repeating: 0, count: uses.count)
    for (position, key) in keys.enumerated() {
      let isSame = position > 0 && keys[position - 1].edge == key.edge
      leaders[Int(key.use)] = isSame ? leaders[Int(keys[position - 1].use)] : key.use
    }
    references = Array(repeating: ArcReference(0), count: uses.count)
    for index in uses.indices {
      let leader = Int(leaders[index])
      if leader == index {
        references[index] = ArcReference(arcs.count)
        arcs.append(index)
      } else {
        references[index] = ArcReference(
          references[leader].arc, isBackward: isReversed[index] != isReversed[leader])
      }
    }
  }
}
