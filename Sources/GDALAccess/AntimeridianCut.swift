import CGDAL
import Diagnostics
public import Geography

extension AreaLayer {
  /// The same areas with every piece within ±180°: what reaches across the antimeridian is cut
  /// along it (RFC 7946, 3.1.9). Areas that do not reach across stay as they are.
  ///
  /// - Throws: `Problem` with what GDAL says; a GDAL without GEOS cannot cut.
  public func cutAtAntimeridian() throws -> AreaLayer {
    if areas.allSatisfy({ $0.polygons.allSatisfy(\.isWithinOneTurn) }) { return self }
    return AreaLayer(
      try quietly {
        try areas.map { area in
          var area = area
          area.polygons = try area.polygons.flatMap { try $0.cutAtAntimeridian(of: area.code) }
          return area
        }
      })
  }
}

extension Polygon {
  fileprivate var isWithinOneTurn: Bool {
    exterior.coordinates.allSatisfy { abs($0.x) <= 180 }
  }

  fileprivate func cutAtAntimeridian(of area: String) throws -> [Polygon] {
    if isWithinOneTurn { return [self] }
    let whole = makeMultiPolygon([rings])
    defer { OGR_G_DestroyGeometry(whole) }
    return try [-360.0, 0, 360].flatMap { turn in
      let window = Self.window(from: turn - 180)
      defer { OGR_G_DestroyGeometry(window) }
      guard let cut = OGR_G_Intersection(whole, window) else {
        throw Problem(
          "area '\(area)' cannot be cut at the antimeridian: '\(lastMessage())'",
          remedy: "cut it in the boundary file, or use a GDAL that was built with GEOS")
      }
      defer { OGR_G_DestroyGeometry(cut) }
      var shape = Shape(cut)
      shape.forEachRing { ring in
        for index in ring.coordinates.indices {
          ring.coordinates[index].x = min(max(ring.coordinates[index].x - turn, -180), 180)
        }
      }
      return shape.polygons
    }
  }

  /// The whole world's latitudes over one turn of longitudes.
  private static func window(from west: Double) -> OGRGeometryH? {
    let (south, north) = (-91.0, 91.0)
    return makeMultiPolygon([
      [
        Ring([
          [west, south], [west + 360, south], [west + 360, north], [west, north], [west, south],
        ])
      ]
    ])
  }
}
