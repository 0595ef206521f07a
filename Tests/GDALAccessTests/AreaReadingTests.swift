import Foundation
import GDALAccess
import Geography
import Testing

@Suite("Reading areas")
struct AreaReadingTests {
  private let names = ["en": "name"]

  @Test("Codes stay text, areas come in code order, names by language.")
  func codesAndNames() throws {
    let fixture = try Fixture()
    let layer = try fixture.geoJSON([
      (#"{"code":"10","name":"Kep","km":"កែប"}"#, square(1, 0)),
      (#"{"code":"04","name":"Pailin","km":null}"#, square(0, 0)),
    ]).readAreas(key: "code", names: ["en": "name", "km": "km"]).layer
    #expect(layer.codes == ["04", "10"])
    #expect(layer.areas[1].name == LocalizedText(["en": "Kep", "km": "កែប"]))
    #expect(layer.areas[0].name == LocalizedText(["en": "Pailin"]))
  }

  @Test("A code stored as a number is read as it stands.")
  func numberAsCode() throws {
    let fixture = try Fixture()
    let source = try fixture.geoJSON([(#"{"code":4}"#, square(0, 0))])
    #expect(try source.readAreas(key: "code", names: [:]).layer.codes == ["4"])
  }

  @Test(
    "Codes and names that look like dates stay as they are written.",
    arguments: ["2019-03-03", "2019-03-03T00:00:00Z", "12:30:00"])
  func dates(_ text: String) throws {
    let fixture = try Fixture()
    let source = try fixture.geoJSON([
      (#"{"code":"\#(text)","name":"\#(text)"}"#, square(0, 0))
    ])
    let layer = try source.readAreas(key: "code", names: ["en": "name"]).layer
    #expect(layer.codes == [text])
    #expect(layer.areas[0].name["en"] == text)
  }

  @Test(
    "A line of GeoJSON a feature keeps them, too.",
    arguments: ["2010-04", "2010/04/01", "2019-03-03T00:00:00Z", "12:30:00"])
  func datesInLines(_ text: String) throws {
    let fixture = try Fixture()
    let line =
      #"{"type":"Feature","properties":{"code":"\#(text)","name":"\#(text)"},"geometry":"#
      + square(0, 0).replacing("\n", with: "") + "}\n"
    let source = try fixture.source("areas.geojsonl", line.utf8)
    let layer = try source.readAreas(key: "code", names: ["en": "name"]).layer
    #expect(layer.codes == [text])
    #expect(layer.areas[0].name["en"] == text)
  }

  @Test(
    "TopoJSON, where GDAL would make dates of them, is refused with the column.",
    arguments: ["2010/04/01", "2019-03-03T00:00:00Z", "12:30:00"])
  func datesInTopoJSON(_ text: String) throws {
    let fixture = try Fixture()
    #expect(
      complaints { try fixture.topoJSON(code: text).readAreas(key: "code", names: [:]) } == [
        "areas.topojson (layer 'areas'): the texts of column 'code' look like dates, which GDAL "
          + "does not read from TopoJSON as they are written; save the layer as GeoJSON"
      ])
    #expect(
      try fixture.topoJSON(code: "2010-04").readAreas(key: "code", names: [:]).layer.codes
        == ["2010-04"])
  }

  @Test("The shipped layer has 25 provinces, 48 shared boundaries and 49 contacts.")
  func shippedLayer() throws {
    let reading = try provinces.readAreas(key: "code", names: ["en": "name_en", "km": "name_km"])
    #expect(reading.layer.count == 25)
    #expect(reading.warnings.isEmpty)
    #expect(reading.layer.areas[15].name["en"] == "Ratanak Kiri")
    for tolerance in [0, 0.1, 1] {
      let pairs = Contiguity(of: reading.layer, tolerance: tolerance).pairs
      #expect(pairs.count { $0.sharedLength > 0 } == 48)
      #expect(pairs.count { !$0.isNearMiss } == 49)
    }
  }

  @Test("Shared lengths of the provinces equal those of shapely and GeographicLib.")
  func sharedLengths() throws {
    let layer = try provinces.readAreas(key: "code", names: [:]).layer
    let pairs = Contiguity(of: layer, tolerance: 0).pairs
    func length(_ first: String, _ second: String) -> Double? {
      pairs.first { layer.codes[$0.first] == first && layer.codes[$0.second] == second }?
        .sharedLength
    }
    // boundary.intersection(boundary) with shapely 2, Geod.geometry_length with pyproj.
    #expect(abs(try #require(length("01", "02")) / 130_349.759190 - 1) < 1e-6)
    #expect(abs(try #require(length("01", "17")) / 61_485.885699 - 1) < 1e-6)
    #expect(abs(try #require(length("02", "15")) / 188_756.478576 - 1) < 1e-6)
    #expect(length("20", "25") == 0)
    #expect(abs(pairs.reduce(0) { $0 + $1.sharedLength } / 4_062_953.028153 - 1) < 1e-6)
  }

  @Test("Pieces and holes are kept, heights dropped, rings turned the right way round.")
  func piecesAndHoles() throws {
    let fixture = try Fixture()
    let source = try fixture.geoJSON([
      (
        #"{"code":"1"}"#,
        #"""
        {"type":"GeometryCollection","geometries":[
        {"type":"Point","coordinates":[0,0]},
        {"type":"MultiPolygon","coordinates":[
        [[[0,0,7],[0,9,7],[9,9,7],[9,0,7],[0,0,7]],[[2,2,7],[3,2,7],[3,3,7],[2,3,7],[2,2,7]]],
        [[[20,0,7],[21,0,7],[21,1,7],[20,0,7]]]]}]}
        """#
      )
    ])
    let reading = try source.readAreas(key: "code", names: [:])
    let polygons = reading.layer.areas[0].polygons
    #expect(polygons.map(\.exterior.signedArea) == [81, 0.5])
    #expect(polygons[0].holes.map(\.signedArea) == [-1])
    #expect(
      reading.warnings.map(\.what) == [
        "the boundary of '1' comes with lines or points, which are left out"
      ])
  }

  @Test("A projected Shapefile in a code page of its own arrives in degrees and in Unicode.")
  func shapefile() throws {
    let fixture = try Fixture()
    // UTM zone 48 north; easting 500,000 m is its meridian, 105° E.
    let source = try fixture.shapefile(
      [("04", "Rôtânôkiri", "POLYGON((500000 0,500000 100000,600000 100000,500000 0))")],
      epsg: 32648, encoding: "CP1252")
    let area = try source.readAreas(key: "code", names: names).layer.areas[0]
    #expect(area.code == "04")
    #expect(area.name["en"] == "Rôtânôkiri")
    let corner = try #require(area.polygons[0].exterior.coordinates.first)
    #expect(abs(corner.x - 105) < 1e-9)
    #expect(abs(corner.y) < 1e-9)
    // 100,000 m of northing over the scale of 0.9996, by the meridian's length.
    let north = area.polygons[0].exterior.coordinates.map(\.y).max()
    #expect(abs(try #require(north) - 100_000 / 0.9996 / 110_574.39) < 1e-4)
  }

  @Test("GeoPackage and FlatGeobuf give back the layer that was written.")
  func ownFormats() throws {
    let layer = try provinces.readAreas(key: "code", names: ["en": "name_en"]).layer
    let table = FeatureTable(
      name: "areas",
      fields: [
        .init(name: "code", values: .text(layer.codes)),
        .init(name: "name", values: .text(layer.areas.map { $0.name["en"] })),
      ], geometry: layer.areas.map(\.polygons))
    let fixture = try Fixture()
    let geoPackage = try fixture.source("areas.gpkg", FeatureTable.geoPackage([table]))
    let flatGeobuf = try fixture.source("areas.fgb", table.flatGeobuf())
    #expect(try geoPackage.readAreas(key: "code", names: names).layer == layer)
    #expect(try flatGeobuf.readAreas(key: "code", names: names).layer == layer)
  }

  @Test("Curves become lines, and a circle keeps its size to half a percent.")
  func curves() throws {
    let fixture = try Fixture()
    let source = fixture.geoPackage(
      wkt: "CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))", code: "1")
    let reading = try source.readAreas(key: "code", names: [:])
    let circle = try #require(reading.layer.areas.first?.polygons.first)
    #expect(circle.exterior.coordinates.count > 60)
    #expect(abs(circle.exterior.signedArea / .pi - 1) < 0.005)
    #expect(reading.warnings.isEmpty)
  }

  @Test("A reference system can be declared in place of the file's.")
  func declaredReference() throws {
    let fixture = try Fixture()
    let source = try fixture.shapefile(
      [("1", "", "POLYGON((105 0,105 1,106 1,105 0))")], epsg: nil, encoding: "UTF-8")
    var declared = source
    declared.crs = "EPSG:4326"
    #expect(
      try declared.readAreas(key: "code", names: [:]).layer.extent
        == Extent(minimum: Coordinate(105, 0), maximum: Coordinate(106, 1)))
    #expect(try declared.readAreas(key: "code", names: [:]).warnings.isEmpty)
  }

  @Test("A reference system that overrules the file's own is believed, with a warning.")
  func overruledReference() throws {
    let fixture = try Fixture()
    var source = try fixture.shapefile(
      [("1", "", "POLYGON((105 0,105 1,106 1,105 0))")], epsg: 32648, encoding: "UTF-8")
    source.crs = "EPSG:32648"
    #expect(try source.readAreas(key: "code", names: [:]).warnings.isEmpty)
    source.crs = "EPSG:4326"
    let reading = try source.readAreas(key: "code", names: [:])
    #expect(reading.layer.extent?.maximum == Coordinate(106, 1))
    #expect(
      reading.warnings.map(\.description) == [
        "areas.shp (layer 'areas'): the layer says that its coordinates are in "
          + "'WGS 84 / UTM zone 48N', but 'crs' declares 'WGS 84', which is believed; take 'crs' "
          + "out of the definition unless the file is wrong"
      ])
  }

  @Test("Lines and points that come with a boundary are left out, with a warning.")
  func collections() throws {
    let fixture = try Fixture()
    let source = fixture.geoPackage(
      wkt: "GEOMETRYCOLLECTION(POLYGON((0 0,1 0,1 1,0 0)),LINESTRING(0 0,5 5))", code: "1")
    let reading = try source.readAreas(key: "code", names: [:])
    #expect(reading.layer.extent?.maximum == Coordinate(1, 1))
    #expect(
      reading.warnings.map(\.description) == [
        "areas.gpkg (layer 'areas', feature 1): the boundary of '1' comes with lines or points, "
          + "which are left out; keep only polygons in the layer"
      ])
  }

  @Test("Land across the antimeridian stays in one piece and needs no repair.")
  func antimeridian() throws {
    let fixture = try Fixture()
    let jumping = try fixture.geoJSON([
      (
        #"{"code":"1"}"#,
        #"""
        {"type":"Polygon","coordinates":[[[179,-17],[-179,-17],[-179,-16],[179,-16],[179,-17]]]}
        """#
      )
    ]).readAreas(key: "code", names: [:])
    #expect(jumping.warnings.isEmpty)
    #expect(jumping.layer.extent?.size == Coordinate(2, 1))
    // Fiji Map Grid: 180° lies 1.25° east of its middle, so 139 km of easting cross it.
    let projected = try fixture.shapefile(
      [("1", "", "POLYGON((2100000 4000000,2100000 4100000,2200000 4100000,2100000 4000000))")],
      epsg: 3460, encoding: "UTF-8"
    ).readAreas(key: "code", names: [:])
    let extent = try #require(projected.layer.extent)
    #expect(extent.minimum.x > 179 && extent.maximum.x > 180 && extent.size.x < 2)
  }
}
