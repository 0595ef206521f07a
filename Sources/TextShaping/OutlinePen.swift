import CHarfBuzz

/// Writes the `d` of an SVG path as HarfBuzz tells the lines and curves of a glyph.
struct OutlinePen {
  private(set) var bytes: [UInt8] = []
  private var position = SIMD2<Int>(0, 0)
  /// Where the contour began, and where closing it leads back to.
  private var origin = SIMD2<Int>(0, 0)

  private mutating func write(_ letter: Character, _ points: [SIMD2<Float>]) {
    bytes += String(letter).utf8
    let start = position
    for (index, point) in points.enumerated() {
      let rounded = SIMD2(Int(point.x.rounded()), -Int(point.y.rounded()))
      let offset = rounded &- start
      if index > 0, offset.x >= 0 { bytes.append(UInt8(ascii: " ")) }
      bytes += String(offset.x).utf8
      if offset.y >= 0 { bytes.append(UInt8(ascii: " ")) }
      bytes += String(offset.y).utf8
      position = rounded
    }
    if letter == "m" { origin = position }
  }

  private mutating func close() {
    bytes.append(UInt8(ascii: "z"))
    position = origin
  }

  /// Runs `body` on the pen that HarfBuzz carries along.
  private static func with(
    _ data: UnsafeMutableRawPointer?, _ body: (inout OutlinePen) -> Void
  ) {
    guard let data else { return }
    body(&data.assumingMemoryBound(to: OutlinePen.self).pointee)
  }

  /// The functions that HarfBuzz calls with an `OutlinePen` as their data; to be destroyed.
  static func makeFunctions() -> OpaquePointer? {
    guard let functions = hb_draw_funcs_create() else { return nil }
    hb_draw_funcs_set_move_to_func(
      functions, { _, data, _, x, y, _ in OutlinePen.with(data) { $0.write("m", [[x, y]]) } },
      nil, nil)
    hb_draw_funcs_set_line_to_func(
      functions, { _, data, _, x, y, _ in OutlinePen.with(data) { $0.write("l", [[x, y]]) } },
      nil, nil)
    hb_draw_funcs_set_quadratic_to_func(
      functions,
      { _, data, _, cx, cy, x, y, _ in
        OutlinePen.with(data) { $0.write("q", [[cx, cy], [x, y]]) }
      }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, data, _, ax, ay, bx, by, x, y, _ in
        OutlinePen.with(data) { $0.write("c", [[ax, ay], [bx, by], [x, y]]) }
      }, nil, nil)
    hb_draw_funcs_set_close_path_func(
      functions, { _, data, _, _ in OutlinePen.with(data) { $0.close() } }, nil, nil)
    return functions
  }
}
