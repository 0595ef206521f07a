import Geography

/// The lines between areas as the `d` of an SVG path, each line once though two areas share it.
///
/// Neighbours share vertices, so a line met again in the opposite direction is the same line
/// after rounding to tenths of a pixel.
struct LinePath {
  private(set) var bytes: [UInt8] = []
  private var seen: Set<SIMD4<Int32>> = []
  private var pen = PathPen()

  /// The lines around some rings.
  init(_ rings: some Sequence<Ring>, transform: PixelTransform) {
    for ring in rings { add(ring, transform) }
    bytes = pen.bytes
    seen = []
  }

  private mutating func add(_ ring: Ring, _ transform: PixelTransform) {
    guard let first = ring.coordinates.first else { return }
    var previous = transform.tenths(first)
    var isDrawing = false
    for coordinate in ring.coordinates.dropFirst() {
      let point = transform.tenths(coordinate)
      if point == previous { continue }
      if seen.insert(LinePath.key(previous, point)).inserted {
        if !isDrawing, pen.bytes.isEmpty || pen.position != previous { pen.move(to: previous) }
        pen.line(to: point)
        isDrawing = true
      } else {
        isDrawing = false
      }
      previous = point
    }
  }

  /// The same for both directions of a line.
  private static func key(_ start: SIMD2<Int>, _ end: SIMD2<Int>) -> SIMD4<Int32> {
    let isForward = (start.x, start.y) < (end.x, end.y)
    let (low, high) = isForward ? (start, end) : (end, start)
    return SIMD4(
      Int32(truncatingIfNeeded: low.x), Int32(truncatingIfNeeded: low.y),
      Int32(truncatingIfNeeded: high.x), Int32(truncatingIfNeeded: high.y))
  }
}
