import Foundation
import Geography
import Testing

@Suite("Which areas touch")
struct ContiguityTests {
  private func pairs(_ layer: AreaLayer, tolerance: Double = 1) -> [Contiguity.Pair] {
    Contiguity(of: layer, tolerance: tolerance).pairs
  }

  /// One metre as degrees of latitude at the equator, and nearly so of longitude.
  private let metre = 1 / 110_574.3886

  @Test("In a lattice, squares share edges with four others and points with four.")
  func lattices() {
    let found = pairs(lattice(rows: 3, columns: 3))
    #expect(found.count { $0.sharedLength > 0 } == 12)
    #expect(found.count { $0.sharedLength == 0 && !$0.isNearMiss } == 8)
    #expect(found.map { [$0.first, $0.second] }.contains([0, 4]))
    #expect(found.allSatisfy { $0.first < $0.second })
    let order = found.map { $0.first * 9 + $0.second }
    #expect(order == order.sorted())
  }

  @Test("A shared edge is as long as its geodesic.")
  func edgeLength() throws {
    // 0.01° of the meridian at the equator: a(1 − e²) · 0.01 π / 180 = 1105.7427 m.
    let found = pairs(lattice(rows: 1, columns: 2))
    #expect(abs(try #require(found.first).sharedLength - 1_105.7427) < 1e-3)
  }

  @Test("With tolerance 0, equal vertices are enough for lengths and for points.")
  func withoutTolerance() {
    let found = pairs(lattice(rows: 3, columns: 3), tolerance: 0)
    #expect(found.count { $0.sharedLength > 0 } == 12)
    #expect(found.count == 20)
    #expect(found.allSatisfy { !$0.isNearMiss })
  }

  @Test("A corner on the middle of another's edge makes them share the parts of that edge.")
  func junction() throws {
    let layer = AreaLayer([
      area("1", rectangle(0, 0, 0.02, 0.01)), area("2", rectangle(0, 0.01, 0.005, 0.02)),
      area("3", rectangle(0.005, 0.01, 0.02, 0.02)),
    ])
    let found = pairs(layer)
    try #require(found.count == 3)
    // Degrees of longitude at 0.01° of latitude are those of the equator to eight digits.
    let degree = 6_378_137 * Double.pi / 180
    #expect(abs(found[0].sharedLength - 0.005 * degree) < 1e-3)
    #expect(abs(found[1].sharedLength - 0.015 * degree) < 1e-3)
    #expect(abs(found[2].sharedLength - 1_105.7427) < 1e-3)
  }

  @Test(
    "Across a gap, areas share within the tolerance, nearly miss within ten times, else nothing.",
    arguments: [
      (0.9, true, false), (1.1, false, true), (9.9, false, true), (10.1, false, false),
    ])
  func gaps(gap: Double, shares: Bool, misses: Bool) {
    let edge = 0.01 + gap * metre
    let layer = AreaLayer([
      area("1", rectangle(0, 0, 0.01, 0.01)), area("2", rectangle(0, edge, 0.01, 0.02)),
    ])
    let found = pairs(layer)
    #expect(found.contains { $0.sharedLength > 1_000 } == shares)
    #expect(found.contains { $0.isNearMiss } == misses)
    #expect(found.count == (shares || misses ? 1 : 0))
    #expect(found.allSatisfy { !$0.isNearMiss || $0.sharedLength == 0 })
  }

  @Test("A boundary that each neighbour drew with vertices of its own is shared in full.")
  func differentVertices() throws {
    var upper = [(0.0, 0.02)]
    var lower = [(0.01, 0.0), (0.0, 0.0)].map { ($0.0, $0.1) }
    // A gentle arc that one draws with 100 steps, the other with 70.
    func arc(_ share: Double) -> (Double, Double) { (0.01 * share, 0.01 + 1e-4 * sin(share * 3)) }
    upper += (0...100).map { arc(Double($0) / 100) } + [(0.01, 0.02)]
    lower += (0...70).map { arc(Double($0) / 70) }
    let layer = AreaLayer([area("1", polygon(upper)), area("2", polygon(lower))])
    let found = pairs(layer)
    let exact = (0..<100).reduce(0.0) { sum, step in
      let (from, to) = (arc(Double(step) / 100), arc(Double(step + 1) / 100))
      return sum + Ellipsoid.distance(Coordinate(from.0, from.1), Coordinate(to.0, to.1))
    }
    #expect(abs(try #require(found.first).sharedLength / exact - 1) < 1e-3)
  }

