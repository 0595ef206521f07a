import Diagnostics
import Foundation
import GDALAccess
import Geography
import Testing

@Suite("What is wrong with a layer, and what to do about it")
struct FaultTests {
  private let fixture: Fixture
  init() throws { fixture = try Fixture() }

  private func reading(_ source: LayerSource, key: String = "code", names: [String: String] = [:])
    -> [String]
  {
    complaints { try source.readAreas(key: key, names: names) }
  }

  @Test("A missing file.")
  func missingFile() {
    let source = LayerSource(file: "/no/such.gpkg", displayName: "geodata/such.gpkg")
    #expect(
      reading(source) == ["geodata/such.gpkg: there is no such file; check its name and folder"])
  }

  @Test("A file of another kind, and a format that was not asked for.")
  func otherFormat() throws {
    let text = try fixture.source("notes.txt", "just text".utf8, drivers: ["GPKG", "GeoJSON"])
    #expect(
      reading(text) == [
        "notes.txt: this is not a file of a format that is read here; give one of GPKG, GeoJSON"
      ])
    let virtual = try fixture.source(
      "trap.vrt",
      #"<OGRVRTDataSource><OGRVRTLayer name="a"/></OGRVRTDataSource>"#.utf8)
    #expect(reading(virtual).first?.contains("not a file of a format that is read here") == true)
  }

  @Test(
    "What is not a file on this machine.",
    arguments: ["/vsicurl/http://127.0.0.1/a.geojson", "/vsizip/a.zip/a.shp"])
  func virtualFileSystems(file: String) {
    #expect(
      reading(LayerSource(file: file)) == [
        "\(file): '\(file)' is in a virtual file system of GDAL, which is not read; unpack or "
          + "download the file and give its path"
      ])
  }

  @Test(
    "URLs and text in place of a file.",
    arguments: ["http://127.0.0.1/a.geojson", #"{"type":"FeatureCollection","features":[]}"#])
  func notFiles(file: String) {
    #expect(
      reading(LayerSource(file: file, displayName: "x")) == [
        "x: there is no such file; check its name and folder"
      ])
  }

  @Test("A misspelled layer, and several of which none is chosen.")
  func layers() throws {
    let tables = ["districts", "roads"].map {
      FeatureTable(name: $0, fields: [.init(name: "code", values: .text(["1"]))])
    }
    var source = try fixture.source("two.gpkg", FeatureTable.geoPackage(tables))
    #expect(
      reading(source) == [
        "two.gpkg: there are 2 layers in it and none is chosen; name one with 'layer': "
          + "'districts', 'roads'"
      ])
    source.layer = "distrcts"
    #expect(
      reading(source) == [
        "two.gpkg: there is no layer 'distrcts'; did you mean 'districts'? there is "
          + "'districts', 'roads'"
      ])
    source.layer = "roads"
    #expect(
      reading(source) == [
        "two.gpkg (layer 'roads'): the layer holds no geometry, not polygons; give the layer "
          + "that holds the boundaries as polygons"
      ])
  }

  @Test("Misspelled columns, all of them.")
  func columns() throws {
    let source = try fixture.geoJSON([(#"{"code":"1","name":"Kep"}"#, square(0, 0))])
    #expect(
      reading(source, key: "cod", names: ["en": "nme", "km": "x"]) == [
        "areas.geojson (layer 'areas'): there is no column 'cod'; did you mean 'code'? there is "
          + "'code', 'name'",
        "areas.geojson (layer 'areas'): there is no column 'nme'; did you mean 'name'? there is "
          + "'code', 'name'",
        "areas.geojson (layer 'areas'): there is no column 'x'; there is 'code', 'name'",
      ])
  }

  @Test("Keys that are empty or used twice, every one of them.")
  func keys() throws {
    let source = try fixture.geoJSON([
      (#"{"code":"1"}"#, square(0, 0)), (#"{"code":"1"}"#, square(1, 0)),
      (#"{"code":null}"#, square(2, 0)), (#"{"code":" "}"#, square(3, 0)),
      (#"{"code":"1"}"#, square(4, 0)),
    ])
    func twice(_ feature: Int) -> String {
      "areas.geojson (layer 'areas', feature \(feature)): the key 'code' is '1', as in feature 0; "
        + "give each area a code of its own, or merge the pieces into one feature"
    }
    func empty(_ feature: Int) -> String {
      "areas.geojson (layer 'areas', feature \(feature)): the key 'code' is empty; give the area "
        + "a code, or take the feature out of the layer"
    }
    #expect(reading(source) == [twice(1), empty(2), empty(3), twice(4)])
  }

  @Test("No reference system, and one that does not exist.")
  func referenceSystems() throws {
    var source = try fixture.shapefile(
      [("1", "", "POLYGON((105 0,105 1,106 1,105 0))")], epsg: nil, encoding: "UTF-8")
    #expect(
      reading(source) == [
        "areas.shp (layer 'areas'): the layer does not say which reference system its "
          + "coordinates are in; declare it with 'crs', such as 'EPSG:4326' for longitude and "
          + "latitude"
      ])
    for crs in ["EPSG:999999", "http://127.0.0.1/4326", "/etc/passwd"] {
      source.crs = crs
      #expect(
        reading(source) == [
          "areas.shp (layer 'areas'): '\(crs)' is not a reference system that PROJ knows; give "
            + "'crs' as an authority's code, such as 'EPSG:4326'"
        ])
    }
  }

  @Test("Geometries that are missing, empty, no polygon or outside the world.")
  func geometries() throws {
    let source = try fixture.geoJSON([
      (#"{"code":"1"}"#, "null"), (#"{"code":"2"}"#, #"{"type":"Polygon","coordinates":[]}"#),
      (#"{"code":"3"}"#, #"{"type":"Point","coordinates":[1,1]}"#),
      (#"{"code":"4"}"#, square(500_000, 1_300_000, size: 1_000)),
      (#"{"code":"5"}"#, square(0, 0)),
    ])
    func at(_ feature: Int, _ text: String) -> String {
      "areas.geojson (layer 'areas', feature \(feature)): \(text)"
    }
    #expect(
      reading(source) == [
        at(0, "the boundary of '1' is empty; draw it, or delete the feature"),
        at(1, "the boundary of '2' is empty; draw it, or delete the feature"),
        at(
          2,
          "the boundary of '3' is 'POINT', not a polygon; give the boundary of its ground"),
        at(
          3,
          "the boundary of '4' lies outside the world; check the reference system of the layer; 'crs' "
            + "declares another"),
      ])
  }

  @Test("Text that is not UTF-8, in a key and in a name.")
  func garbledText() throws {
    let features = [("0\u{E9}", "Kep"), ("2", "R\u{F4}t")].map { code, name in
      #"{"type":"Feature","properties":{"code":"\#(code)","name":"\#(name)"},"geometry":\#(square(0, 0))}"#
    }
    let text =
      #"{"type":"FeatureCollection","name":"areas","features":[\#(features.joined(separator: ","))]}"#
    // As Latin-1: a byte a letter.
    let source = try fixture.source("areas.geojson", text.unicodeScalars.map { UInt8($0.value) })
    #expect(
      reading(source, names: ["en": "name"]) == [
        "areas.geojson (layer 'areas', feature 0): the text in column 'code' is not UTF-8; save "
          + "the file in UTF-8",
        "areas.geojson (layer 'areas', feature 1): the text in column 'name' is not UTF-8; save "
          + "the file in UTF-8",
      ])
  }

  @Test("A Shapefile's code page that is needed, unknown, or declared for another format.")
  func codePages() throws {
    var source = try fixture.shapefile(
      [("1", "Rôt", "POLYGON((105 0,105 1,106 1,105 0))")], epsg: 4326, encoding: "CP1252")
    let folder = URL(filePath: source.file).deletingLastPathComponent()
    try FileManager.default.removeItem(at: folder.appending(path: "areas.cpg"))
    try forgetCodePage(of: folder.appending(path: "areas.dbf"))
    #expect(
      reading(source, names: ["en": "name"]) == [
        "areas.shp (layer 'areas', feature 0): the text in column 'name' is not UTF-8; save the "
          + "file in UTF-8, or say its code page with 'encoding', such as 'CP1252'"
      ])
    source.encoding = "CP1252"
    let areas = try source.readAreas(key: "code", names: ["en": "name"]).layer.areas
    #expect(areas.map { $0.name["en"] } == ["Rôt"])
    source.encoding = "Klingon"
    source.namedAt = ["Klingon": Place(file: "atlas.yaml", line: 7, column: 3)]
    #expect(
      reading(source) == [
        "atlas.yaml:7:3: 'Klingon' is no code page that GDAL knows; write 'UTF-8', or 'CP1252'"
      ])
    var other = try fixture.geoJSON([(#"{"code":"1"}"#, square(0, 0))])
    other.encoding = "CP1252"
    #expect(
      reading(other) == [
        "areas.geojson: 'encoding' is for Shapefiles and dBASE tables, and 'areas.geojson' is "
          + "neither; take it out"
      ])
  }

  /// Byte 29 of a dBASE header names the code page; 0 names none.
  private func forgetCodePage(of table: URL) throws {
    var bytes = try Data(contentsOf: table)
    bytes[29] = 0
    try bytes.write(to: table)
  }

  @Test("A coordinate that is no finite number.", arguments: [Double.nan, .infinity])
  func notFinite(number: Double) throws {
    let ring = Ring([
      Coordinate(0, 0), Coordinate(1, 0), Coordinate(1, number), Coordinate(0, 1), Coordinate(0, 0),
    ])
    let table = FeatureTable(
      name: "areas", fields: [.init(name: "code", values: .text(["1"]))],
      geometry: [[Polygon(exterior: ring)]])
    let source = try fixture.source("areas.fgb", table.flatGeobuf())
    #expect(
      reading(source) == [
        "areas.fgb (layer 'areas', feature 0): the boundary of '1' has a coordinate that is not "
          + "a finite number; draw it again"
      ])
  }

  @Test("A layer of points, and an empty one.")
  func otherLayers() throws {
    let points = try fixture.geoJSON([
      (#"{"code":"1"}"#, #"{"type":"Point","coordinates":[1,1]}"#)
    ])
    #expect(
      reading(points) == [
        "areas.geojson (layer 'areas'): the layer holds points, not polygons; give the layer "
          + "that holds the boundaries as polygons"
      ])
    let table = FeatureTable(
      name: "areas", fields: [.init(name: "code", values: .text([]))], geometry: [])
    let empty = try fixture.source("empty.gpkg", FeatureTable.geoPackage([table]))
    #expect(
      reading(empty) == [
        "empty.gpkg (layer 'areas'): the layer is empty; give a layer that holds areas"
      ])
  }

  @Test("A file that was cut short.")
  func cutShort() throws {
    let layer = try provinces.readAreas(key: "code", names: [:]).layer
    let table = FeatureTable(
      name: "areas", fields: [.init(name: "code", values: .text(layer.codes))],
      geometry: layer.areas.map(\.polygons))
    let bytes = try table.flatGeobuf()
    let source = try fixture.source("areas.fgb", bytes.prefix(bytes.count / 2))
    #expect(!reading(source).isEmpty)
  }

  @Test("A reference system by URL is never fetched.")
  func network() throws {
    let server = Listener()
    let text = #"""
      {"type":"FeatureCollection","name":"areas",
      "crs":{"type":"url","properties":{"url":"http://127.0.0.1:\#(server.port)/crs"}},
      "features":[{"type":"Feature","properties":{"code":"1"},"geometry":\#(square(0, 0))}]}
      """#
    let source = try fixture.source("areas.geojson", text.utf8)
    _ = reading(source)
    #expect(!server.wasCalled)
  }
}
