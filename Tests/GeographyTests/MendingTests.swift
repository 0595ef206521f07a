import Geography
import Testing

@Suite("Making boundaries meet that were drawn apart")
struct MendingTests {
  private func sizes(_ mended: MendedCoverage) -> [Double] {
    mended.coverage.polygons.map { $0.flatMap(\.rings).reduce(0) { $0 + $1.signedArea } }
  }

  @Test("Areas with the same vertices stay as they are.")
  func exact() {
    let areas = Fractal(depth: 4).areas(lattice(rows: 4, columns: 4).areas.map(\.polygons))
    let mended = Coverage.mended(areas, tolerance: 1e-5, sliver: 1e-6)
    #expect(mended.coverage == Coverage(of: areas))
    #expect(mended.report == MendingReport())
  }

  @Test("A vertex moves to that of another area within the tolerance, and no farther.")
  func tolerance() {
    let west = rectangle(0, 0, 10, 10)
    let east = rectangle(10.1, 0, 20, 10)
    let near = Coverage.mended([[west], [east]], tolerance: 0.2)
    #expect(near.report.movedVertices == 2)
    #expect(near.coverage.neighbors == [.init(first: 0, second: 1, shareLine: true)])
    // The first area's line is the one that stays.
    #expect(sizes(near) == [100, 100])
    let far = Coverage.mended([[west], [east]], tolerance: 0.05)
    #expect(far.report.movedVertices == 0 && far.coverage.neighbors.isEmpty)
  }

  @Test("A line goes through another area's vertices that it passes, on both sides.")
  func passing() {
    let west = polygon([(0, 0), (10, 0), (10.05, 3), (10, 10), (0, 10)])
    let east = polygon([(10, 0), (20, 0), (20, 10), (10, 10), (9.95, 7)])
    let mended = Coverage.mended([[west], [east]], tolerance: 0.1)
    #expect(mended.report.movedVertices == 0)
    #expect(mended.report.addedVertices == 2)
    #expect(mended.coverage.neighbors == [.init(first: 0, second: 1, shareLine: true)])
    #expect(mended.coverage.arcCount == 3)
    #expect(Tiling(mended.coverage.polygons).contacts == 0)
  }

  @Test("Three areas that leave a gap at their corner meet, and the first gets the gap.")
  func corner() {
    let areas = [
      [rectangle(0, 0, 10, 10)], [rectangle(10, 0, 20, 9)],
      [polygon([(0, 10), (10, 10), (20, 9), (20, 20), (0, 20)])],
    ]
    // A triangle of 5 lies between the three.
    let mended = Coverage.mended(areas, tolerance: 0.5, sliver: 6)
    #expect(mended.report.slivers.map(\.size) == [5])
    #expect(mended.report.slivers.map(\.claimants) == [[]])
    // It borders on the second with 10, on the third with √101.
    #expect(mended.report.slivers.map(\.owner) == [2])
    #expect(sizes(mended) == [100, 90, 210])
    let open = Coverage.mended(areas, tolerance: 0.5, sliver: 4)
    #expect(open.report.slivers.isEmpty)
    #expect(sizes(open) == [100, 90, 205])
  }

  @Test("An overlap is given to one area; one that is too large is told and left.")
  func overlap() {
    let areas = [[rectangle(0, 0, 10, 10)], [rectangle(9, 2, 20, 8)]]
    let mended = Coverage.mended(areas, tolerance: 0.01, sliver: 10)
    #expect(mended.report.addedVertices == 4)
    #expect(mended.report.slivers.map(\.claimants) == [[0, 1]])
    #expect(mended.report.slivers.map(\.size) == [6])
    // Within the first it has a border of 6 + 1 + 1, towards the second one of 6.
    #expect(mended.report.slivers.map(\.owner) == [0])
    #expect(sizes(mended) == [100, 60])
    #expect(Tiling(mended.coverage.polygons).contacts == 0)
    let left = Coverage.mended(areas, tolerance: 0.01, sliver: 5)
    #expect(left.report.slivers.map(\.owner) == [nil])
    #expect(sizes(left) == [100, 66])
  }

