public import Geography

extension Ground {
  /// Width of a square as large as the box around all areas.
  public var breadth: Double {
    guard let extent = Extent(areas.lazy.flatMap { $0 }) else { return 1 }
    return (extent.size.x * extent.size.y).squareRoot()
  }

  /// Size of all areas together, in the plane's units squared.
  public var landArea: Double {
    areas.lazy.flatMap { $0 }.flatMap(\.rings).reduce(0) { $0 + $1.signedArea }
  }

  /// The centre of gravity of each area, which may lie outside of it.
  public var centers: [Coordinate] {
    areas.map { Area(code: "", name: LocalizedText([:]), polygons: $0).centroid }
  }

  /// A point in each area: its centre of gravity where that lies within it, else the point of a
  /// coarse lattice inside that is nearest to it.
  public var innerCenters: [Coordinate] {
    zip(areas, centers).map { polygons, center in
      guard !polygons.hold(center), let box = Extent(polygons) else { return center }
      let step = box.size / 24
      var best = (distance: Double.infinity, point: center)
      for row in 0..<24 {
        for column in 0..<24 {
          let point = box.minimum + step * Coordinate(Double(column) + 0.5, Double(row) + 0.5)
          let offset = point - center
          let distance = (offset * offset).sum()
          if distance < best.distance, polygons.hold(point) { best = (distance, point) }
        }
      }
      return best.point
    }
  }
}

extension [Polygon] {
  /// Whether a point lies inside, by the even-odd rule.
  fileprivate func hold(_ point: Coordinate) -> Bool {
    var isInside = false
    for ring in lazy.flatMap(\.rings) {
      for (start, end) in zip(ring.coordinates, ring.coordinates.dropFirst())
      where (start.y > point.y) != (end.y > point.y) {
        let x = start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
        if point.x < x { isInside.toggle() }
      }
    }
    return isInside
  }
}
