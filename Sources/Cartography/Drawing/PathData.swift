import Geography

/// Rings as the `d` of an SVG path.
///
/// Neighbours share vertices, and each vertex is rounded on its own before differences are
/// taken: their outlines stay the same line after rounding, without drift.
struct PathData {
  let bytes: [UInt8]

  /// The path of some rings; rounds to tenths of a pixel, and drops what rounding makes equal.
  /// A ring that shrinks to a point stays as a dot.
  init(_ rings: some Sequence<Ring>, transform: PixelTransform) {
    var pen = PathPen()
    for ring in rings {
      guard let first = ring.coordinates.first else { continue }
      pen.move(to: transform.tenths(first))
      // The last vertex repeats the first; closing draws that edge.
      for coordinate in ring.coordinates.dropFirst().dropLast() {
        pen.line(to: transform.tenths(coordinate))
      }
      pen.close()
    }
    bytes = pen.bytes
  }
}
