import CGDAL
import Diagnostics
import Foundation
import Geography

extension FeatureTable {
  /// A GeoPackage of the given tables in their order, as the bytes of the file.
  ///
  /// The same tables give the same bytes: the times that the format asks for are fixed. The
  /// file needs no second file beside it (journal mode `DELETE`). Aliases and descriptions
  /// stand in `gpkg_data_columns`, styles in `layer_styles`.
  ///
  /// - Throws: `Problem` without a place with what GDAL says, for instance when two tables
  ///   have the same name.
  public static func geoPackage(
    _ tables: [FeatureTable], styles: [LayerStyle] = []
  ) throws -> [UInt8] {
    try withConfiguration("OGR_CURRENT_DATE", fixedTime) {
      try write(
        tables, driver: "GPKG", ending: "gpkg", layerOptions: ["GEOMETRY_NAME=\(geometryColumn)"]
      ) {
        try describeColumns(of: tables, in: $0)
        try store(styles, in: $0)
      }
    }
  }

  /// The column that holds a layer's geometry in a GeoPackage.
  static let geometryColumn = "geom"

  /// What stands for the times that a GeoPackage asks for. QGIS and GDAL complain about times
  /// before 1970, and any fixed time does.
  static let fixedTime = "2000-01-01T00:00:00.000Z"

  /// A FlatGeobuf file of this table, as its bytes, with a spatial index: the features come
  /// in the order of the index.
  ///
  /// - Throws: `Problem` without a place with what GDAL says.
  public func flatGeobuf() throws -> [UInt8] {
    try Self.write([self], driver: "FlatGeobuf", ending: "fgb")
  }

  /// A GeoParquet file of this table, as its bytes.
  ///
  /// - Throws: `Problem` without a place with what GDAL says.
  public func parquet() throws -> [UInt8] {
    try Self.write([self], driver: "Parquet", ending: "parquet")
  }

  /// Whether this GDAL has a driver of that name: `Parquet` is missing in Debian's.
  public static func canWrite(_ driver: String) -> Bool {
    quietly { GDALGetDriverByName(driver) != nil }
  }

  /// A file of one table by any of GDAL's drivers, for comparing.
  package func file(driver: String, ending: String, options: [String] = []) throws -> [UInt8] {
    try Self.write([self], driver: driver, ending: ending, layerOptions: options)
  }

  /// Writes into memory and takes the bytes over.
  private static func write(
    _ tables: [FeatureTable], driver: String, ending: String, layerOptions: [String] = [],
    finally: (borrowing Dataset) throws -> Void = { _ in }
  ) throws -> [UInt8] {
    try quietly {
      let path = "/vsimem/\(UUID().uuidString).\(ending)"
      defer { VSIUnlink(path) }
      guard let handle = GDALGetDriverByName(driver) else {
        throw Problem(
          "this GDAL cannot write \(driver)", remedy: "install a GDAL with that driver")
      }
      guard let created = GDALCreate(handle, path, 0, 0, 0, GDT_Unknown, nil) else {
        throw failure(driver)
      }
      let dataset = Dataset(owning: created)
      let isTransaction = dataset.beginTransaction()
      for table in tables { try table.write(to: dataset, driver, layerOptions) }
      try finally(dataset)
      if isTransaction, !dataset.commitTransaction() { throw failure(driver) }
      if let fault = dataset.close() { throw failure(driver, fault) }
      var length: vsi_l_offset = 0
      guard let bytes = VSIGetMemFileBuffer(path, &length, 0) else { throw failure(driver) }
      return Array(UnsafeBufferPointer(start: bytes, count: Int(length)))
    }
  }

  private static func failure(_ driver: String, _ message: String = lastMessage()) -> Problem {
    Problem("GDAL could not write \(driver): '\(message)'")
  }

  private func write(
    to dataset: borrowing Dataset, _ driver: String, _ layerOptions: [String]
  ) throws {
    guard let wgs84 = SpatialReference("EPSG:4326"),
      let layer = dataset.createLayer(
        name, crs: geometry == nil ? nil : wgs84.handle,
        type: geometry == nil ? wkbNone : wkbMultiPolygon,
        options: layerOptions + (description.map { ["DESCRIPTION=\($0)"] } ?? []))
    else { throw Self.failure(driver) }
    for field in fields {
      let definition = OGR_Fld_Create(field.name, field.values.type)
      defer { OGR_Fld_Destroy(definition) }
      OGR_Fld_SetSubType(definition, field.values.subtype)
      if let alias = field.alias { OGR_Fld_SetAlternativeName(definition, alias) }
      guard OGR_L_CreateField(layer, definition, 0) == OGRERR_NONE else {
        throw Self.failure(driver)
      }
    }
    guard let feature = OGR_F_Create(OGR_L_GetLayerDefn(layer)) else { throw Self.failure(driver) }
    defer { OGR_F_Destroy(feature) }
    for row in 0..<rowCount {
      OGR_F_SetFID(feature, Int64(OGRNullFID))
      for (column, field) in fields.enumerated() {
        field.values.set(row, in: feature, Int32(column))
      }
      if let geometry {
        OGR_F_SetGeometryDirectly(feature, makeMultiPolygon(geometry[row].lazy.map(\.rings)))
      }
      guard OGR_L_CreateFeature(layer, feature) == OGRERR_NONE else { throw Self.failure(driver) }
    }
  }
}

extension FeatureTable.Values {
  fileprivate var type: OGRFieldType {
    switch self {
    case .text: OFTString
    case .real: OFTReal
    case .integer: OFTInteger64
    case .boolean: OFTInteger
    case .date: OFTDate
    }
  }

  fileprivate var subtype: OGRFieldSubType {
    if case .boolean = self { OFSTBoolean } else { OFSTNone }
  }

  /// Puts the value of `row` into a feature.
  fileprivate func set(_ row: Int, in feature: OGRFeatureH, _ column: Int32) {
    switch self {
    case .text(let values), .date(let values):
      if let value = values[row] { return OGR_F_SetFieldString(feature, column, value) }
    case .real(let values):
      if let value = values[row] { return OGR_F_SetFieldDouble(feature, column, value) }
    case .integer(let values):
      if let value = values[row] {
        return OGR_F_SetFieldInteger64(feature, column, Int64(value))
      }
    case .boolean(let values):
      if let value = values[row] { return OGR_F_SetFieldInteger(feature, column, value ? 1 : 0) }
    }
    OGR_F_SetFieldNull(feature, column)
  }
}
