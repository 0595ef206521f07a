extension [Polygon] {
  /// The polygons that some rings on a plane enclose, each ring walked with the inside on its left:
  /// those that run counter-clockwise are exteriors, the others holes in the smallest one around.
  /// Rings without area are left out.
  public init(enclosedBy rings: [Ring]) {
    let sized = rings.map { (ring: $0, size: $0.signedArea) }
    var polygons = sized.filter { $0.size > 0 }.map { Polygon(exterior: $0.ring) }
    let sizes = polygons.map(\.exterior.signedArea)
    for hole in sized where hole.size < 0 {
      // A corner may touch the exterior, the middle of an edge does not.
      let middle = (hole.ring.coordinates[0] + hole.ring.coordinates[1]) / 2
      let around = polygons.indices.filter {
        sizes[$0] > -hole.size && polygons[$0].exterior.encloses(middle)
      }
      if let smallest = around.min(by: { sizes[$0] < sizes[$1] }) {
        polygons[smallest].holes.append(hole.ring)
      }
    }
    self = polygons
  }
}

extension Ring {
  /// Whether a point lies inside, by the even-odd rule.
  func encloses(_ point: Coordinate) -> Bool {
    var isInside = false
    for (start, end) in zip(coordinates, coordinates.dropFirst())
    where (start.y > point.y) != (end.y > point.y) {
      let x = start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
      if point.x < x { isInside.toggle() }
    }
    return isInside
  }
}