  @Test("An overlap that ends on a line that others share is no more than the overlap.")
  func overlapAtSharedLines() {
    let areas = [
      [rectangle(0, 0, 10, 10)], [rectangle(10, 0, 20, 10)],
      [rectangle(0, 10, 10, 20)], [rectangle(9, 10, 20, 20)],
      [rectangle(0, 20, 10, 30)], [rectangle(10, 20, 20, 30)],
    ]
    let left = Coverage.mended(areas, tolerance: 0.01, sliver: 1)
    #expect(left.report.slivers.map(\.claimants) == [[2, 3]])
    #expect(left.report.slivers.map(\.size) == [10])
    #expect(sizes(left) == [100, 100, 100, 110, 100, 100])
    let mended = Coverage.mended(areas, tolerance: 0.01, sliver: 10)
    #expect(mended.report.slivers.map(\.owner) == [2])
    #expect(sizes(mended) == [100, 100, 100, 100, 100, 100])
    #expect(Tiling(mended.coverage.polygons).contacts == 0)
  }

  @Test("A small area that a larger one covers keeps its ground.")
  func covered() {
    let areas = [[rectangle(0, 0, 10, 10)], [rectangle(4, 4, 5, 5)]]
    let mended = Coverage.mended(areas, tolerance: 0.01, sliver: 2)
    #expect(mended.report.slivers.isEmpty)
    // The two hang together at a point here, and the claims are seen.
    let touching = Coverage.mended(
      [[rectangle(0, 0, 10, 10)], [rectangle(0, 0, 1, 1)]], tolerance: 0.01, sliver: 2)
    #expect(touching.report.slivers.map(\.owner) == [1])
    #expect(sizes(touching) == [99, 1])
  }

  @Test("A lake in one area stays open, whatever its size; an enclave's ring of gaps closes.")
  func holes() {
    let lake = polygon([(2, 2), (3, 2), (3, 3), (2, 3)]).exterior
    let hole = polygon([(6, 6), (8, 6), (8, 8), (6, 8)]).exterior
    let areas = [
      [Polygon(exterior: rectangle(0, 0, 10, 10).exterior, holes: [lake, hole])],
      [polygon([(6, 6), (8, 6), (7.5, 7), (8, 8), (6, 8), (6.5, 7)])],
    ]
    let mended = Coverage.mended(areas, tolerance: 0.01, sliver: 2)
    // The enclave has the longer border with each.
    #expect(mended.report.slivers.map(\.owner) == [1, 1])
    #expect(sizes(mended) == [95, 4])
    #expect(mended.coverage.polygons[0].map(\.holes.count) == [2])
  }

  @Test("A piece that falls apart, and one that comes to touch itself, stay sound.")
  func pieces() {
    // The second area is a strip that the first crosses: the overlap goes to the first, which
    // has the longer border with it, and the strip falls into two.
    let areas = [[rectangle(4, -10, 6, 10)], [rectangle(0, 0, 10, 1)]]
    let mended = Coverage.mended(areas, tolerance: 0.001, sliver: 3)
    #expect(mended.report.slivers.map(\.size) == [2])
    let total = sizes(mended).reduce(0, +)
    #expect(abs(total - 48) < 1e-9)
    #expect(mended.coverage.polygons.map(\.count).sorted() == [1, 2])
    #expect(Tiling(mended.coverage.polygons).contacts == 0)
  }

  @Test("Lattices that every area drew for itself become one coverage again.", arguments: 1...4)
  func random(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let exact = Fractal(depth: 3).areas(lattice(rows: 5, columns: 5).areas.map(\.polygons))
    // Every area draws each vertex up to 2e-5 off and leaves out some of the inner ones.
    let apart = exact.map { area in
      area.map { polygon in
        var kept: ContiguousArray<Coordinate> = []
        for (order, vertex) in polygon.exterior.coordinates.dropLast().enumerated() {
          if order % 8 != 0, Double.random(in: 0...1, using: &generator) < 0.1 { continue }
          kept.append(
            vertex
              + Coordinate(
                .random(in: -2e-5...2e-5, using: &generator),
                .random(in: -2e-5...2e-5, using: &generator)))
        }
        kept.append(kept[0])
        return Polygon(exterior: Ring(kept))
      }
    }
    #expect(Coverage(of: apart).neighbors.isEmpty)
    let mended = Coverage.mended(apart, tolerance: 1e-4, sliver: 1e-6)
    let lines = Coverage(of: exact).neighbors.filter(\.shareLine)
    #expect(mended.coverage.neighbors.filter(\.shareLine) == lines)
    let tiling = Tiling(mended.coverage.polygons)
    #expect(tiling.contacts == 0)
    #expect(tiling.doubleEdges == 0)
    #expect(abs(tiling.size / 25e-4 - 1) < 0.02)
    let again = Coverage.mended(mended.coverage.polygons, tolerance: 1e-4, sliver: 1e-6)
    #expect(again.report.slivers.isEmpty)
  }
}
