import Geography

/// A round distance and how long it is on the map.
struct ScaleBar: Sendable {
  /// The distance in metres: 1, 2 or 5 times a power of ten.
  let metres: Double
  /// Its length in pixels.
  let length: Double
  /// Where it stands, its text included.
  let box: PixelBox

  /// A bar of up to a fifth of the frame's width in the lower right corner that has room, or
  /// below the frame. Nil where a pixel is less than a metre.
  init?(metresPerPixel: Double, width: Double, frameHeight: Double, cells: inout CellGrid) {
    let longest = metresPerPixel * width / 5
    guard metresPerPixel >= 1, longest.isFinite else { return nil }
    var power = 1.0
    while power * 10 <= longest { power *= 10 }
    metres = power * ([5, 2].first { $0 * power <= longest } ?? 1)
    length = metres / metresPerPixel
    let (boxWidth, height) = (length + 56, 24.0)
    let corner = Coordinate(width, frameHeight)
    if let room = cells.freeBox(width: boxWidth, height: height, nearest: corner) {
      cells.take(room)
      box = room.pixels
    } else {
      box = PixelBox(x: width - boxWidth, y: frameHeight + 2, width: boxWidth, height: height)
    }
  }

  /// The distance as people write it.
  func text(kilometres: String, metres unit: String) -> String {
    metres >= 1000
      ? "\(Int(metres / 1000))\u{A0}\(kilometres)" : "\(Int(metres))\u{A0}\(unit)"
  }
}
