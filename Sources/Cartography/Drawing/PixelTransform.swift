import Geography

/// From metres, y northward, to pixels, y downward.
struct PixelTransform: Sendable {
  /// Pixels a metre.
  var scale: Double
  /// Where the origin of the metres falls, in pixels.
  var offset: Coordinate

  /// A position in pixels.
  func pixels(_ coordinate: Coordinate) -> Coordinate {
    Coordinate(offset.x + coordinate.x * scale, offset.y - coordinate.y * scale)
  }

  /// What a box of pixels covers on the plane.
  func plane(_ box: PixelBox) -> Extent {
    Extent(
      minimum: Coordinate((box.x - offset.x) / scale, (offset.y - box.maxY) / scale),
      maximum: Coordinate((box.maxX - offset.x) / scale, (offset.y - box.y) / scale))
  }

  /// A position in whole tenths of a pixel.
  func tenths(_ coordinate: Coordinate) -> SIMD2<Int> {
    let point = (pixels(coordinate) * 10).rounded(.toNearestOrAwayFromZero)
    return SIMD2(Int(point.x), Int(point.y))
  }
}
