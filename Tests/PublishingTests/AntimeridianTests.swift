import GDALAccess
import Geography
import Testing

@testable import Publishing

@Suite("Areas across the antimeridian")
struct AntimeridianTests {
  /// Islands like Fiji's: one across the antimeridian with a hole that it cuts, one to the west.
  let layer = AreaLayer([
    Area(
      code: "FJ", name: LocalizedText(["en": "Fiji"]),
      polygons: [
        Polygon(
          exterior: SampleAtlas.square(179, -17, 2),
          holes: [SampleAtlas.square(179.75, -16.5, 0.5)]),
        Polygon(exterior: SampleAtlas.square(177, -18, 1)),
      ])
  ])

  @Test("They are cut into pieces within ±180° that cover the same, and others stay as they are.")
  func cut() throws {
    let cut = try layer.cutAtAntimeridian()
    let pieces = cut.areas[0].polygons
    #expect(pieces.count == 3)
    #expect(pieces.allSatisfy { $0.exterior.coordinates.allSatisfy { abs($0.x) <= 180 } })
    let area = pieces.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.signedArea } }
    #expect(abs(area - (4 - 0.25 + 1)) < 1e-12)
    #expect(pieces.contains(layer.areas[0].polygons[1]))
    #expect(try SampleAtlas.layer.cutAtAntimeridian() == SampleAtlas.layer)
  }

  @Test("What lies beyond the antimeridian altogether is moved, on either side.")
  func moved() throws {
    for (west, expected) in [(185.0, -175.0), (-185, 175)] {
      let layer = AreaLayer([
        Area(
          code: "x", name: LocalizedText(),
          polygons: [Polygon(exterior: SampleAtlas.square(west, 0, 1))])
      ])
      let extent = try #require(try layer.cutAtAntimeridian().extent)
      #expect(extent.minimum == [expected, 0] && extent.maximum == [expected + 1, 1])
    }
  }

  @Test("Their box has its west above its east (RFC 7946, 5.2).")
  func boxes() throws {
    let table = AtlasTable(name: "areas", description: "", rowCount: 1, fields: [])
    let features = GeoJSON(try layer.cutAtAntimeridian(), table: table, decimals: 7)
    let json = try features.collection(of: SampleAtlas.atlas).json()
    #expect(json["bbox"] as? [Double] == [177, -18, -179, -15])
    let feature = try #require((json["features"] as? [[String: Any]])?.first)
    #expect(feature["bbox"] as? [Double] == [177, -18, -179, -15])
  }
}
