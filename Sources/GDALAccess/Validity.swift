import CGDAL
public import Geography

extension AreaLayer {
  /// The areas, by their place in the layer, that are valid polygons as they are (OGC, by GEOS) and
  /// no longer where each coordinate is rounded to so many decimals: a narrow strait closes, a
  /// small island becomes a point, a ring crosses itself.
  public func areasSpoiled(byDecimals decimals: Int) -> [Int] {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return quietly {
      areas.indices.filter { index in
        let shape = areas[index].polygons
        let isValid = Self.isValid(shape.map { $0.rings.map { $0.rounded(to: scale) } })
        return !isValid && Self.isValid(shape.map(\.rings))
      }
    }
  }

  private static func isValid(_ polygons: [[Ring]]) -> Bool {
    let geometry = makeMultiPolygon(polygons)
    defer { OGR_G_DestroyGeometry(geometry) }
    return OGR_G_IsValid(geometry) != 0
  }
}

extension Ring {
  /// The same with each coordinate on a grid of 1 / `scale` degrees.
  fileprivate func rounded(to scale: Double) -> Ring {
    Ring(
      ContiguousArray(
        coordinates.lazy.map { ($0 * scale).rounded(.toNearestOrAwayFromZero) / scale }))
  }
}
