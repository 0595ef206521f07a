import Geography

/// Which areas are too small to see, and how they are enlarged.
public struct InsetRule: Sendable, Hashable {
  /// Areas smaller than this are enlarged, in square pixels.
  public var smallest: Double
  /// How many at most, the smallest first.
  public var limit: Int
  /// Side of an inset in pixels.
  public var side: Double

  /// A rule.
  public init(smallest: Double, limit: Int, side: Double) {
    self.smallest = smallest
    self.limit = limit
    self.side = side
  }

  /// An area to enlarge.
  struct Spot {
    var area: Int
    var side: Double
    var magnification: Double
    /// The part of the map around it, in pixels.
    var window: PixelBox
    /// The same on the plane.
    var frame: Extent
    /// From the plane to pixels from the corner of the inset.
    var transform: PixelTransform
  }

  /// The areas to enlarge, the smallest first; none where there are too many to single out.
  func spots(of ground: Ground, transform: PixelTransform) -> [Spot] {
    guard ground.areas.count <= BaseMap.mostLabelledAreas else { return [] }
    let sizes = ground.areas.map { polygons in
      polygons.lazy.flatMap(\.rings).reduce(0) { $0 + $1.signedArea }
        * transform.scale * transform.scale
    }
    return sizes.indices.filter { sizes[$0] < smallest }.sorted { sizes[$0] < sizes[$1] }
      .prefix(limit).compactMap { spot($0, ground.areas[$0], transform) }
  }

  private func spot(_ area: Int, _ polygons: [Polygon], _ map: PixelTransform) -> Spot? {
    guard let extent = Extent(polygons) else { return nil }
    let widest = max(extent.size.x, extent.size.y, 1e-9)
    // The area fills most of the picture; magnifications are round numbers.
    let magnification = (2 * side / (1.15 * widest * map.scale)).rounded(.down) / 2
    guard magnification >= 2 else { return nil }
    let reach = Coordinate(repeating: side / (2 * magnification * map.scale))
    let frame = Extent(minimum: extent.center - reach, maximum: extent.center + reach)
    let corner = map.pixels(Coordinate(frame.minimum.x, frame.maximum.y))
    let scale = map.scale * magnification
    return Spot(
      area: area, side: side, magnification: magnification,
      window: PixelBox(
        x: corner.x, y: corner.y, width: side / magnification, height: side / magnification),
      frame: frame,
      transform: PixelTransform(
        scale: scale, offset: Coordinate(-frame.minimum.x * scale, frame.maximum.y * scale)))
  }
}
