extension Contiguity {
  /// One metre: more than rounding to five decimals of a degree moves a line, less than
  /// any boundary that people agreed on is known by.
  public static let defaultTolerance = 1.0

  /// Finds which areas of a layer touch, and measures the boundary they share.
  ///
  /// Two boundaries are one where they run side by side no farther apart than the
  /// tolerance; the vertices need not agree. What they share is measured along the area
  /// that comes first, segment by segment, as geodesics on the WGS 84 ellipsoid. Areas that
  /// come within the tolerance but run together for no more than twice as far touch in
  /// points: their shared length is 0, unless they have whole segments in common.
  ///
  /// - Parameters:
  ///   - layer: the areas; they may lie across the antimeridian.
  ///   - tolerance: in metres, not negative. 0 asks for equal vertices.
  public init(of layer: AreaLayer, tolerance: Double = Contiguity.defaultTolerance) {
    precondition(tolerance >= 0, "a tolerance is not negative")
    var contacts = Contacts(areaCount: layer.count, tolerance: tolerance)
    let segments = BoundarySegments(layer, reach: contacts.reach)
    segments.forEachNearPair { contacts.compare($0, $1) }
    self.init(areaCount: layer.count, pairs: contacts.pairs(segments), tolerance: tolerance)
  }
}
