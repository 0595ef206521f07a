import Geography

/// Rings as the `d` of an SVG path: relative, in tenths of a pixel.
///
/// Neighbours share vertices, and each vertex is rounded on its own before differences are
/// taken: their outlines stay the same line after rounding, without drift.
struct PathData {
  private(set) var bytes: [UInt8] = []
  private var pen = SIMD2<Int>(0, 0)

  /// The path of some rings already in pixels, y downward; rounds, and drops what rounding
  /// makes equal. A ring that shrinks to a point stays as a dot.
  init(_ rings: some Sequence<Ring>, transform: PixelTransform) {
    for ring in rings {
      add(ring, transform)
    }
  }

  private mutating func add(_ ring: Ring, _ transform: PixelTransform) {
    guard let first = ring.coordinates.first else { return }
    let start = transform.tenths(first)
    command(UInt8(ascii: "m"), start)
    var isFirst = true
    // The last vertex repeats the first; `z` draws that edge.
    for coordinate in ring.coordinates.dropFirst().dropLast() {
      let point = transform.tenths(coordinate)
      if point == pen { continue }
      if isFirst {
        command(UInt8(ascii: "l"), point)
        isFirst = false
      } else {
        offset(to: point, isFirst: false)
      }
    }
    bytes.append(UInt8(ascii: "z"))
    // After `z` the pen is back at the start.
    pen = start
  }

  private mutating func command(_ letter: UInt8, _ point: SIMD2<Int>) {
    bytes.append(letter)
    offset(to: point, isFirst: true)
  }

  private mutating func offset(to point: SIMD2<Int>, isFirst: Bool) {
    let delta = point &- pen
    append(tenths: delta.x, isSeparated: isFirst)
    append(tenths: delta.y, isSeparated: false)
    pen = point
  }

  /// Shortest form: no space before a minus, no zero before the point.
  private mutating func append(tenths value: Int, isSeparated: Bool) {
    if value < 0 {
      bytes.append(UInt8(ascii: "-"))
    } else if !isSeparated {
      bytes.append(UInt8(ascii: " "))
    }
    let magnitude = abs(value)
    if magnitude >= 10 || magnitude == 0 { appendWhole(magnitude / 10) }
    if magnitude % 10 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
    }
  }

  private mutating func appendWhole(_ value: Int) {
    if value >= 10 { appendWhole(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}

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

  /// A position in whole tenths of a pixel.
  func tenths(_ coordinate: Coordinate) -> SIMD2<Int> {
    let point = (pixels(coordinate) * 10).rounded(.toNearestOrAwayFromZero)
    return SIMD2(Int(point.x), Int(point.y))
  }
}
