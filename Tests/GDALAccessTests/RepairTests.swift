import GDALAccess
import Geography
import Testing

@Suite("Repairing boundaries")
struct RepairTests {
  private let fixture: Fixture
  init() throws { fixture = try Fixture() }

  private func reading(_ rings: String) throws -> AreaReading {
    try fixture.geoJSON([
      (
        #"{"code":"04","name":"Kampong Chhnang"}"#,
        #"{"type":"Polygon","coordinates":[\#(rings)]}"#
      )
    ]).readAreas(key: "code", names: ["en": "name"])
  }

  private func size(_ reading: AreaReading) -> Double {
    reading.layer.areas[0].polygons.flatMap(\.rings).reduce(0) { $0 + $1.signedArea }
  }

  private func warning(_ fault: String) -> String {
    "areas.geojson (layer 'areas', feature 0): the boundary of '04' (Kampong Chhnang) was "
      + "repaired: \(fault); mend it in the file to be sure of its shape"
  }

  @Test("A ring that crosses itself becomes two pieces, and the warning names the area.")
  func crossing() throws {
    let reading = try reading("[[0,0],[2,2],[2,0],[0,2],[0,0]]")
    #expect(
      reading.warnings.map(\.description) == [warning("self-intersection at or near point 1 1")])
    #expect(reading.layer.areas[0].polygons.count == 2)
    #expect(size(reading) == 2)
  }

  @Test("A spike is cut off.")
  func spike() throws {
    let reading = try reading("[[0,0],[2,0],[2,1],[5,1],[2,1],[2,2],[0,2],[0,0]]")
    #expect(reading.warnings.count == 1)
    #expect(size(reading) == 4)
    #expect(reading.layer.extent?.maximum == Coordinate(2, 2))
  }

  @Test("A ring that is not closed is closed.")
  func open() throws {
    let reading = try reading("[[0,0],[2,0],[2,2],[0,2]]")
    #expect(
      reading.warnings.map(\.description) == [warning("a ring was not closed or enclosed nothing")])
    #expect(size(reading) == 4)
  }

  @Test("A hole outside its exterior is left out of it, and one too short is dropped.")
  func holes() throws {
    let short = try reading("[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,2],[1,1]]")
    #expect(short.warnings.count == 1)
    #expect(size(short) == 16)
  }

  @Test("Pieces that overlap are joined, and no ground is lost.")
  func overlap() throws {
    let source = try fixture.geoJSON([
      (
        #"{"code":"1"}"#,
        #"""
        {"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,2],[0,0]]],
        [[[1,0],[3,0],[3,2],[1,2],[1,0]]]]}
        """#
      )
    ])
    let reading = try source.readAreas(key: "code", names: [:])
    #expect(reading.warnings.count == 1)
    #expect(size(reading) == 6)
  }

  @Test("A boundary that encloses nothing cannot be saved.")
  func nothingLeft() throws {
    #expect(
      complaints { try reading("[[0,0],[1,1],[2,2],[0,0]]") } == [
        "areas.geojson (layer 'areas', feature 0): the boundary of '04' (Kampong Chhnang) encloses nothing: "
          + "self-intersection at or near point 1 1; draw it again, or delete the feature"
      ])
  }
}
