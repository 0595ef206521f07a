import Foundation
import Geography
import Testing

@testable import Publishing

@Suite struct GeoJSONTests {
  func collection(_ atlas: Atlas = SampleAtlas.atlas) -> PublishedFile {
    GeoJSON(atlas.layer, table: .areas(of: atlas), decimals: 7).collection(of: atlas)
  }

  @Test("Each feature carries its code as id, and its own box.")
  func features() throws {
    let json = try collection().json()
    let features = try #require(json["features"] as? [[String: Any]])
    #expect(features.map { $0["id"] as? String } == ["01", "02", "03", "04", "05", "06"])
    #expect(features[0]["bbox"] as? [Double] == [100, 12, 101, 13])
    #expect(json["bbox"] as? [Double] == [100, 11, 104.6234568, 13])
    #expect(json["crs"] == nil)
  }

  @Test("A piece alone is a Polygon with its hole, several are a MultiPolygon.")
  func geometries() throws {
    let json = try collection().json()
    let features = try #require(json["features"] as? [[String: Any]])
    let first = try #require(features[0]["geometry"] as? [String: Any])
    #expect(first["type"] as? String == "Polygon")
    #expect((first["coordinates"] as? [[[Double]]])?.count == 2)
    let last = try #require(features[5]["geometry"] as? [String: Any])
    #expect(last["type"] as? String == "MultiPolygon")
    #expect((last["coordinates"] as? [[[[Double]]]])?[1][0][0] == [104.1234568, 11])
  }

  @Test("Reals keep a point or an exponent, ranks have none, gaps are null.")
  func numbers() {
    let text = collection().text
    for part in [
      "\"internet\":27.064,", "\"internet\":0.0,", "\"internet\":null,",
      "\"internet\":0.3333333333333333,", "\"population\":2281951.0,", "\"turnout\":null,",
      "\"divide_rank\":1,", "\"divide_hotspot\":true,", "\"divide_hotspot\":null,",
      "\"divide_drivers\":{\"internet\":60.0,\"population\":28.5}", "\"divide_drivers\":null",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(
    "Every double reads back as itself.",
    arguments: [
      0.1, 1e21, .leastNonzeroMagnitude, 1.7976931348623157e308, 9_007_199_254_740_992, -0.0, 1e-7,
      123456789012345680,
    ])
  func roundTrip(_ number: Double) throws {
    var atlas = SampleAtlas.atlas
    atlas.matrix.columns[1].cells[0].value = number
    let text = collection(atlas).text
    // The first is the member 'periods', the second the first feature's property.
    let written = try #require(text.split(separator: "\"population\":").dropFirst(2).first)
    let digits = written.prefix { $0 != "," }
    #expect(Double(digits) == number)
    #expect(digits.contains(".") || digits.contains("e"))
  }

  @Test(
    "Coordinates are rounded to the decimals asked for, trailing zeros left off.",
    arguments: [
      (7, "[[-179.9999999,0.5],[0,-0.0000001],[1,90],[-179.9999999,0.5]]"),
      (3, "[[-180,0.5],[0,0],[1,90],[-180,0.5]]"),
      (0, "[[-180,1],[0,0],[1,90],[-180,1]]"),
    ])
  func coordinates(_ decimals: Int, _ expected: String) {
    let ring = Ring([
      [-179.99999994, 0.5], [-0.00000004, -0.00000006], [1, 90], [-179.99999994, 0.5],
    ])
    let area = Area(code: "x", name: LocalizedText(), polygons: [Polygon(exterior: ring)])
    var atlas = SampleAtlas.atlas
    atlas.layer = AreaLayer([area])
    let table = AtlasTable(name: "areas", description: "", rowCount: 1, fields: [])
    let text = GeoJSON(atlas.layer, table: table, decimals: decimals).collection(of: atlas).text
    #expect(text.contains("\"coordinates\":[\(expected)]"))
  }

  @Test("Names with quotes, line ends, markup and Khmer come back as they went in.")
  func names() throws {
    let json = try collection().json()
    let features = try #require(json["features"] as? [[String: Any]])
    let properties = features.compactMap { $0["properties"] as? [String: Any] }
    #expect(properties.map { $0["name_en"] as? String } == SampleAtlas.names.map { $0["en"] })
    #expect(properties.map { $0["name_km"] as? String } == SampleAtlas.names.map { $0["km"] })
  }

  @Test("Title, terms, periods and sources stand in front of the features.")
  func foreignMembers() throws {
    let json = try collection().json()
    #expect(json["title"] as? String == "A lattice & more")
    #expect(json["licence"] as? String == "ODbL-1.0")
    #expect(json["attribution"] as? String == "© Lattice contributors")
    #expect((json["periods"] as? [String: String])?["internet"] == "2021-22")
    #expect((json["sources"] as? [[String: String]])?.first?["publisher"] == "Bureau & Sons")
  }

  @Test("A line of atlas.geojsonl is a feature of atlas.geojson, byte by byte.")
  func lines() throws {
    let features = GeoJSON(
      SampleAtlas.layer, table: .areas(of: SampleAtlas.atlas), decimals: 7)
    let whole = features.collection(of: SampleAtlas.atlas).text
    let lines = features.lines.text.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(features.lines.text.hasSuffix("}\n"))
    #expect(whole.hasSuffix("\"features\":[\n" + lines.joined(separator: ",\n") + "\n]}\n"))
  }

  @Test("Every ring closes, exteriors run counter-clockwise and holes clockwise (RFC 7946, 3.1.6).")
  func rings() throws {
    let features = try #require(try collection().json()["features"] as? [[String: Any]])
    for feature in features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let isMulti = geometry["type"] as? String == "MultiPolygon"
      let coordinates = try #require(geometry["coordinates"] as? [Any])
      for polygon in isMulti ? coordinates : [coordinates] {
        for (order, points) in try #require(polygon as? [[[Double]]]).enumerated() {
          let ring = Ring(ContiguousArray(points.map { Coordinate($0[0], $0[1]) }))
          #expect(ring.coordinates.count >= 4 && points.first == points.last)
          #expect((ring.signedArea > 0) == (order == 0))
        }
      }
    }
  }
}
