import Geography
import Testing

@Suite("Across the antimeridian")
struct AntimeridianTests {
  @Test("A ring that jumps from 179° to −179° runs on past 180°.")
  func unwraps() {
    var ring = polygon([(179, 0), (-179, 0), (-179, 1), (179, 1)]).exterior
    let changed = ring.unwrapLongitudes()
    #expect(changed)
    #expect(Set(ring.coordinates.map(\.x)) == [179, 181])
    #expect(ring.coordinates.first == ring.coordinates.last)
  }

  @Test("A ring around a pole, a whole turn and an ordinary ring stay as they are.")
  func keeps() {
    let rings = [
      polygon([(-180, -90), (180, -90), (180, -60), (-180, -60)]).exterior,
      Ring([Coordinate(0, 80), Coordinate(120, 80), Coordinate(-120, 80), Coordinate(0, 80)]),
      rectangle(100, 10, 110, 20).exterior,
    ]
    for ring in rings {
      var changed = ring
      let isChanged = changed.unwrapLongitudes()
      #expect(!isChanged)
      #expect(changed == ring)
    }
  }

  @Test("The box of islands on both sides of 180° reaches across it.")
  func box() {
    let islands = [rectangle(177, -19, 180, -16), rectangle(-180, -18, -178, -15)]
    #expect(
      Extent(onGlobe: islands)
        == Extent(minimum: Coordinate(177, -19), maximum: Coordinate(182, -15)))
  }

  @Test("Two halves of an island cut along 180° become one, though one of them is taller.")
  func joinsHalves() throws {
    let halves = [rectangle(179, -17, 180, -16), rectangle(-180, -17, -179, -16.2)]
    let rings = try #require(UncutRings(halves) { _, _ in true }).rings
    #expect(rings.count == 1)
    // Of the meridian only what has land on one side is left: 16.2° to 16° S.
    let corners: Set<Coordinate> = [
      [179, -17], [180, -17], [-179, -17], [-179, -16.2], [180, -16.2], [180, -16], [179, -16],
    ]
    let ring = try #require(rings.first?.coordinates)
    #expect(Set(ring) == corners)
    #expect(ring.count == corners.count + 1 && ring.first == ring.last)
    let edges = zip(ring, ring.dropFirst()).filter { $0.x == 180 && $1.x == 180 }
    #expect(edges.map(\.0) == [[180, -16.2]])
    #expect(edges.map(\.1) == [[180, -16]])
  }

  @Test("Land around a pole loses the line to it, whatever the foot it is drawn with.")
  func joinsAroundPole() throws {
    let coast = (0...12).map { Coordinate(Double($0) * 30 - 180, -70 + Double($0 % 2)) }
    for foot in [
      [Coordinate(180, -90), Coordinate(-180, -90)],
      [Coordinate(180, -80), Coordinate(180, -90), Coordinate(0, -90), Coordinate(-180, -90)],
    ] {
      let land = Polygon(exterior: Ring(ContiguousArray(coast + foot + [coast[0]])))
      let rings = try #require(UncutRings([land]) { _, _ in true }).rings
      #expect(rings.count == 1)
      #expect(Set(rings[0].coordinates) == Set(coast.dropFirst()))
    }
  }

  @Test("A lake on the antimeridian becomes a hole, and an islet beside it stays.")
  func joinsLake() throws {
    // Each half has the shape of a C around the lake at 0° to 1° N.
    let west = polygon([
      (178, -1), (180, -1), (180, 0), (179, 0), (179, 1), (180, 1), (180, 2), (178, 2),
    ])
    let east = polygon([
      (-180, -1), (-178, -1), (-178, 2), (-180, 2), (-180, 1), (-179, 1), (-179, 0), (-180, 0),
    ])
    let rings = try #require(UncutRings([west, east]) { _, _ in true }).rings
    let plane = rings.map { ring in
      Ring(ContiguousArray(ring.coordinates.map { [$0.x < 0 ? $0.x + 360 : $0.x, $0.y] }))
    }
    let joined = [Polygon](enclosedBy: plane)
    #expect(joined.count == 1)
    #expect(joined.first?.exterior.signedArea == 12)
    #expect(joined.first?.holes.map(\.signedArea) == [-2])
  }

  @Test("What a map cuts at 180° stays cut, and so does what is no more than a line there.")
  func staysCut() {
    let halves = [rectangle(179, -17, 180, -16), rectangle(-180, -17, -179, -16.2)]
    #expect(UncutRings(halves) { _, _ in false } == nil)
    let band = polygon([(-180, -90), (180, -90), (180, -60), (-180, -60)])
    #expect(UncutRings([band]) { _, _ in true } == nil)
    #expect(halves.map(\.isAtAntimeridian) == [true, true])
    #expect(!rectangle(170, -17, 179.9, -16).isAtAntimeridian)
  }

  @Test("The box of land away from 180° is the ordinary one.")
  func ordinaryBox() {
    let land = [rectangle(102, 10, 104, 12), rectangle(105, 9, 107, 14)]
    #expect(Extent(onGlobe: land) == Extent(land))
    #expect(Extent(onGlobe: []) == nil)
  }

  @Test("The box of land all around is a full turn.")
  func fullTurn() throws {
    let land = (0..<6).map { number -> Polygon in
      let west = Double(number) * 60 - 180
      return rectangle(west, 60, west + 60, 80)
    }
    #expect(try #require(Extent(onGlobe: land)).size.x == 360)
  }
}
