import Geography
import Testing

@Suite("Simplifying a coverage")
struct SimplificationTests {
  private static let methods = [Simplification.Method.visvalingam, .douglasPeucker]

  private func areas(_ layer: AreaLayer) -> [[Polygon]] { layer.areas.map(\.polygons) }

  /// Squares with moved corners and crooked sides.
  private func fractal(
    _ rows: Int, _ columns: Int, depth: Int, seed: UInt64, roughness: Double = 0.12
  ) -> AreaLayer {
    var generator = SeededGenerator(state: seed)
    let shifts = (0...(rows + 1) * (columns + 1)).map { _ in
      Coordinate(
        .random(in: -0.0012...0.0012, using: &generator),
        .random(in: -0.0012...0.0012, using: &generator))
    }
    return Fractal(depth: depth, roughness: roughness).layer(
      lattice(rows: rows, columns: columns) { shifts[$0 * (columns + 1) + $1] })
  }

  private func simplified(
    _ polygon: Polygon, _ method: Simplification.Method = .visvalingam, tolerance: Double
  ) -> [Coordinate] {
    let simplification = Simplification(
      method, to: .tolerance(tolerance), maximumSizeChange: 1)
    let polygons = Coverage(of: [[polygon]]).simplified(simplification).polygons
    return Array(polygons[0][0].exterior.coordinates)
  }

  @Test("Visvalingam leaves out the least triangle first, and weighs its neighbours anew.")
  func visvalingam() {
    // On the northern side of a box of 10 × 10 stand a bump of 1 (at 4, triangle 2 with its
    // neighbours at 2 and 6) and, on its eastern foot, a notch at 6 of 0.25 (triangle 1.5).
    let shape = polygon([(0, 0), (10, 0), (10, 10), (6, 9.75), (4, 11), (2, 10), (0, 10)])
    #expect(simplified(shape, tolerance: 0).count == 8)
    // Triangle of (2, 10) between (4, 11) and (0, 10): 1. Its side: 1.
    #expect(!simplified(shape, tolerance: 1.001).contains(Coordinate(2, 10)))
    // Of (6, 9.75) between (10, 10) and (4, 11): |4·1.25 − …| / 2 = 2.75; of (4, 11), once
    // (2, 10) has gone, between (6, 9.75) and (0, 10): 3.375.
    let middle = simplified(shape, tolerance: 1.7)
    #expect(!middle.contains(Coordinate(6, 9.75)) && middle.contains(Coordinate(4, 11)))
    #expect(simplified(shape, tolerance: 5).count == 5)
  }

  @Test("Douglas and Peucker leave out what lies within the tolerance of the line.")
  func douglasPeucker() {
    let shape = polygon([(0, 0), (10, 0), (10, 10), (6, 9.75), (4, 11), (2, 10), (0, 10)])
    let kept = simplified(shape, .douglasPeucker, tolerance: 0.5)
    #expect(kept.contains(Coordinate(4, 11)))
    #expect(!simplified(shape, .douglasPeucker, tolerance: 1.5).contains(Coordinate(4, 11)))
  }

  @Test("A ring keeps three vertices at least, an arc its ends.", arguments: methods)
  func least(method: Simplification.Method) {
    let layer = fractal(2, 2, depth: 4, seed: 3)
    let island = Fractal(depth: 5).areas([[rectangle(1, 1, 1.01, 1.01)]])[0]
    let coverage = Coverage(of: areas(layer) + [island])
    let result = coverage.simplified(
      Simplification(method, to: .tolerance(1), maximumSizeChange: 1))
    #expect(result.polygons.map { $0[0].exterior.coordinates.count } == [4, 4, 4, 4, 4])
    #expect(Tiling(result.polygons).contacts == 0)
  }

