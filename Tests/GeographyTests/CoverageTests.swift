import Geography
import Testing

@Suite("Areas as shared arcs")
struct CoverageTests {
  private func areas(_ layer: AreaLayer) -> [[Polygon]] { layer.areas.map(\.polygons) }

  @Test("A lattice of squares has an arc for each side of a square, held once.")
  func lattice() {
    // 3 × 3 squares have 24 sides; at the four outer corners two of them are one arc.
    let coverage = Coverage(of: areas(GeographyTests.lattice(rows: 3, columns: 3)))
    #expect(coverage.arcCount == 20)
    #expect(coverage.vertexCount == 16)
    #expect(coverage.areaCount == 9)
    let lines = coverage.neighbors.filter(\.shareLine)
    #expect(lines.count == 12)
    #expect(coverage.neighbors.count == 20)
    #expect(
      coverage.neighbors.prefix(3) == [
        .init(first: 0, second: 1, shareLine: true), .init(first: 0, second: 3, shareLine: true),
        .init(first: 0, second: 4, shareLine: false),
      ])
  }

  @Test("Every arc knows the areas on its left and right, and every ring its arcs.")
  func sides() throws {
    let coverage = Coverage(of: [[rectangle(0, 0, 1, 1)], [rectangle(1, 0, 2, 1)]])
    try #require(coverage.arcCount == 3)
    // The first ring gives the direction: its outer arc runs the long way round.
    let shared = try #require(
      (0..<3).first { coverage.areaRight(ofArc: $0) != nil && coverage.areaLeft(ofArc: $0) == 0 })
    #expect(Array(coverage.arc(shared)) == [Coordinate(1, 0), Coordinate(1, 1)])
    #expect(coverage.areaRight(ofArc: shared) == 1)
    #expect(coverage.arcs(ofArea: 0).joined().joined().sorted() == [0, 1])
    #expect(coverage.arcs(ofArea: 1).joined().joined().contains(~shared))
  }

  @Test("Arcs give back the polygons, wherever rings began.")
  func polygons() {
    let fractal = Fractal(depth: 3).areas(areas(GeographyTests.lattice(rows: 4, columns: 5)))
    let polygons = Coverage(of: fractal).polygons
    for (area, original) in zip(polygons, fractal) {
      #expect(area.count == 1)
      #expect(
        Set(area[0].exterior.coordinates) == Set(original[0].exterior.coordinates))
      #expect(area[0].exterior.coordinates.count == original[0].exterior.coordinates.count)
      #expect(abs(area[0].exterior.signedArea - original[0].exterior.signedArea) < 1e-15)
    }
  }

  @Test("An enclave and the hole it fills are one arc, wherever each ring begins.")
  func enclave() {
    let hole = polygon([(1, 1), (2, 1), (2, 2), (1, 2)]).exterior
    let enclave = polygon([(2, 2), (1, 2), (1, 1), (2, 1)])
    let coverage = Coverage(of: [
      [Polygon(exterior: rectangle(0, 0, 3, 3).exterior, holes: [hole])], [enclave],
    ])
    #expect(coverage.arcCount == 2)
    #expect(coverage.neighbors == [.init(first: 0, second: 1, shareLine: true)])
    #expect(coverage.polygons[0][0].holes.map(\.signedArea) == [-1])
  }

  @Test("Areas that touch in one point share a node and no arc.")
  func touchingPoint() {
    let coverage = Coverage(of: [[rectangle(0, 0, 1, 1)], [rectangle(1, 1, 2, 2)]])
    #expect(coverage.arcCount == 2)
    #expect(coverage.vertexCount == 7)
    #expect(coverage.neighbors == [.init(first: 0, second: 1, shareLine: false)])
  }

  @Test("An island of one area is one arc from its westernmost vertex.")
  func island() {
    let coverage = Coverage(of: [[polygon([(1, 0), (2, 1), (1, 2), (0, 1)])]])
    #expect(coverage.arcCount == 1)
    #expect(coverage.arc(0).first == Coordinate(0, 1))
    #expect(coverage.arc(0).last == Coordinate(0, 1))
    #expect(coverage.neighbors.isEmpty)
  }

  @Test("Repeated vertices, spikes and −0 change no arc.")
  func untidy() {
    let tidy = [[rectangle(0, 0, 1, 1)], [rectangle(1, 0, 2, 1)]]
    let untidy = [
      [
        polygon([
          (-0.0, 0), (0, -0.0), (1, 0), (1, 0), (1, 1), (0.5, 1), (0.5, 7), (0.5, 1), (0, 1),
        ])
      ],
      [polygon([(5, 0), (2, 0), (2, 1), (1, 1), (1, 1), (1, 0), (2, 0)])],
    ]
    let coverage = Coverage(of: untidy)
    #expect(coverage.arcCount == 3)
    #expect(coverage.neighbors == Coverage(of: tidy).neighbors)
    #expect(coverage.polygons.joined().map(\.exterior.signedArea) == [1, 1])
  }

  @Test("What encloses nothing, or is not there, does no harm.")
  func degenerate() {
    let line = Ring([Coordinate(0, 0), Coordinate(1, 0), Coordinate(0, 0)])
    let point = Ring([Coordinate(5, 5), Coordinate(5, 5)])
    let areas = [
      [], [Polygon(exterior: line)], [Polygon(exterior: point)], [Polygon(exterior: Ring([]))],
      [rectangle(0, 0, 1, 1)],
    ]
    let coverage = Coverage(of: areas)
    #expect(coverage.areaCount == 5)
    #expect(coverage.polygons.map(\.count) == [0, 1, 1, 1, 1])
    let simplified = coverage.simplified(Simplification(to: .share(0.1)))
    #expect(simplified.polygons.map(\.count) == [0, 1, 1, 1, 1])
    #expect(simplified.polygons[4][0].exterior.signedArea == 1)
    #expect(Coverage(of: []).simplified(Simplification(to: .tolerance(1))).polygons.isEmpty)
  }

  @Test("Areas that overlap keep their own arcs.")
  func overlapping() {
    let areas = [[rectangle(0, 0, 2, 2)], [rectangle(1, 1, 3, 3)], [rectangle(0, 0, 2, 2)]]
    let coverage = Coverage(of: areas)
    #expect(coverage.polygons.joined().map(\.exterior.signedArea) == [4, 4, 4])
    let report = coverage.simplified(Simplification(to: .share(0))).report
    #expect(report.sourceContacts > 0)
  }

  @Test("The number of threads changes nothing.")
  func threads() {
    let areas = Fractal(depth: 5).areas(areas(GeographyTests.lattice(rows: 9, columns: 9)))
    let coverage = Coverage(of: areas, threads: 1)
    #expect(Coverage(of: areas, threads: 2) == coverage)
    #expect(Coverage(of: areas, threads: 7) == coverage)
    for method in [Simplification.Method.visvalingam, .douglasPeucker] {
      let simplification = Simplification(method, to: .share(0.05))
      let one = coverage.simplified(simplification, threads: 1)
      #expect(coverage.simplified(simplification, threads: 2) == one)
      #expect(coverage.simplified(simplification, threads: 7) == one)
    }
  }
}
