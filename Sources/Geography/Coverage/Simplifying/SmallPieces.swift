/// The pieces of areas that are too small to be drawn.
struct SmallPieces: Sendable {
  /// Whether each polygon of the coverage is left out.
  private(set) var isLeftOut: [Bool]
  /// How many pieces of each area are.
  private(set) var counts: [Int]
  /// Their size together, area by area.
  private(set) var sizes: [Double]

  /// - Parameters:
  ///   - share: what share of its area's size is too small.
  ///   - limit: what share of its size an area may lose in this way.
  init(_ coverage: Coverage, areaSizes: [Double], share: Double, limit: Double) {
    let shapes = coverage.shapes
    isLeftOut = Array(repeating: false, count: shapes.polygonStarts.count - 1)
    counts = Array(repeating: 0, count: coverage.areaCount)
    sizes = Array(repeating: 0, count: coverage.areaCount)
    if share <= 0 { return }
    var endCounts = [Int](repeating: 0, count: coverage.nodeCount)
    for ends in coverage.ends {
      endCounts[Int(ends.tail)] += 1
      endCounts[Int(ends.head)] += 1
    }
    for area in 0..<coverage.areaCount {
      let pieces = shapes.polygons(ofArea: area).map { polygon in
        (size: Self.size(ofPolygon: polygon, coverage), polygon: polygon)
      }.sorted { ($0.size, $1.polygon) < ($1.size, $0.polygon) }
      for piece in pieces.dropLast() {
        guard piece.size < share * areaSizes[area],
          sizes[area] + piece.size <= limit * areaSizes[area]
        else { break }
        guard Self.isAlone(piece.polygon, coverage, endCounts) else { continue }
        isLeftOut[piece.polygon] = true
        counts[area] += 1
        sizes[area] += piece.size
      }
    }
  }

  /// Whether each arc is drawn.
  func isDrawn(_ coverage: Coverage) -> [Bool] {
    var isDrawn = [Bool](repeating: true, count: coverage.arcCount)
    for polygon in isLeftOut.indices where isLeftOut[polygon] {
      for ring in coverage.shapes.rings(ofPolygon: polygon) {
        for reference in coverage.shapes.arcs(ofRing: ring) {
          isDrawn[reference.arc] = false
        }
      }
    }
    return isDrawn
  }

  private static func size(ofPolygon polygon: Int, _ coverage: Coverage) -> Double {
    coverage.shapes.rings(ofPolygon: polygon).reduce(0) { $0 + coverage.ring($1).signedArea }
  }

  /// Whether nothing else touches a polygon.
  private static func isAlone(_ polygon: Int, _ coverage: Coverage, _ endCounts: [Int]) -> Bool {
    coverage.shapes.rings(ofPolygon: polygon).allSatisfy { ring in
      coverage.shapes.arcs(ofRing: ring).allSatisfy { reference in
        let sides = coverage.sides[reference.arc]
        return (sides.left == nil || sides.right == nil)
          && endCounts[Int(coverage.ends[reference.arc].tail)] == 2
      }
    }
  }
}
