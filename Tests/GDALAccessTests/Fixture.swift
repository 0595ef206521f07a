import CGDAL
import Diagnostics
import Foundation
import Geography

@testable import GDALAccess

/// A folder for the files of one test, deleted with it.
final class Fixture {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file and gives a source that people know by its bare name.
  func source(
    _ name: String, _ bytes: some Sequence<UInt8>, layer: String? = nil, crs: String? = nil,
    drivers: [String] = LayerSource.boundaryDrivers
  ) throws -> LayerSource {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return LayerSource(
      file: file.path, displayName: name, layer: layer, crs: crs, drivers: drivers)
  }

  /// A GeoJSON file of features given as pairs of properties and geometry.
  func geoJSON(
    _ features: [(properties: String, geometry: String)], crs: String? = nil, layer: String? = nil
  ) throws -> LayerSource {
    let texts = features.map {
      #"{"type":"Feature","properties":\#($0.properties),"geometry":\#($0.geometry)}"#
    }
    let text = #"""
      {"type":"FeatureCollection","name":"areas","features":[\#(texts.joined(separator: ","))]}
      """#
    return try source("areas.geojson", text.utf8, layer: layer, crs: crs)
  }

  /// A TopoJSON file `areas.topojson` of one triangle.
  func topoJSON(code: String) throws -> LayerSource {
    let text = #"""
      {"type":"Topology","arcs":[[[0,0],[1,0],[1,1],[0,0]]],"objects":{"areas":\#
      {"type":"GeometryCollection","geometries":[\#
      {"type":"Polygon","arcs":[[0]],"properties":{"code":"\#(code)"}}]}}}
      """#
    return try source("areas.topojson", text.utf8, crs: "EPSG:4326")
  }

  /// A Shapefile `areas.shp` with columns `code` and `name`, written in `encoding`.
  func shapefile(
    _ areas: [(code: String, name: String, wkt: String)], epsg: Int32?, encoding: String
  ) throws -> LayerSource {
    let path = folder.appending(path: "areas.shp").path
    quietly {
      let made = GDALCreate(GDALGetDriverByName("ESRI Shapefile"), path, 0, 0, 0, GDT_Unknown, nil)
      var reference: OGRSpatialReferenceH?
      if let epsg {
        reference = OSRNewSpatialReference(nil)
        OSRImportFromEPSG(reference, epsg)
      }
      let layer = withOptions(["ENCODING=\(encoding)"]) {
        GDALDatasetCreateLayer(made, "areas", reference, wkbPolygon, $0)
      }
      for name in ["code", "name"] {
        let field = OGR_Fld_Create(name, OFTString)
        OGR_L_CreateField(layer, field, 1)
        OGR_Fld_Destroy(field)
      }
      for area in areas {
        let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
        OGR_F_SetFieldString(feature, 0, area.code)
        OGR_F_SetFieldString(feature, 1, area.name)
        OGR_F_SetGeometryDirectly(feature, makeGeometry(wkt: area.wkt))
        _ = OGR_L_CreateFeature(layer, feature)
        OGR_F_Destroy(feature)
      }
      GDALClose(made)
      if let reference { OSRRelease(reference) }
    }
    return LayerSource(file: path, displayName: "areas.shp")
  }
}

func makeGeometry(wkt: String) -> OGRGeometryH? {
  var geometry: OGRGeometryH?
  wkt.withCString { text in
    var rest: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: text)
    _ = OGR_G_CreateFromWkt(&rest, nil, &geometry)
  }
  return geometry
}

/// What `work` complained about, as people read it.
func complaints(_ work: () throws -> some Any) -> [String] {
  do {
    _ = try work()
    return []
  } catch let problems as Problems {
    return problems.all.map(\.description)
  } catch {
    return ["\(error)"]
  }
}

/// A GeoJSON square of `size` with its south-west corner at `x`, `y`.
func square(_ x: Double, _ y: Double, size: Double = 1) -> String {
  let (east, north) = (x + size, y + size)
  return #"""
    {"type":"Polygon","coordinates":[[[\#(x),\#(y)],[\#(east),\#(y)],[\#(east),\#(north)],\#
    [\#(x),\#(north)],[\#(x),\#(y)]]]}
    """#
}

/// The repository's own boundaries.
let provinces = LayerSource(
  file: URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../geodata/boundaries/khm_provinces_25.geojson").standardized.path,
  displayName: "geodata/boundaries/khm_provinces_25.geojson")

extension Fixture {
  /// A column of a table to be written by GDAL.
  struct Column {
    var name: String
    var type = OFTString
    var subtype = OFSTNone
  }

  /// A table `file` with one layer `Data`, written by a driver. Cells are text, as GDAL reads
  /// dates and truth values too, or numbers; nil leaves them empty.
  func table(
    _ file: String, driver: String, columns: [Column], rows: [[(any Sendable)?]],
    options: [String] = []
  ) -> LayerSource {
    let path = folder.appending(path: file).path
    quietly {
      let made = GDALCreate(GDALGetDriverByName(driver), path, 0, 0, 0, GDT_Unknown, nil)
      let layer = withOptions(options) { GDALDatasetCreateLayer(made, "Data", nil, wkbNone, $0) }
      for column in columns {
        let field = OGR_Fld_Create(column.name, column.type)
        OGR_Fld_SetSubType(field, column.subtype)
        OGR_L_CreateField(layer, field, 1)
        OGR_Fld_Destroy(field)
      }
      for row in rows {
        let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
        for (index, cell) in row.enumerated() {
          if let text = cell as? String { OGR_F_SetFieldString(feature, Int32(index), text) }
          if let number = cell as? Double { OGR_F_SetFieldDouble(feature, Int32(index), number) }
        }
        _ = OGR_L_CreateFeature(layer, feature)
        OGR_F_Destroy(feature)
      }
      GDALClose(made)
    }
    return LayerSource(file: path, displayName: file, drivers: LayerSource.tableDrivers)
  }

  /// An Excel workbook `book.xlsx` with one sheet `Data`, whose cells are text, numbers or empty.
  func spreadsheet(rows: [[(any Sendable)?]]) throws -> LayerSource {
    let columns = rows[0].enumerated().map { index, name in
      let isNumber = rows.dropFirst().contains { $0[index] is Double }
      return Column(name: name as? String ?? "", type: isNumber ? OFTReal : OFTString)
    }
    return table("book.xlsx", driver: "XLSX", columns: columns, rows: Array(rows.dropFirst()))
  }
}

extension Fixture {
  /// A GeoPackage `areas.gpkg` of one area with any geometry, in WGS 84.
  func geoPackage(wkt: String, code: String) -> LayerSource {
    let path = folder.appending(path: "areas.gpkg").path
    quietly {
      let made = GDALCreate(GDALGetDriverByName("GPKG"), path, 0, 0, 0, GDT_Unknown, nil)
      let reference = OSRNewSpatialReference(nil)
      OSRImportFromEPSG(reference, 4326)
      let layer = GDALDatasetCreateLayer(made, "areas", reference, wkbUnknown, nil)
      let field = OGR_Fld_Create("code", OFTString)
      OGR_L_CreateField(layer, field, 1)
      OGR_Fld_Destroy(field)
      let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer))
      OGR_F_SetFieldString(feature, 0, code)
      OGR_F_SetGeometryDirectly(feature, makeGeometry(wkt: wkt))
      _ = OGR_L_CreateFeature(layer, feature)
      OGR_F_Destroy(feature)
      GDALClose(made)
      OSRRelease(reference)
    }
    return LayerSource(file: path, displayName: "areas.gpkg")
  }

  /// Changes a database.
  func execute(_ source: LayerSource, _ statement: String) {
    quietly {
      let opened = GDALOpenEx(
        source.file, UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE), nil, nil, nil)
      if let result = GDALDatasetExecuteSQL(opened, statement, nil, nil) {
        GDALDatasetReleaseResultSet(opened, result)
      }
      GDALClose(opened)
    }
  }

  /// The rows that a database answers, cells joined by bars.
  func query(_ source: LayerSource, _ statement: String) -> [String] {
    quietly {
      let opened = GDALOpenEx(source.file, UInt32(GDAL_OF_VECTOR), nil, nil, nil)
      let result = GDALDatasetExecuteSQL(opened, statement, nil, nil)
      var rows: [String] = []
      while let feature = OGR_L_GetNextFeature(result) {
        let cells = (0..<OGR_F_GetFieldCount(feature)).map {
          OGR_F_GetFieldAsString(feature, $0).map { String(cString: $0) } ?? ""
        }
        rows.append(cells.joined(separator: "|"))
        OGR_F_Destroy(feature)
      }
      GDALDatasetReleaseResultSet(opened, result)
      GDALClose(opened)
      return rows
    }
  }
}
