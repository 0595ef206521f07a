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
    let features = GeoJSON(
      of: SampleAtlas.atlas, layer: try layer.cutAtAntimeridian(), table: table, decimals: 7)
    let json = try features.collection.json()
    #expect(json["bbox"] as? [Double] == [177, -18, -179, -15])
    let feature = try #require((json["features"] as? [[String: Any]])?.first)
    #expect(feature["bbox"] as? [Double] == [177, -18, -179, -15])
  }

  @Test("The grid of TopoJSON is as fine on both sides as the areas are wide, and meets ±180°.")
  func grid() throws {
    let table = AtlasTable(name: "areas", description: "", rowCount: 1, fields: [])
    let json = try PublishedFile.topoJSON(
      of: SampleAtlas.atlas, layer: try layer.cutAtAntimeridian(), table: table, gridSize: 1_001
    ).json()
    #expect(json["bbox"] as? [Double] == [177, -18, -179, -15])
    let transform = try #require(json["transform"] as? [String: [Double]])
    // 177 to 181 degrees east in a thousand steps.
    #expect(transform["scale"] == [0.004, 0.003])
    #expect(transform["translate"] == [-180, -18])
    let arcs = try #require(json["arcs"] as? [[[Int]]])
    let columns = Set(
      arcs.flatMap { arc in arc.indices.map { arc[...$0].reduce(0) { $0 + $1[0] } } })
    // 0 is 180° west, 90,000 is 180° east.
    #expect(columns.contains(0) && columns.contains(90_000))
    #expect(columns.allSatisfy { $0 <= 250 || (89_250...90_000).contains($0) })
  }

  @Test("Catalogues are told the box with seven decimals at most.")
  func place() throws {
    let file = try #require(
      try publishedFiles(of: SampleAtlas.atlas).first { $0.path == "catalogue.jsonld" })
    #expect(file.text.contains("\"box\": \"11.0 100.0 13.0 104.6234568\""))
  }
}
