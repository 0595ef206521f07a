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

  @Test("A label that is as near to another circle has a line into its own.")
  func ties() {
    func circle(_ x: Double) -> Circle { Circle(center: Coordinate(x, 50), radius: 10) }
    let label = PlacedLabel(
      area: 0, lines: ["A"], boldLines: 0, center: Coordinate(75, 50),
      leader: .init(start: Coordinate(50, 50), end: Coordinate(65, 50)))
    let size = Coordinate(20, 10)
    // 5 pixels from its own edge, 5 from the other's.
    let tied = label.led(among: [circle(50), circle(100)], size: size)
    #expect(
      tied.leader == .init(start: Coordinate(50, 50), end: Coordinate(65, 50), isTie: true))
    // The other one is 10 pixels off: the line begins at the edge.
    let clear = label.led(among: [circle(50), circle(105)], size: size)
    #expect(clear.leader == .init(start: Coordinate(60, 50), end: Coordinate(65, 50)))
    // Inside its circle a label needs none, nor does one without a circle.
    var inside = label
    (inside.center, inside.leader) = (Coordinate(50, 50), nil)
    #expect(inside.led(among: [circle(50), circle(65)], size: size) == inside)
    #expect(label.led(among: [nil, circle(100)], size: size) == label)
  }

  private static func labels(
    _ names: [String], water: [Polygon] = [], width: Double = 436,
    maximumHeight: Double = 500, isComplete: Bool = true
  ) -> [PlacedLabel] {
    let ground = Ground(areas: areas, water: water)
    let base = BaseMap(ground, width: width, maximumHeight: maximumHeight)
    var placement = LabelPlacement(
      names.map {
        MapArea(code: $0, name: $0, value: "1.5", description: $0, fill: .color(.white))
      }, on: base.cells, style: LabelStyle(size: 12, lineHeight: 16, longestLeader: 60))
    return placement.place(isComplete: isComplete)
  }

  @Test("A label stands in the middle of its area, with its value.")
  func placing() throws {
    let labels = LabelTests.labels(["Kep", "Banteay Meanchey", ""])
    #expect(labels.map(\.area) == [0, 1])
    #expect(labels[0].lines == ["Kep", "1.5"])
    #expect(abs(labels[0].center.x - 58) <= 6)
    #expect(abs(labels[1].center.x - 258) <= 6)
  }

  @Test("A label without room in its area stands beside the map, at the end of a line.")
  func leader() throws {
    let label = try #require(LabelTests.labels(["", "", "Pailin"], maximumHeight: 120).first)
    let leader = try #require(label.leader)
    #expect(label.lines == ["Pailin", "1.5"])
    #expect(label.number == nil)
    #expect(leader.start.x < leader.end.x)
    #expect(abs(leader.end.x - leader.start.x) <= 60)
  }

  @Test("Without room beside the map either, the area has a number; or nothing, if so wanted.")
  func number() throws {
    let label = try #require(LabelTests.labels(["", "", "Pailin"]).first)
    #expect(label.number == 1)
    #expect(label.lines == ["1"])
    #expect(LabelTests.labels(["", "", "Pailin"], isComplete: false).isEmpty)
  }

  @Test("No two labels overlap, and none lies on another's line.")
  func overlaps() {
    let names = (0..<3).map { "Area \($0) with a long name" }
    let labels = LabelTests.labels(names, maximumHeight: 120)
    #expect(labels.count == 3)
    for (index, label) in labels.enumerated() {
      for other in labels[(index + 1)...] {
        let apart = (label.center - other.center)
        #expect(abs(apart.x) > 20 || abs(apart.y) >= 16)
      }
    }
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
    #expect(label.center.x > 308 + 20)
  }

  @Test("Every area with a name has a name or a number, and the numbers have no holes.")
  func complete() throws {
    // A block of forty areas of 7 pixels each in a large one; the last is smaller than a cell.
    func box(_ x: Double, _ y: Double, _ side: Double) -> [Polygon] {
      [
        Polygon(
          exterior: Ring([
            Coordinate(x, y), Coordinate(x + side, y), Coordinate(x + side, y + side),
            Coordinate(x, y + side), Coordinate(x, y),
          ]))
      ]
    }
    let towns = (0..<40).map { box(180 + Double($0 % 8) * 7, 200 + Double($0 / 8) * 7, 7) }
    let ground = Ground(areas: [box(0, 0, 400)] + towns + [box(300.5, 100.5, 0.5)])
    let base = BaseMap(ground, width: 416, maximumHeight: 416)
    var placement = LabelPlacement(
      ground.areas.indices.map {
        MapArea(code: "\($0)", name: "Town of \($0)", description: "", fill: .color(.white))
      }, on: base.cells, style: LabelStyle(size: 12, lineHeight: 16, longestLeader: 60))
    let labels = placement.place()
    #expect(labels.map(\.area) == Array(0...41))
    #expect(labels.compactMap(\.number).sorted() == Array(1...41))
    // The one without a cell is led to from nearby.
    let tiny = try #require(labels.last?.leader)
    #expect(abs(tiny.start.x - 308.75) < 0.1 && abs(tiny.start.y - 307.25) < 0.1)
    // Numbers stand within the frame, and but for the last resort none stands on another.
    let overlapping = labels.indices.count { index in
      labels[..<index].contains {
        let apart = $0.center - labels[index].center
        return abs(apart.x) < 8 && abs(apart.y) < 12
      }
    }
    #expect(overlapping <= 8)
    #expect(
      labels.allSatisfy { (0...416).contains($0.center.x) && (0...416).contains($0.center.y) })
  }
}
