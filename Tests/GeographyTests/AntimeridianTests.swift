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
