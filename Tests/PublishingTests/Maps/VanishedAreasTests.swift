import Diagnostics
import Geography
import Testing

@testable import Publishing

@Suite("Areas too small to be seen")
struct VanishedAreasTests {
  /// Three squares of 100 km, and six of 100 m that stand apart.
  private static func areas(small: Double) -> [[Polygon]] {
    (0..<9).map { number in
      let side = number < 3 ? 100_000 : small
      let (x, y) = (100_000 * Double(number % 3), 100_000 * Double(number / 3))
      let corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
      return [
        Polygon(exterior: Ring(ContiguousArray(corners.map { Coordinate($0.0, $0.1) })))
      ]
    }
  }

  private func warnings(small: Double) throws -> [String] {
    try drawnMaps(
      of: LatticeAtlas.atlas(),
      projected: ProjectedAtlas(areas: Self.areas(small: small), projectionName: "plane")
    ).warnings.map(\.description).filter { $0.contains("pixel") }
  }

  @Test("Those that no inset enlarges are told, with what can be done.")
  func told() throws {
    #expect(
      try warnings(small: 100) == [
        "2 provinces cannot be seen on the maps, being smaller than a pixel: 'Svay Rieng', "
          + "'Koh Kong'; add a map whose areas are all of one size under 'maps.more': "
          + "{kind: tiles, of: …}"
      ])
  }

  @Test("Areas of a few pixels are seen.")
  func seen() throws { #expect(try warnings(small: 4000) == []) }
}
