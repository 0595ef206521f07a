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

  /// The box with so much more on each side.
  func grown(by reach: Double) -> PixelBox {
    PixelBox(x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach)
  }

  /// Whether a straight line runs through the box.
  func meets(_ start: Coordinate, _ end: Coordinate) -> Bool {
    let steps = max(1, ((end - start) * (end - start)).sum().squareRoot()).rounded(.up)
    return stride(from: 0, through: steps, by: 1).contains { step in
      let point = start + (end - start) * (step / steps)
      return point == nearest(to: point)
    }
  }

  /// The point of the box nearest to another.
  func nearest(to point: Coordinate) -> Coordinate {
    Coordinate(min(max(point.x, x), maxX), min(max(point.y, y), maxY))
  }
}
