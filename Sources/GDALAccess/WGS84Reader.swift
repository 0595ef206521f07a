import CGDAL
import Diagnostics
import Geography

/// Brings the geometries of one layer to WGS 84 longitude and latitude, one after the other.
struct WGS84Reader: ~Copyable {
  private let reprojection: Reprojection
  private let isGeographic: Bool
  /// What a reader of the layer should know before its first feature.
  let warnings: [Problem]

  private init(
    _ reprojection: consuming Reprojection, isGeographic: Bool, warnings: [Problem]
  ) {
    self.reprojection = reprojection
    self.isGeographic = isGeographic
    self.warnings = warnings
  }

  /// Prepares to read a layer, in which `problems` were found already.
  ///
  /// - Throws: `Problems`, with one more when the layer cannot hold polygons, or its
  ///   reference system is missing, misspelled or unknown to PROJ.
  static func open(
    _ layer: borrowing Layer, crs: String?, after problems: Problems = Problems()
  ) throws -> WGS84Reader {
    do {
      try refuseOtherThanPolygons(layer)
      let source = try reference(of: layer, declared: crs)
      let reprojection = try reprojection(from: source, of: layer)
      return WGS84Reader(
        reprojection, isGeographic: source.isGeographic,
        warnings: overruled(layer, by: source).map { [$0] } ?? [])
    } catch let problem as Problem {
      throw Problems(problems.all + [problem])
    }
  }

  private static func reference(
    of layer: borrowing Layer, declared: String?
  ) throws -> SpatialReference {
    if let declared {
      if let reference = SpatialReference(declared) { return reference }
      throw Problem(
        "'\(declared)' is not a reference system that PROJ knows", at: layer.placeNaming(declared),
        remedy: "give 'crs' as an authority's code, such as 'EPSG:4326'")
    }
    if let own = layer.spatialReference, let reference = SpatialReference(copying: own) {
      return reference
    }
    throw Problem(
      "the layer does not say which reference system its coordinates are in",
      at: layer.place(),
      remedy: "declare it with 'crs', such as 'EPSG:4326' for longitude and latitude")
  }

  /// The warning that a declared system is believed in place of another that the layer states.
  private static func overruled(
    _ layer: borrowing Layer, by source: borrowing SpatialReference
  ) -> Problem? {
    guard let own = layer.spatialReference.flatMap(SpatialReference.init(copying:)),
      !own.isSame(as: source)
    else { return nil }
    return Problem(
      "the layer says that its coordinates are in '\(own.name)', but 'crs' declares "
        + "'\(source.name)', which is believed",
      at: layer.place(), remedy: "take 'crs' out of the definition unless the file is wrong")
  }

  private static func reprojection(
    from source: borrowing SpatialReference, of layer: borrowing Layer
  ) throws -> Reprojection {
    if source.isLongitudeLatitude { return Reprojection() }
    if let target = SpatialReference("EPSG:4326"),
      let reprojection = Reprojection(from: source, to: target)
    {
      return reprojection
    }
    throw Problem(
      "coordinates in '\(source.name)' cannot be turned into longitude and latitude: "
        + "'\(lastMessage())'",
      at: layer.place(), remedy: "declare the right reference system with 'crs'")
  }

  private static func refuseOtherThanPolygons(_ layer: borrowing Layer) throws {
    let kind: String
    switch layer.geometryType {
    case wkbNone: kind = "no geometry"
    case wkbPoint, wkbMultiPoint: kind = "points"
    case wkbLineString, wkbMultiLineString, wkbCircularString, wkbCompoundCurve, wkbMultiCurve:
      kind = "lines"
    default: return
    }
    throw Problem(
      "the layer holds \(kind), not polygons", at: layer.place(),
      remedy: "give the layer that holds the boundaries as polygons")
  }

  /// What became of a geometry.
  struct Reading {
    /// The polygons in longitude and latitude; empty where `fault` could not be mended.
    var polygons: [Polygon]
    /// What was wrong with its rings and is mended, as a clause.
    var repaired: String?
    /// Whether lines or points that came with the polygons were left out.
    var isPart = false
  }

  /// Reads the polygons of one feature.
  ///
  /// - Throws: `Problem` without a place and subject, such as `encloses nothing`, when there
  ///   is nothing to read or it lies outside the world.
  func read(_ feature: borrowing Feature) throws -> Reading {
    guard let geometry = feature.geometry, OGR_G_IsEmpty(geometry) == 0 else {
      throw Problem("is empty", remedy: "draw it, or delete the feature")
    }
    var shape = Shape(geometry)
    if shape.pieces.isEmpty {
      let kind = OGR_G_GetGeometryName(geometry).map { String(cString: $0) } ?? "unknown"
      throw Problem("is '\(kind)', not a polygon", remedy: "give the boundary of its ground")
    }
    guard shape.allCoordinates({ $0.x.isFinite && $0.y.isFinite }) else {
      throw Problem("has a coordinate that is not a finite number", remedy: "draw it again")
    }
    let repaired = repair(&shape, stored: geometry)
    if shape.pieces.isEmpty {
      throw Problem(
        "encloses nothing: \(repaired ?? "no ring is left")",
        remedy: "draw it again, or delete the feature")
    }
    shape.forEachRing { reprojection.apply(to: &$0.coordinates) }
    if !isGeographic { shape.forEachRing { _ = $0.unwrapLongitudes() } }
    guard shape.allCoordinates({ abs($0.x) <= 360 && abs($0.y) <= 90 + 1e-9 }) else {
      throw Problem(
        "lies outside the world",
        remedy: "check the reference system of the layer; 'crs' declares another")
    }
    return Reading(polygons: shape.polygons, repaired: repaired, isPart: shape.isPart)
  }

  /// A ring that jumps from 180° to −180° is no fault and must not be repaired as one.
  private func repair(_ shape: inout Shape, stored: OGRGeometryH) -> String? {
    var isUnwrapped = false
    if isGeographic { shape.forEachRing { if $0.unwrapLongitudes() { isUnwrapped = true } } }
    guard isUnwrapped, let unwrapped = shape.makeGeometry() else { return shape.repair(stored) }
    defer { OGR_G_DestroyGeometry(unwrapped) }
    return shape.repair(unwrapped)
  }
}
