import Geography
import Testing

@Suite("What simplifying must not do")
struct SimplificationGuardTests {
  private func simplified(
    _ areas: [[Polygon]], _ method: Simplification.Method = .visvalingam, tolerance: Double,
    maximumSizeChange: Double = 100
  ) -> SimplifiedCoverage {
    Coverage(of: areas).simplified(
      Simplification(method, to: .tolerance(tolerance), maximumSizeChange: maximumSizeChange))
  }

  private func contains(_ ring: Ring, _ point: Coordinate) -> Bool {
    zip(ring.coordinates, ring.coordinates.dropFirst()).count { start, end in
      (start.y > point.y) != (end.y > point.y)
        && point.x < start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
    } % 2 == 1
  }

  /// A square of 100 with a bay in its northern side.
  private let bay = polygon([
    (0, 0), (100, 0), (100, 100), (60, 100), (60, 60), (40, 60), (40, 100), (0, 100),
  ])

  @Test("A bay with an island in it is not closed over the island.")
  func islandInBay() {
    // Without the island the bay goes.
    let open = simplified([[bay]], tolerance: 60)
    #expect(open.polygons[0][0].exterior.coordinates.count == 5)
    let island = rectangle(45, 70, 50, 75)
    let result = simplified([[bay], [island]], tolerance: 60)
    #expect(result.report.restoredVertices > 0)
    let coast = result.polygons[0][0].exterior
    #expect(!contains(coast, Coordinate(46, 71)))
    #expect(Tiling(result.polygons).contacts == 0)
    #expect(result.polygons[1][0].exterior.signedArea > 0)
  }

  @Test("A peninsula in the bay of another area is not crossed.")
  func peninsula() {
    let areas = [[bay], [rectangle(45, 70, 55, 200)]]
    let result = simplified(areas, tolerance: 60)
    #expect(!contains(result.polygons[0][0].exterior, Coordinate(50, 80)))
    #expect(Tiling(result.polygons).contacts == 0)
  }

  @Test("An area that hangs on a node stays on its side of the line through the node.")
  func hangingArea() {
    // A hook leaves the node at (0, 0) eastward and goes round over a diamond that touches it
    // in the node only. Without (20, −1) and (20, 20), triangles of 210 and 300, it would leave
    // west of the diamond, and no line would cross another.
    let hook = polygon([
      (0, 0), (20, -1), (20, 20), (-20, 10), (-20, 100), (100, 100), (100, -100), (0, -100),
    ])
    let diamond = polygon([(0, 0), (4, 4), (0, 8), (-4, 4)])
    let areas = [[hook], [diamond]]
    let result = simplified(areas, tolerance: 20)
    #expect(!contains(result.polygons[0][0].exterior, Coordinate(-1, 5)))
    #expect(Tiling(result.polygons).contacts == 0)
    #expect(result.coverage.neighbors == Coverage(of: areas).neighbors)
  }

  @Test("An area between two arcs does not collapse into one line.")
  func lens() {
    // A thin lens between two halves of a square.
    let areas = [
      [polygon([(0, 0), (100, 0), (100, 50), (50, 49), (0, 50)])],
      [polygon([(0, 50), (50, 49), (100, 50), (50, 51)])],
      [polygon([(0, 50), (50, 51), (100, 50), (100, 100), (0, 100)])],
    ]
    let result = simplified(areas, tolerance: 1_000)
    #expect(result.polygons[1][0].exterior.signedArea > 0)
    #expect(result.coverage.neighbors == Coverage(of: areas).neighbors)
    #expect(Tiling(result.polygons).contacts == 0)
  }

  @Test("A ring does not turn inside out.")
  func flipping() {
    // A crescent whose inner bow has more vertices: Douglas and Peucker take the third vertex
    // there, and the triangle with the two tips is what the crescent does not cover.
    let crescent = polygon([(0, 0), (30, 20), (50, 35), (70, 20), (100, 0), (50, 60)])
    let result = simplified([[crescent]], .douglasPeucker, tolerance: 100)
    #expect(contains(result.polygons[0][0].exterior, Coordinate(50, 50)))
    #expect(result.report.restoredVertices > 0)
  }

  @Test("Sizes stay within the declared limit.", arguments: [0.001, 0.02, 0.2])
  func sizes(limit: Double) {
    let areas = Fractal(depth: 6).areas(lattice(rows: 3, columns: 3).areas.map(\.polygons))
    let result = simplified(areas, tolerance: 1, maximumSizeChange: limit)
    for (old, new) in zip(areas, result.polygons) {
      let change = new[0].exterior.signedArea / old[0].exterior.signedArea - 1
      #expect(abs(change) <= limit)
      #expect(abs(change) <= abs(result.report.largestSizeChange) + 1e-12)
    }
    #expect(result.report.mostChangedArea != nil)
  }

  @Test("Small islets go, the smallest first; large, largest and touching pieces stay.")
  func islets() {
    let areas = [
      [
        rectangle(0, 0, 100, 100), rectangle(110, 0, 112, 2), rectangle(110, 10, 113, 13),
        rectangle(110, 20, 130, 40), rectangle(100, 100, 101, 101),
      ],
      [rectangle(200, 0, 201, 1), rectangle(203, 0, 203.5, 0.5)],
    ]
    let coverage = Coverage(of: areas)
    func pieces(_ share: Double, limit: Double = 1) -> [[Double]] {
      let simplification = Simplification(
        to: .tolerance(0), minimumPieceShare: share, maximumSizeChange: limit)
      return coverage.simplified(simplification).polygons.map {
        $0.map(\.exterior.signedArea)
      }
    }
    #expect(pieces(0) == [[10_000, 4, 9, 400, 1], [1, 0.25]])
    #expect(pieces(0.0005) == [[10_000, 9, 400, 1], [1, 0.25]])
    #expect(pieces(0.01) == [[10_000, 400, 1], [1, 0.25]])
    #expect(pieces(0.9) == [[10_000, 1], [1]])
    // Half of 0.2 % of 10,414 is 10.4: the two smallest together would be 13.
    #expect(pieces(0.01, limit: 0.002) == [[10_000, 9, 400, 1], [1, 0.25]])
    let report = coverage.simplified(
      Simplification(to: .tolerance(0), minimumPieceShare: 0.01)
    ).report
    #expect(report.leftOutPieces == [.init(area: 0, count: 2, size: 13)])
    #expect(report.mostChangedArea == 0)
    #expect(abs(report.largestSizeChange + 13 / 10_414) < 1e-12)
  }

  @Test("Lines that cross in the source are left as they are, and counted.")
  func sourceContacts() {
    let areas = [[rectangle(0, 0, 2, 2)], [rectangle(1, 1, 3, 3)]]
    let result = simplified(areas, tolerance: 0)
    #expect(result.report.sourceContacts == 2)
    #expect(result.polygons == Coverage(of: areas).polygons)
  }
}
