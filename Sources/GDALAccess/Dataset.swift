import CGDAL
import Diagnostics
import Foundation

/// An open file or database. Closed when it goes out of scope.
struct Dataset: ~Copyable {
  private let handle: GDALDatasetH

  /// Opens a source for reading, with its own drivers only.
  ///
  /// - Throws: `Problem` when there is no such file, or none of the drivers reads it.
  init(opening source: LayerSource) throws {
    let place = Place(file: source.displayName)
    if !source.isDatabase {
      try Self.refuseRemote(source, at: place)
      try source.refuseLargeArchive()
    }
    CPLErrorReset()
    let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
    // A code or a name stays as it is written, also where all of them look like dates.
    let opened = try withConfiguration("OGR_GEOJSON_DATE_AS_STRING", "YES") {
      try withOptions(source.openOptions()) { options in
        withOptions(source.drivers) { drivers in
          drivers.withMemoryRebound { drivers in
            options.withMemoryRebound { GDALOpenEx(source.file, flags, drivers, $0, nil) }
          }
        }
      }
    }
    guard let opened else {
      let said = lastMessage(without: source.file)
      if said.isEmpty || said.contains("not recognized") {
        throw Problem(
          "this is not a file of a format that is read here", at: place,
          remedy: "give one of \(source.drivers.joined(separator: ", "))")
      }
      let plain = said.replacing(source.file, with: source.displayName)
      throw Problem(
        "GDAL cannot open this: "
          + "'\(source.isDatabase ? Secret(in: source.file).removed(from: plain) : plain)'",
        at: place, remedy: "check that it opens in QGIS or with ogrinfo, or export it again")
    }
    handle = opened
  }

  /// Takes over a data set that was just created.
  init(owning handle: GDALDatasetH) {
    self.handle = handle
  }

  deinit { GDALClose(handle) }

  /// Only what lies on this machine is read: GDAL's virtual file systems reach into
  /// archives and over the network, and several drivers take a URL for a file name.
  private static func refuseRemote(_ source: LayerSource, at place: Place) throws {
    if source.file.hasPrefix("/vsi") {
      throw Problem(
        "'\(source.displayName)' is in a virtual file system of GDAL, which is not read", at: place,
        remedy: "unpack or download the file and give its path")
    }
    if !FileManager.default.fileExists(atPath: source.file) {
      throw Problem("there is no such file", at: place, remedy: "check its name and folder")
    }
  }

  /// GDAL's name of the format.
  var driver: String {
    GDALGetDatasetDriver(handle).flatMap(GDALGetDriverShortName).map { String(cString: $0) } ?? ""
  }

  /// The names of the layers, in the order of the file, without those a format keeps for itself.
  var layerNames: [String] {
    let names = (0..<GDALDatasetGetLayerCount(handle)).filter {
      GDALDatasetIsLayerPrivate(handle, $0) == 0
    }.compactMap {
      GDALDatasetGetLayer(handle, $0).map { String(cString: OGR_L_GetName($0)) }
    }
    return names.isEmpty && driver == "SQLite" ? plainTables : names
  }

  /// Lends the layer that `source` names, or the only one there is.
  ///
  /// - Throws: `Problem` when there is none of that name, or several and none is named, or the
  ///   file would do more than hold data; and whatever `work` throws.
  func withLayer<Result>(
    of source: LayerSource, _ work: (borrowing Layer) throws -> Result
  ) throws -> Result {
    try refuseActiveContent(of: source)
    let name = try source.layer ?? onlyLayer(of: source)
    guard let layer = GDALDatasetGetLayerByName(handle, name) else {
      let names = layerNames
      let nearest = name.nearest(in: names, limit: 1).first.map { "did you mean '\($0)'? " } ?? ""
      throw source.missing(
        "layer", name, at: source.place(), remedy: "\(nearest)there is \(quotedList(names))")
    }
    return try work(Layer(handle: layer, source: source, driver: driver))
  }

  private func onlyLayer(of source: LayerSource) throws -> String {
    let names = layerNames
    if names.count == 1 { return names[0] }
    if names.isEmpty {
      throw Problem("there is no layer in it", at: source.place(), remedy: "give another file")
    }
    throw Problem(
      "there are \(names.count) layers in it and none is chosen", at: source.place(),
      remedy: "name one with 'layer': \(quotedList(names))")
  }

  /// Creates a layer; nil where the driver refuses.
  func createLayer(
    _ name: String, crs: OGRSpatialReferenceH?, type: OGRwkbGeometryType, options: [String]
  ) -> OGRLayerH? {
    withOptions(options) { GDALDatasetCreateLayer(handle, name, crs, type, $0) }
  }

  /// Runs a statement in the data set's own language.
  ///
  /// - Throws: `Problem` with what GDAL says.
  func execute(_ statement: String) throws {
    CPLErrorReset()
    let result = GDALDatasetExecuteSQL(handle, statement, nil, nil)
    if let result { GDALDatasetReleaseResultSet(handle, result) }
    if CPLGetLastErrorType().rawValue >= CE_Failure.rawValue {
      throw Problem("GDAL could not write: '\(lastMessage())'")
    }
  }

  /// Lends the rows that a statement in the data set's own language gives; nil where it gives none.
  ///
  /// - Throws: `Problem` with what GDAL says, and whatever `work` throws.
  func withResult<Result>(of statement: String, _ work: (OGRLayerH?) throws -> Result) throws
    -> Result
  {
    CPLErrorReset()
    let result = GDALDatasetExecuteSQL(handle, statement, nil, nil)
    defer { if let result { GDALDatasetReleaseResultSet(handle, result) } }
    if CPLGetLastErrorType().rawValue >= CE_Failure.rawValue {
      throw Problem("GDAL cannot read this: '\(lastMessage())'")
    }
    return try work(result)
  }

  /// Opens a transaction; without one SQLite writes each feature to the disk.
  func beginTransaction() -> Bool { GDALDatasetStartTransaction(handle, 0) == OGRERR_NONE }
  /// Ends the transaction.
  func commitTransaction() -> Bool { GDALDatasetCommitTransaction(handle) == OGRERR_NONE }

  /// Writes what is still held back and closes; several drivers only fail here.
  ///
  /// - Returns: what GDAL says went wrong, or nil.
  consuming func close() -> String? {
    CPLErrorReset()
    GDALClose(handle)
    let failed = CPLGetLastErrorType().rawValue >= CE_Failure.rawValue
    discard self
    return failed ? lastMessage() : nil
  }
}

extension Optional where Wrapped == UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
  /// The same list of texts, as the functions see it that promise not to change it.
  func withMemoryRebound<Result>(
    _ work: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    work(self.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self) })
  }
}

/// `'a', 'b', 'c'`, cut after twelve.
func quotedList(_ names: [String]) -> String {
  let shown = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
  return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
}
