import CGDAL
public import Geography

extension MapProjection {
  /// How long on the ground, on the WGS 84 ellipsoid, a metre of the plane is along the
  /// horizontal at the middle of some areas; nil where no one number holds for the map.
  ///
  /// That is so where lengths differ by more than 5 % from it, across or upright, at any of the
  /// outermost vertices in eight directions, as on a map of the world.
  ///
  /// - Parameter areas: the areas on the plane, as `project(_:leavingOutWhatFails:)` gives them.
  public func groundLength(under areas: [[Polygon]]) -> Double? {
    let polygons = areas.lazy.flatMap { $0 }
    guard let extent = Extent(polygons) else { return nil }
    let reach = max(extent.size.max() / 1000, 1)
    return quietly {
      guard let source = SpatialReference(definition), let target = SpatialReference("EPSG:4326"),
        let back = Reprojection(from: source, to: target)
      else { return nil }
      let unit = source.metresPerUnit
      /// Lengths of a metre across and upright; not finite where the plane has no ground.
      func lengths(at middle: Coordinate) -> [Double] {
        [Coordinate(reach, 0), Coordinate(0, reach)].map { step in
          var ends: ContiguousArray = [(middle - step) / unit, (middle + step) / unit]
          back.apply(to: &ends)
          guard ends.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return .nan }
          return Ellipsoid.distance(ends[0], ends[1]) / (2 * reach)
        }
      }
      let middle = lengths(at: extent.center)
      let others = Self.outermost(polygons).flatMap(lengths)
      let isTrue = (middle + others).allSatisfy { $0.isNaN || abs($0 / middle[0] - 1) <= 0.05 }
      return isTrue && middle[0].isFinite ? middle[0] : nil
    }
  }

  /// The vertices farthest out in each of eight directions.
  private static func outermost(_ polygons: some Sequence<Polygon>) -> [Coordinate] {
    var (low, high) = (SIMD4(repeating: Double.infinity), SIMD4(repeating: -Double.infinity))
    var points = [Coordinate](repeating: .zero, count: 8)
    for polygon in polygons {
      for point in polygon.exterior.coordinates {
        let reach = SIMD4(point.x, point.x + point.y, point.y, point.y - point.x)
        let (isLower, isHigher) = (reach .< low, reach .> high)
        if !any(isLower .| isHigher) { continue }
        for direction in 0..<4 {
          if isLower[direction] { points[direction] = point }
          if isHigher[direction] { points[4 + direction] = point }
        }
        low.replace(with: reach, where: isLower)
        high.replace(with: reach, where: isHigher)
      }
    }
    return points
  }
}
