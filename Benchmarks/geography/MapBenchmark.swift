import Cartography
import Foundation
import Geography

/// Times one map of many areas, and one of few areas with many vertices.
enum MapBenchmark {
  static func run() {
    // 50,176 areas of 1.5 million vertices.
    draw("50,176 areas", MadeCoverage(rows: 224, columns: 224, edgeVertices: 15), .standard)
    draw(
      "25 areas, 90,000 vertices", MadeCoverage(rows: 5, columns: 5, edgeVertices: 1_500), .standard
    )
    draw(
      "25 areas, 90,000 vertices, at most 60 kB",
      MadeCoverage(rows: 5, columns: 5, edgeVertices: 1_500), .bytes(60_000))
  }

  private static func draw(_ name: String, _ made: MadeCoverage, _ detail: Detail) {
    let layer = made.areas
    let ground = Ground(areas: layer.map { area in area.polygons.map(\.inMetres) })
    let colors = (try? Palette(named: "YlOrBr", count: 5))?.colors ?? []
    let sheet = MapSheet(
      id: "made-en", language: "en", headline: "A map of \(name)", subtitle: "% of people, 2024",
      description: "A map.", areasLabel: "Areas",
      areas: layer.enumerated().map { number, area in
        MapArea(
          code: area.code, name: "Area \(number)", value: "\(number % 100).5",
          description: "Area \(number): \(number % 100).5%",
          fill: .color(colors[number % colors.count]))
      },
      legend: Legend(
        label: "Legend", title: "Class",
        classes: colors.map { .init(fill: .color($0), text: $0.hex) },
        othersTitle: "", others: []),
      notes: [], credits: ["Source: made"])
    let clock = ContinuousClock()
    for _ in 0..<3 {
      let start = clock.now
      let bases = BaseMaps(ground)
      let (drawings, base) = bases.draw([sheet], in: .desktop, detail: detail)
      let time = Int((clock.now - start) / .milliseconds(1))
      let report = base.simplification
      print(
        "map of \(name): \(time) ms, \(drawings[0].count / 1000) kB, "
          + "\(report?.verticesAfter ?? 0) of \(report?.verticesBefore ?? 0) vertices")
    }
  }
}

extension Polygon {
  fileprivate var inMetres: Polygon {
    func ring(_ ring: Ring) -> Ring {
      Ring(ContiguousArray(ring.coordinates.map { $0 * 110_000 }))
    }
    return Polygon(exterior: ring(exterior), holes: holes.map(ring))
  }
}
