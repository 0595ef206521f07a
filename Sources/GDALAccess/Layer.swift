import CGDAL
import Diagnostics

/// A layer of an open data set, lent for the time of a closure.
struct Layer: ~Copyable {
  private let handle: OGRLayerH
  private let source: LayerSource
  private let driver: String

  /// - Throws: `Problem` when the source declares a code page that GDAL does not know.
  init(handle: OGRLayerH, source: LayerSource, driver: String) throws {
    self.handle = handle
    self.source = source
    self.driver = driver
    if let encoding = source.encoding, OGR_L_TestCapability(handle, OLCStringsAsUTF8) == 0 {
      throw Problem(
        "'\(encoding)' is no code page that GDAL knows",
        at: source.namedAt[encoding] ?? source.place(), remedy: "write 'UTF-8', or 'CP1252'")
    }
  }

  var name: String { String(cString: OGR_L_GetName(handle)) }
  /// What kind of geometry the layer declares, without Z and M.
  var geometryType: OGRwkbGeometryType { OGR_GT_Flatten(OGR_L_GetGeomType(handle)) }
  /// The reference system that the layer declares; it belongs to the layer.
  var spatialReference: OGRSpatialReferenceH? { OGR_L_GetSpatialRef(handle) }
  /// Where the layer, or a feature of it, stands.
  func place(feature: Int64? = nil) -> Place { source.place(layer: name, feature: feature) }

  /// Where the definition says `name`, or else the layer.
  func placeNaming(_ name: String) -> Place { source.namedAt[name] ?? place() }

  /// The remedy for text that is not UTF-8.
  var remedyForGarbledText: String { source.remedyForGarbledText }

  /// A column: its name and what GDAL takes it for.
  struct Column {
    var name: String
    var type: OGRFieldType
    var subtype: OGRFieldSubType
  }

  /// The columns in order, geometry left out.
  var columns: [Column] {
    let definition = OGR_L_GetLayerDefn(handle)
    return (0..<OGR_FD_GetFieldCount(definition)).map {
      let field = OGR_FD_GetFieldDefn(definition, $0)
      return Column(
        name: String(cString: OGR_Fld_GetNameRef(field)), type: OGR_Fld_GetType(field),
        subtype: OGR_Fld_GetSubType(field))
    }
  }

  /// The position of the column `name`.
  ///
  /// - Throws: `Problem` that lists the columns there are.
  func column(named name: String) throws -> Int32 {
    let names = columns.map(\.name)
    if let index = names.firstIndex(of: name) { return Int32(index) }
    let nearest = name.nearest(in: names, limit: 1).first.map { "did you mean '\($0)'? " } ?? ""
    throw source.missing(
      "column", name, at: place(),
      remedy: names.isEmpty
        ? "the layer has no columns at all" : "\(nearest)there is \(quotedList(names))")
  }

  /// Refuses a column of TopoJSON that GDAL takes for dates or times because all its texts look
  /// like it: `2010/04/01` and `2010-04-01` would both read as the first. The readers of GeoJSON
  /// can be told not to.
  ///
  /// - Throws: `Problem` that names the column.
  func refuseGuessedDates(in column: Int32) throws {
    let column = columns[Int(column)]
    guard driver == "TopoJSON", [OFTDate, OFTTime, OFTDateTime].contains(column.type) else {
      return
    }
    throw Problem(
      "the texts of column '\(column.name)' look like dates, which GDAL does not read from TopoJSON "
        + "as they are written", at: place(), remedy: "save the layer as GeoJSON")
  }

  /// Hands every feature to `work`, in the order of the file, in one pass.
  ///
  /// - Throws: `Problem` when the file breaks off.
  func forEachFeature(_ work: (borrowing Feature) throws -> Void) throws {
    OGR_L_ResetReading(handle)
    CPLErrorReset()
    while let next = OGR_L_GetNextFeature(handle) {
      try work(Feature(owning: next))
      CPLErrorReset()
    }
    if CPLGetLastErrorType().rawValue >= CE_Failure.rawValue {
      throw Problem(
        "GDAL cannot read on: '\(lastMessage(without: source.file))'", at: place(),
        remedy: "the file may be cut short; fetch or export it again")
    }
  }
}

/// One feature while it is being read. Freed when it goes out of scope.
struct Feature: ~Copyable {
  private let handle: OGRFeatureH

  init(owning handle: OGRFeatureH) { self.handle = handle }
  deinit { OGR_F_Destroy(handle) }

  /// Its number in the file.
  var number: Int64 { OGR_F_GetFID(handle) }
  /// Its geometry, which belongs to the feature.
  var geometry: OGRGeometryH? { OGR_F_GetGeometryRef(handle) }

  /// What stands in a cell.
  enum Cell {
    case missing
    case text(String)
    /// The bytes are no UTF-8.
    case garbled
  }

  /// The cell of `column` as text.
  func cell(_ column: Int32) -> Cell {
    guard OGR_F_IsFieldSetAndNotNull(handle, column) != 0,
      let bytes = OGR_F_GetFieldAsString(handle, column)
    else { return .missing }
    return String(validatingCString: bytes).map(Cell.text) ?? .garbled
  }

  /// The cell of `column` as a real number; only where the column holds numbers.
  func real(_ column: Int32) -> Double? {
    OGR_F_IsFieldSetAndNotNull(handle, column) != 0 ? OGR_F_GetFieldAsDouble(handle, column) : nil
  }
}
