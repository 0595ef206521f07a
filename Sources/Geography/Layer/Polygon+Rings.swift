extension [Polygon] {
  /// The polygons that some rings on a plane enclose, each ring walked with the inside on its left:
  /// those that run counter-clockwise are exteriors, the others holes in the smallest one around.
  public init(enclosedBy rings: [Ring]) {
    let exteriors = rings.filter { $0.signedArea > 0 }
    var holes = [[Ring]](repeating: [], count: exteriors.count)
    for hole in rings where hole.signedArea <= 0 {
      guard let corner = hole.coordinates.first else { continue }
      let around = exteriors.indices.filter { exteriors[$0].holds(corner) }
      if let owner = around.min(by: { exteriors[$0].signedArea < exteriors[$1].signedArea }) {
        holes[owner].append(hole)
      }
    }
    self = zip(exteriors, holes).map { Polygon(exterior: $0, holes: $1) }
  }
}

extension Ring {
  /// Whether a point lies inside, by the even-odd rule.
  fileprivate func holds(_ point: Coordinate) -> Bool {
    var isInside = false
    for (start, end) in zip(coordinates, coordinates.dropFirst())
    where (start.y > point.y) != (end.y > point.y) {
      let x = start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
      if point.x < x { isInside.toggle() }
    }
    return isInside
  }
}