  @Test("Areas that meet in a point at a sharp angle share no length, however finely drawn.")
  func sharpPoint() {
    let steps = (1...200).map { Double($0) * 0.4 * metre }
    let steep = steps.map { ($0, $0) }
    let left = polygon([(0, 0)] + steep + [(-0.01, 0.01)])
    let flat = steps.map { ($0, 0.2 * $0) }
    let right = polygon([(0, 0), (0.01, -0.01)] + flat.reversed())
    let found = pairs(AreaLayer([area("1", left), area("2", right)]))
    #expect(found == [.init(first: 0, second: 1, sharedLength: 0)])
  }

  @Test("An enclave shares all of its boundary with the area around it.")
  func enclave() throws {
    let hole = rectangle(0.01, 0.01, 0.02, 0.02).exterior
    let around = Polygon(exterior: rectangle(0, 0, 0.03, 0.03).exterior, holes: [hole])
    let layer = AreaLayer([area("1", around), area("2", rectangle(0.01, 0.01, 0.02, 0.02))])
    let found = pairs(layer)
    let east = 0.01 * 6_378_137 * Double.pi / 180
    #expect(abs(try #require(found.first).sharedLength - 2 * (1_105.7427 + east)) < 2e-3)
  }

  @Test("Areas that overlap touch, although no vertex of one is near the other.")
  func overlapping() {
    let layer = AreaLayer([
      area("1", rectangle(0, 0.1, 0.3, 0.2)), area("2", rectangle(0.1, 0, 0.2, 0.3)),
    ])
    #expect(pairs(layer) == [.init(first: 0, second: 1, sharedLength: 0)])
  }

  @Test(
    "The antimeridian separates nobody, however its longitudes are written.",
    arguments: [
      (rectangle(179, 0, 180, 1), rectangle(-180, 0, -179, 1)),
      (rectangle(178, 0, 181, 1), rectangle(-179, 0, -178, 1)),
      (rectangle(179, 0, 180, 1), rectangle(180, 0, 181, 1)),
      (rectangle(-181, 0, -180, 1), rectangle(180, 0, 181, 1)),
    ])
  func antimeridian(west: Polygon, east: Polygon) throws {
    let found = pairs(AreaLayer([area("1", west), area("2", east)]))
    #expect(abs(try #require(found.first).sharedLength - 110_574.4) < 1)
    #expect(found.count == 1)
  }

  @Test("Sectors around a pole all meet there.")
  func pole() {
    let sectors = (0..<4).map { number in
      let west = Double(number) * 90 - 180
      return area("\(number)", polygon([(west, 80), (west + 90, 80), (west + 90, 90), (west, 90)]))
    }
    let found = pairs(AreaLayer(sectors))
    #expect(found.count == 6)
    #expect(found.count { $0.sharedLength > 1_000_000 } == 4)
  }

  @Test("Two pieces of one area are no neighbours, and an area alone has none.")
  func oneArea() {
    let layer = AreaLayer([
      area("1", rectangle(0, 0, 0.01, 0.01), rectangle(0.01, 0, 0.02, 0.01))
    ])
    #expect(pairs(layer).isEmpty)
    #expect(pairs(AreaLayer([])).isEmpty)
  }

  @Test("Moved corners, other starting points and turned rings change no neighbour.")
  func randomLattices() {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<5 {
      let shifts = (0..<100).map { _ in
        Coordinate(
          .random(in: -0.003...0.003, using: &generator),
          .random(in: -0.003...0.003, using: &generator))
      }
      let layer = lattice(rows: 6, columns: 6, origin: Coordinate(103, 12)) { row, column in
        shifts[row * 10 + column]
      }
      let turned = AreaLayer(
        layer.areas.map { area in
          var area = area
          var corners = area.polygons[0].exterior.coordinates.dropLast()
          let shift = Int.random(in: 0..<4, using: &generator)
          corners = corners[shift...] + corners[..<shift]
          area.polygons[0].exterior.coordinates = ContiguousArray(corners + corners.prefix(1))
          return area
        })
      let (one, other) = (pairs(layer), pairs(turned))
      #expect(one.count == 110)
      #expect(one.count { $0.sharedLength > 0 } == 60)
      #expect(one.map(\.second) == other.map(\.second))
      #expect(
        zip(one, other).allSatisfy { abs($0.sharedLength - $1.sharedLength) < 1e-6 })
    }
  }
}
