import Geography

/// A box of the drawing, in pixels, y downward.
struct PixelBox: Sendable, Hashable {
  /// Left edge.
  var x: Double
  /// Upper edge.
  var y: Double
  var width: Double
  var height: Double

  /// Its middle.
  var center: Coordinate { Coordinate(x + width / 2, y + height / 2) }
  /// Right edge.
  var maxX: Double { x + width }
  /// Lower edge.
  var maxY: Double { y + height }

  /// The point of the box nearest to another.
  func nearest(to point: Coordinate) -> Coordinate {
    Coordinate(min(max(point.x, x), maxX), min(max(point.y, y), maxY))
  }
}
