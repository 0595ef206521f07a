internal import Geography

/// Rings cut into arcs where areas begin or cease to share their boundary, every arc held once.
///
/// Vertices are compared on a grid of whole numbers, so what lies on one grid point is shared.
/// An arc is found again by its first edge: between two junctions there is one way only.
struct Topology {
  /// Vertices of each arc as grid points.
  private(set) var arcs: [[SIMD2<Int32>]] = []
  private var identifiers: [SIMD2<Int32>: Int32] = [:]
  private var points: [SIMD2<Int32>] = []
  private var neighbors: [(low: Int32, high: Int32)] = []
  private var isJunction: [Bool] = []
  private var arcsByEdge: [SIMD2<Int32>: Int] = [:]

  /// Notes the vertices of a ring; every ring must be noted before the first is cut.
  ///
  /// - Returns: the ring as vertex numbers, open, without repetitions.
  mutating func note(_ ring: some Sequence<SIMD2<Int32>>) -> [Int32] {
    var open: [Int32] = []
    for point in ring {
      let vertex = number(of: point)
      if vertex != open.last { open.append(vertex) }
    }
    if open.count > 1, open.first == open.last { open.removeLast() }
    for position in open.indices {
      let before = open[position == 0 ? open.count - 1 : position - 1]
      let after = open[position == open.count - 1 ? 0 : position + 1]
      let pair = (low: min(before, after), high: max(before, after))
      let vertex = Int(open[position])
      if neighbors[vertex].low < 0 {
        neighbors[vertex] = pair
      } else if neighbors[vertex] != pair {
        isJunction[vertex] = true
      }
    }
    return open
  }

  /// The arcs of a noted ring in order; `~n` is arc `n` walked backwards.
  mutating func cut(_ ring: [Int32]) -> [Int] {
    let cuts = ring.indices.filter { isJunction[Int(ring[$0])] }
    // A ring that meets no junction starts at its least vertex, wherever it was written from.
    let starts = cuts.isEmpty ? ring.indices.min { ring[$0] < ring[$1] }.map { [$0] } ?? [] : cuts
    return starts.indices.map { order in
      let start = starts[order]
      let next = starts[(order + 1) % starts.count]
      let length = (next - start + ring.count - 1) % ring.count + 1
      return arc((0...length).map { ring[(start + $0) % ring.count] })
    }
  }

  private mutating func arc(_ vertices: [Int32]) -> Int {
    let edge = SIMD2(vertices[0], vertices[1])
    if let known = arcsByEdge[edge] { return known }
    let last = vertices.count - 1
    arcsByEdge[SIMD2(vertices[last], vertices[last - 1])] = ~arcs.count
    arcsByEdge[edge] = arcs.count
    arcs.append(vertices.map { points[Int($0)] })
    return arcs.count - 1
  }

  private mutating func number(of point: SIMD2<Int32>) -> Int32 {
    if let known = identifiers[point] { return known }
    let new = Int32(points.count)
    identifiers[point] = new
    points.append(point)
    neighbors.append((-1, -1))
    isJunction.append(false)
    return new
  }
}
