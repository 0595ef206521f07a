import Geography

extension [Polygon] {
  /// The parts of all rings inside a box.
  func clipped(to box: Extent) -> [Ring] {
    lazy.flatMap(\.rings).compactMap { $0.clipped(to: box) }
  }
}

extension Ring {
  /// The part of a ring inside a box (Sutherland and Hodgman 1974), or nil where nothing is.
  ///
  /// Parts that fall apart stay joined along the box's edge, which a fill does not show.
  func clipped(to box: Extent) -> Ring? {
    var points = Array(coordinates.dropLast())
    for axis in 0..<2 {
      points = Ring.clip(points, axis: axis, at: box.minimum[axis], keepsGreater: true)
      points = Ring.clip(points, axis: axis, at: box.maximum[axis], keepsGreater: false)
    }
    guard points.count >= 3 else { return nil }
    return Ring(ContiguousArray(points + points.prefix(1)))
  }

  private static func clip(
    _ points: [Coordinate], axis: Int, at limit: Double, keepsGreater: Bool
  ) -> [Coordinate] {
    func isInside(_ point: Coordinate) -> Bool {
      keepsGreater ? point[axis] >= limit : point[axis] <= limit
    }
    guard var previous = points.last else { return [] }
    var kept: [Coordinate] = []
    for point in points {
      if isInside(point) != isInside(previous) {
        let share = (limit - previous[axis]) / (point[axis] - previous[axis])
        kept.append(previous + (point - previous) * share)
      }
      if isInside(point) { kept.append(point) }
      previous = point
    }
    return kept
  }
}
