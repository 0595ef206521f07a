extension Ring {
  /// First moment of the enclosed area about `origin`: signed area times the offset of the
  /// ring's centre from `origin`, in the coordinates' units.
  func moment(about origin: Coordinate) -> Coordinate {
    var sum = Coordinate(0, 0)
    var previous = Coordinate(0, 0)
    for (index, coordinate) in coordinates.enumerated() {
      let current = coordinate - origin
      if index > 0 {
        sum += (previous + current) * (previous.x * current.y - current.x * previous.y)
      }
      previous = current
    }
    return sum / 6
  }
}

extension Area {
  /// The centre of gravity of all pieces less their holes, in the coordinates' own plane:
  /// degrees for an `AreaLayer`.
  ///
  /// It may lie outside the area, and is meaningless for an area that crosses the
  /// antimeridian. Pieces without any area give the middle of their box.
  public var centroid: Coordinate {
    guard let box = Extent(polygons) else { return Coordinate(0, 0) }
    let rings = polygons.flatMap(\.rings)
    let area = rings.reduce(0) { $0 + $1.signedArea }
    guard area > 0 else { return box.center }
    let moment = rings.reduce(Coordinate(0, 0)) { $0 + $1.moment(about: box.center) }
    return box.center + moment / area
  }
}
