import Diagnostics
import Geography
import Testing

@testable import Cartography

/// 5 by 5 provinces of 90,000 vertices, their crooked boundaries shared.
private let provinces: [[Polygon]] = CrookedLattice(side: 5, edgeVertices: 1_500).areas

@Suite struct DetailTests {
  private static func sheet(_ count: Int) -> MapSheet {
    MapSheet(
      id: "m-en", language: "en", headline: "A headline", subtitle: "% of people, 2024",
      description: "A map.", areasLabel: "Provinces",
      areas: (0..<count).map {
        MapArea(
          code: "\($0)", name: "Province \($0)", value: "12.5",
          description: "Province \($0): 12.5% of people", fill: .color(Color(0xFEC44F)))
      },
      legend: Legend(label: "Legend", title: "Class", classes: [], othersTitle: "", others: []),
      notes: [], credits: ["Source: nobody"])
  }

  @Test("90,000 vertices come to under 60 kB at 3 % of them, and every neighbour stays.")
  func provinceLayer() throws {
    let full = Coverage(of: provinces)
    #expect((88_000...92_000).contains(full.vertexCount), "\(full.vertexCount)")
    let bases = BaseMaps(Ground(areas: provinces))
    let (drawings, base) = bases.draw([Self.sheet(25)], in: .desktop, detail: .bytes(60_000))
    #expect(drawings[0].count <= 60_000)
    let report = try #require(base.simplification)
    let simplified = full.simplified(Simplification(to: .share(0.03)))
    #expect(simplified.coverage.neighbors == full.neighbors)
    #expect(abs(simplified.report.largestSizeChange) < 0.02)
    // The budget leaves about as many.
    #expect(report.verticesAfter > full.vertexCount / 50, "\(report.verticesAfter)")
    #expect(abs(report.largestSizeChange) < 0.02)
  }

  @Test("At less than half a pixel no vertex is farther than that from the line that is drawn.")
  func tolerance() throws {
    let lines = GroundLines(Ground(areas: provinces))
    let (ground, report) = lines.simplified(to: 0.4)
    let after = try #require(report).verticesAfter
    #expect(after < 90_000 / 3)
    // Every vertex of the first area lies near some edge of what is drawn of it.
    let edges = ground.areas[0][0].exterior.coordinates
    for point in provinces[0][0].exterior.coordinates.striding(by: 97) {
      let nearest = zip(edges, edges.dropFirst()).map { distance(point, $0, $1) }.min() ?? 1
      #expect(nearest <= 0.4 + 1e-9)
    }
  }

  private func distance(_ point: Coordinate, _ start: Coordinate, _ end: Coordinate) -> Double {
    let way = end - start
    let share = min(max(((point - start) * way).sum() / (way * way).sum(), 0), 1)
    let gap = point - (start + way * share)
    return (gap * gap).sum().squareRoot()
  }

  @Test("A budget that texts alone exceed gives the least lines there can be, and no failure.")
  func impossible() {
    let bases = BaseMaps(Ground(areas: CrookedLattice(side: 2, edgeVertices: 50).areas))
    let (drawings, base) = bases.draw([Self.sheet(4)], in: .desktop, detail: .bytes(1000))
    #expect(drawings[0].count > 1000)
    #expect(base.simplification?.isWithinTarget == false)
  }

  @Test("A drawing within its budget is the same with it and without.")
  func roomy() {
    let ground = Ground(areas: CrookedLattice(side: 2, edgeVertices: 50).areas)
    let bases = BaseMaps(ground)
    let usual = bases.draw([Self.sheet(4)], in: .desktop).drawings
    #expect(bases.draw([Self.sheet(4)], in: .desktop, detail: .bytes(1_000_000)).drawings == usual)
  }

  @Test(
    "How far lines are simplified is written with a unit.",
    arguments: [
      ("0.4 px", Detail.pixels(0.4)), ("1px", .pixels(1)), ("60 kB", .bytes(60_000)),
      ("2 MB", .bytes(2_000_000)), ("none", .pixels(0)),
    ])
  func text(text: String, detail: Detail) throws {
    #expect(try Detail(text) == detail)
  }

  @Test("Anything else is refused.", arguments: ["0.4", "21 px", "60 KB", "none px", "-1 px", ""])
  func refused(text: String) {
    #expect(
      throws: Problem(
        "'\(text)' says nothing about how far lines are simplified",
        remedy: "write a tolerance of up to 20 pixels ('0.4 px'), the most that a map's file "
          + "may take ('60 kB', '2 MB'), or 'none'")
    ) { try Detail(text) }
  }
}

/// Areas in a grid of side 100 with crooked boundaries that neighbours share.
struct CrookedLattice {
  let side: Int
  let edgeVertices: Int

  var areas: [[Polygon]] {
    (0..<side * side).map { number in
      let (row, column) = (number / side, number % side)
      let ring =
        edge(row, column, isUpward: false).dropLast()
        + edge(row, column + 1, isUpward: true).dropLast()
        + edge(row + 1, column, isUpward: false).reversed().dropLast()
        + edge(row, column, isUpward: true).reversed()
      return [Polygon(exterior: Ring(ContiguousArray(ring)))]
    }
  }

  private func edge(_ row: Int, _ column: Int, isUpward: Bool) -> [Coordinate] {
    let start = Coordinate(Double(column), Double(row)) * 100
    let way = isUpward ? Coordinate(0, 100) : Coordinate(100, 0)
    let across = Coordinate(-way.y, way.x) / 100
    var state = UInt64(row * 1_000 + column) * 2 + (isUpward ? 1 : 0)
    var offset = 0.0
    return (0...edgeVertices + 1).map { step in
      let share = Double(step) / Double(edgeVertices + 1)
      // A linear congruential generator (Knuth's MMIX) is crooked enough.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      offset = 0.97 * offset + Double(state >> 40) / Double(1 << 24) - 0.5
      return start + way * share + across * (offset * 16 * share * (1 - share))
    }
  }
}

extension ContiguousArray {
  fileprivate func striding(by step: Int) -> [Element] {
    stride(from: 0, to: count, by: step).map { self[$0] }
  }
}
