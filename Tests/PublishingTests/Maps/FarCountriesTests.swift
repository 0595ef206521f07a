import Cartography
import Foundation
import GDALAccess
import Geography
import Testing

/// Countries where a careless projection draws nonsense.
@Suite struct FarCountriesTests {
  /// A country and how much wider than high its map is.
  struct Country: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var areas: [[Polygon]]
    /// Width of the drawn areas divided by their height, by hand from degrees.
    var shape: ClosedRange<Double>
  }

  static let countries = [
    // 9.6° of longitude and 5.8° of latitude around 17° S: 9.6 × cos 17° / 5.8 = 1.58.
    Country(
      testDescription: "islands on both sides of 180°",
      areas: [
        island(177, -17, 1.5), island(179.5, -16, 1), island(-178, -19, 1),
        island(-175.5, -14.5, 0.5),
      ],
      shape: 1.4...1.7),
    // Sectors from 80° N to the pole: a disc.
    Country(
      testDescription: "sectors around the pole",
      areas: (0..<6).map { sector(Double($0) * 60 - 180) },
      shape: 0.9...1.1),
    // 10° to 30° E, 76° to 81° N: 20 × cos 78.5° = 4° wide, 5° high.
    Country(
      testDescription: "islands near the pole",
      areas: [island(15, 78.5, 2.4), island(24, 79.5, 1), island(29, 80.5, 0.4)], shape: 0.6...1.1),
    Country(
      testDescription: "a long chain of islands",
      areas: (0..<12).map { island(100 + Double($0) * 3, -2 - Double($0 % 3), 0.8) },
      shape: 8...11),
  ]

  private static func island(_ x: Double, _ y: Double, _ reach: Double) -> [Polygon] {
    let points = (0..<24).map { step -> Coordinate in
      let angle = Double(step) / 24 * 2 * .pi
      let radius = reach * (0.8 + 0.2 * sin(angle * 5))
      // A ring runs on past 180°, as reading makes it.
      return Coordinate(
        x + radius * cos(angle) / max(0.2, cos(y * .pi / 180)), y + radius * sin(angle))
    }
    return [Polygon(exterior: Ring(ContiguousArray(points + [points[0]])))]
  }

  private static func sector(_ west: Double) -> [Polygon] {
    let rim = (0...12).map { Coordinate(west + Double($0) * 5, 80) }
    return [
      Polygon(
        exterior: Ring(
          ContiguousArray(rim + [Coordinate(west + 60, 89.9), Coordinate(west, 89.9), rim[0]])))
    ]
  }

  @Test(
    "A country is drawn in one piece of the right shape, every area in it.", arguments: countries)
  func drawn(country: Country) throws {
    let polygons = country.areas.flatMap { $0 }
    let extent = try #require(Extent(onGlobe: polygons))
    let projected = try MapProjection.fitting(extent).project(country.areas)
    let box = try #require(Extent(projected.lazy.flatMap { $0 }))
    #expect(country.shape.contains(box.size.x / box.size.y), "\(box.size.x / box.size.y)")
    let bases = BaseMaps(Ground(areas: projected))
    let palette = try Palette(named: "viridis", count: 6)
    let sheet = MapSheet(
      id: "m", language: "en", headline: country.testDescription, subtitle: "", description: "",
      areasLabel: "Islands",
      areas: projected.indices.map {
        MapArea(
          code: "\($0)", name: "Area \($0)", description: "Area \($0)",
          fill: .color(palette.colors[$0 % 6]))
      },
      legend: Legend(label: "", title: "", classes: [], othersTitle: "", others: []), notes: [],
      credits: [])
    let svg = bases.draw([sheet], in: .desktop).drawings[0]
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.matches(of: /data-area="\d+"[^>]* d="m[^"]{9,}"/).count == projected.count)
    if let folder = ProcessInfo.processInfo.environment["MAPS_OUT"] {
      try Data(svg).write(
        to: URL(filePath: folder).appending(path: "\(country.testDescription).svg"))
    }
  }
}