  @Test(
    "Neighbours stay, sizes stay within 2 %, nothing overlaps, both sides have the same line.",
    arguments: methods, [0.01, 0.05, 0.3])
  func properties(method: Simplification.Method, share: Double) {
    for seed in 1...2 as ClosedRange<UInt64> {
      let layer = fractal(5, 6, depth: 6, seed: seed)
      let coverage = Coverage(of: areas(layer))
      let result = coverage.simplified(Simplification(method, to: .share(share)))
      let polygons = result.polygons
      #expect(result.report.sourceContacts == 0)
      #expect(result.report.isWithinTarget == (share > 0.01))
      #expect(result.coverage.neighbors == coverage.neighbors)
      let simplified = AreaLayer(
        zip(layer.areas, polygons).map { Area(code: $0.code, name: $0.name, polygons: $1) })
      let (before, after) = (
        Contiguity(of: layer, tolerance: 0).pairs, Contiguity(of: simplified, tolerance: 0).pairs
      )
      #expect(before.map { [$0.first, $0.second] } == after.map { [$0.first, $0.second] })
      #expect(before.map { $0.sharedLength > 0 } == after.map { $0.sharedLength > 0 })
      for (old, new) in zip(layer.areas, polygons) {
        let (was, now) = (old.polygons[0].exterior.signedArea, new[0].exterior.signedArea)
        #expect(abs(now / was - 1) <= 0.02)
      }
      let tiling = Tiling(polygons)
      #expect(tiling.contacts == 0)
      #expect(tiling.doubleEdges == 0)
      #expect(tiling.outsideEdges < Tiling(areas(layer)).outsideEdges)
      let outside = (0..<result.coverage.arcCount).filter {
        result.coverage.areaRight(ofArc: $0) == nil
      }.reduce(0.0) { sum, arc in
        let line = Array(result.coverage.arc(arc))
        return sum + zip(line, line.dropFirst()).reduce(0) {
          $0 + $1.0.x * $1.1.y - $1.0.y * $1.1.x
        } / 2
      }
      #expect(abs(tiling.size / outside - 1) < 1e-12)
    }
  }

  @Test("A share and a number of vertices are kept to; a larger one keeps all.")
  func targets() {
    let coverage = Coverage(of: areas(fractal(4, 4, depth: 6, seed: 9)))
    let half = coverage.simplified(Simplification(to: .share(0.5))).report
    #expect(half.verticesBefore == coverage.vertexCount)
    #expect(half.verticesAfter <= coverage.vertexCount / 2)
    #expect(half.verticesAfter > coverage.vertexCount / 2 - 10)
    let some = coverage.simplified(Simplification(to: .vertices(200))).report
    #expect(some.verticesAfter <= 200 && some.verticesAfter > 190)
    let all = coverage.simplified(Simplification(to: .vertices(1_000_000)))
    #expect(all.coverage == coverage)
    #expect(all.report.tolerance == 0)
  }

  @Test("What is simplified to a tolerance is part of what is simplified to a smaller one.")
  func nested() {
    let coverage = Coverage(of: areas(fractal(3, 3, depth: 6, seed: 5)))
    let sets = [1e-5, 1e-4, 4e-4].map { tolerance in
      Set(
        coverage.simplified(Simplification(to: .tolerance(tolerance), maximumSizeChange: 1))
          .polygons.joined().flatMap(\.exterior.coordinates))
    }
    #expect(sets[1].isSubset(of: sets[0]) && sets[2].isSubset(of: sets[1]))
    #expect(sets[0].count > sets[1].count && sets[1].count > sets[2].count)
  }

  @Test("A budget in bytes is used, and never exceeded where it can be kept to.")
  func budget() {
    let coverage = Coverage(of: areas(fractal(4, 4, depth: 7, seed: 2)))
    func bytes(_ simplified: SimplifiedCoverage) -> Int {
      simplified.polygons.joined().reduce(0) { $0 + 8 * $1.exterior.coordinates.count + 20 }
    }
    let free = Simplification(to: .tolerance(0))
    for budget in [4_000, 9_000, 30_000] {
      let result = coverage.simplified(free, withinBudget: budget, measuring: bytes)
      #expect(bytes(result) <= budget && bytes(result) > budget * 95 / 100)
      #expect(result.report.isWithinTarget)
    }
    let tooSmall = coverage.simplified(free, withinBudget: 100, measuring: bytes)
    #expect(!tooSmall.report.isWithinTarget)
    #expect(
      coverage.simplified(free, withinBudget: 10_000_000, measuring: bytes).coverage == coverage)
  }
}
