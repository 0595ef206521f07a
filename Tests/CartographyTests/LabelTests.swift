import Geography
import Testing

@testable import Cartography

@Suite struct LabelTests {
  /// Three areas side by side, 100, 300 and 20 metres wide.
  private static let areas = [(0.0, 100.0), (100, 400), (400, 420)].map { low, high in
    [
      Polygon(
        exterior: Ring([
          Coordinate(low, 0), Coordinate(high, 0), Coordinate(high, 200), Coordinate(low, 200),
          Coordinate(low, 0),
        ]))
    ]
  }

  private static func labels(_ names: [String], water: [Polygon] = []) -> [PlacedLabel] {
    let base = BaseMap(areas: areas, water: water, width: 436, maximumHeight: 500)
    var placement = LabelPlacement(on: base.cells, size: 12, lineHeight: 16)
    return placement.place(
      names.map {
        MapArea(code: $0, name: $0, value: "1.5", description: $0, fill: .color(.white))
      })
  }

  @Test(
    "A label stands in the middle of its area, with its value; where it has no room it is left out."
  )
  func placing() throws {
    let labels = LabelTests.labels(["Kep", "Banteay Meanchey", "Pailin"])
    #expect(labels.map(\.area) == [0, 1])
    #expect(labels[0].lines == ["Kep", "1.5"])
    #expect(abs(labels[0].centerX - 58) <= 6)
    #expect(abs(labels[1].centerX - 258) <= 6)
  }

  @Test("A name too long for one line is set in two.")
  func twoLines() {
    let labels = LabelTests.labels(["Banteay Meanchey", "", ""])
    #expect(labels.map(\.lines) == [["Banteay", "Meanchey", "1.5"]])
  }

  @Test("A label keeps out of the water.")
  func water() throws {
    let lake = Polygon(
      exterior: Ring([
        Coordinate(100, 0), Coordinate(300, 0), Coordinate(300, 200), Coordinate(100, 200),
        Coordinate(100, 0),
      ]))
    let label = try #require(LabelTests.labels(["", "Pursat", ""], water: [lake]).first)
    #expect(label.centerX > 308 + 20)
  }
}
