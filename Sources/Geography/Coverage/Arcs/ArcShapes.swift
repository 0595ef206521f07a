/// An arc as part of a ring: walked forward or backward.
struct ArcReference: Sendable, Hashable {
  /// The number of the arc, `~n` for arc `n` walked backward, as TopoJSON has it.
  let number: Int32

  /// Arc `arc`, walked forward or backward.
  init(_ arc: Int, isBackward: Bool = false) {
    number = isBackward ? ~Int32(arc) : Int32(arc)
  }

  var isBackward: Bool { number < 0 }
  /// Which arc.
  var arc: Int { Int(isBackward ? ~number : number) }
}

/// The rings of areas as arcs, in rows: areas are stretches of polygons, polygons of rings
/// and rings of arcs.
struct ArcShapes: Sendable, Hashable {
  /// The arcs of all rings.
  var references: [ArcReference] = []
  /// Where each ring begins among the references, and where the last ends.
  var ringStarts: [Int] = [0]
  /// Where each polygon begins among the rings, exterior first, and where the last ends.
  var polygonStarts: [Int] = [0]
  /// Where each area begins among the polygons, and where the last ends.
  var areaStarts: [Int] = [0]

  var ringCount: Int { ringStarts.count - 1 }

  func arcs(ofRing ring: Int) -> ArraySlice<ArcReference> {
    references[ringStarts[ring]..<ringStarts[ring + 1]]
  }

  func rings(ofPolygon polygon: Int) -> Range<Int> {
    polygonStarts[polygon]..<polygonStarts[polygon + 1]
  }

  func polygons(ofArea area: Int) -> Range<Int> { areaStarts[area]..<areaStarts[area + 1] }

  /// All rings of an area.
  func rings(ofArea area: Int) -> Range<Int> {
    polygonStarts[areaStarts[area]]..<polygonStarts[areaStarts[area + 1]]
  }

  mutating func endRing() { ringStarts.append(references.count) }
  mutating func endPolygon() { polygonStarts.append(ringCount) }
  mutating func endArea() { areaStarts.append(polygonStarts.count - 1) }
}
