import CGDAL
import Geography

/// The polygons of one feature as they are stored: any reference system, rings that may
/// be open, too short or the wrong way round.
struct Shape {
  /// A polygon's rings, the exterior first.
  typealias Piece = [Ring]

  var pieces: [Piece] = []
  /// Whether the geometry held lines or points as well, which are no ground.
  private(set) var isPart = false

  /// Takes the polygons out of a geometry of any kind: Z and M are dropped, curves become
  /// lines, and of a collection only the polygons are kept.
  init(_ geometry: OGRGeometryH) {
    add(geometry)
  }

  private mutating func add(_ geometry: OGRGeometryH) {
    // Also a curve polygon of straight lines, which is none to the reader of rings below.
    if OGR_G_HasCurveGeometry(geometry, 0) != 0 {
      // Step 0: GDAL's own default, four degrees of arc.
      if let lines = OGR_G_GetLinearGeometry(geometry, 0, nil) {
        add(lines)
        OGR_G_DestroyGeometry(lines)
      }
      return
    }
    switch OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) {
    case wkbPolygon, wkbTriangle:
      let rings = parts(of: geometry).map(Ring.init(reading:))
      if rings.first?.coordinates.isEmpty == false { pieces.append(rings) }
    case wkbMultiPolygon, wkbGeometryCollection, wkbPolyhedralSurface, wkbTIN:
      for part in parts(of: geometry) { add(part) }
    default:
      isPart = true
    }
  }

  private func parts(of geometry: OGRGeometryH) -> [OGRGeometryH] {
    (0..<OGR_G_GetGeometryCount(geometry)).compactMap { OGR_G_GetGeometryRef(geometry, $0) }
  }

  /// Closes open rings and drops those that enclose nothing: holes alone, an exterior with
  /// its holes.
  ///
  /// - Returns: whether anything had to be mended.
  mutating func closeRings() -> Bool {
    var mended = false
    for index in pieces.indices {
      for ring in pieces[index].indices {
        guard let first = pieces[index][ring].coordinates.first,
          first != pieces[index][ring].coordinates.last
        else { continue }
        pieces[index][ring].coordinates.append(first)
        mended = true
      }
    }
    func isTooShort(_ ring: Ring) -> Bool { ring.coordinates.count < 4 }
    if pieces.contains(where: { $0.contains(where: isTooShort) }) {
      mended = true
      pieces.removeAll { isTooShort($0[0]) }
      for index in pieces.indices { pieces[index].removeAll(where: isTooShort) }
    }
    return mended
  }

  /// Applies `change` to every ring.
  mutating func forEachRing(_ change: (inout Ring) -> Void) {
    for piece in pieces.indices {
      for ring in pieces[piece].indices { change(&pieces[piece][ring]) }
    }
  }

  /// Whether every coordinate satisfies `condition`.
  func allCoordinates(_ condition: (Coordinate) -> Bool) -> Bool {
    pieces.allSatisfy { $0.allSatisfy { $0.coordinates.allSatisfy(condition) } }
  }

  /// The polygons, with their rings turned the right way round.
  var polygons: [Polygon] {
    pieces.map { Polygon(exterior: $0[0], holes: Array($0.dropFirst())) }
  }

  /// The same as a geometry of GDAL's, which the caller must destroy.
  func makeGeometry() -> OGRGeometryH? {
    makeMultiPolygon(pieces)
  }
}

/// A multipolygon of rings, the exterior of each first. The caller must destroy it.
func makeMultiPolygon(_ polygons: some Sequence<[Ring]>) -> OGRGeometryH? {
  let whole = OGR_G_CreateGeometry(wkbMultiPolygon)
  for rings in polygons {
    let polygon = OGR_G_CreateGeometry(wkbPolygon)
    for ring in rings {
      let line = OGR_G_CreateGeometry(wkbLinearRing)
      ring.coordinates.withUnsafeBytes { bytes in
        let stride = Int32(MemoryLayout<Coordinate>.stride)
        OGR_G_SetPoints(
          line, Int32(ring.coordinates.count), bytes.baseAddress, stride,
          bytes.baseAddress.map { $0 + MemoryLayout<Double>.stride }, stride, nil, 0)
      }
      OGR_G_AddGeometryDirectly(polygon, line)
    }
    OGR_G_AddGeometryDirectly(whole, polygon)
  }
  return whole
}

extension Ring {
  /// Copies a ring out of GDAL with one call: `Coordinate` has the layout of GDAL's own
  /// points, so that a stride of 16 takes its fast path.
  init(reading line: OGRGeometryH) {
    let count = Int(OGR_G_GetPointCount(line))
    self.init(
      ContiguousArray(unsafeUninitializedCapacity: count) { buffer, initialized in
        guard let x = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
        let stride = Int32(MemoryLayout<Coordinate>.stride)
        initialized = Int(
          OGR_G_GetPoints(line, x, stride, x + MemoryLayout<Double>.stride, stride, nil, 0))
      })
  }
}
