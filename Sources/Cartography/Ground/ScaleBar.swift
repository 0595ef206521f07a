import Geography

/// A round distance and how long it is on the map.
struct ScaleBar: Sendable {
  /// The distance in metres: 1, 2 or 5 times a power of ten.
  let metres: Double
  /// Its length in pixels.
  let length: Double
  /// Where it stands, its text included.
  private(set) var box: PixelBox

  /// A bar of up to a fifth of the frame's width, below the frame at its right end. Nil where a
  /// pixel is less than a metre.
  init?(metresPerPixel: Double, width: Double, frameHeight: Double) {
    let longest = metresPerPixel * width / 5
    guard metresPerPixel >= 1, longest.isFinite else { return nil }
    var power = 1.0
    while power * 10 <= longest { power *= 10 }
    metres = power * ([5, 2].first { $0 * power <= longest } ?? 1)
    length = metres / metresPerPixel
    let boxWidth = length + 56
    box = PixelBox(x: width - boxWidth, y: frameHeight + 2, width: boxWidth, height: 24)
  }

  /// The same in the free place of the frame that is nearest to its lower right corner; nil where
  /// there is none.
  func moved(into cells: CellGrid) -> ScaleBar? {
    let corner = Coordinate(box.maxX, box.y - 2)
    var bar = self
    guard let room = cells.freeBox(width: box.width, height: box.height, nearest: corner) else {
      return nil
    }
    bar.box = room.pixels
    return bar
  }

  /// The distance as people write it.
  func text(kilometres: String, metres unit: String) -> String {
    metres >= 1000
      ? "\(Int(metres / 1000))\u{A0}\(kilometres)" : "\(Int(metres))\u{A0}\(unit)"
  }
}
