/// Writes the `d` of an SVG path: relative, in tenths of a pixel, as short as it can be.
struct PathPen {
  private(set) var bytes: [UInt8] = []
  private(set) var position = SIMD2<Int>(0, 0)
  private var start = SIMD2<Int>(0, 0)
  /// Whether a number without a letter before it continues a line.
  private var isInLine = false
  /// Whether the number before has a point, so that the next one may begin with another.
  private var hasPoint = false

  /// Begins a new line at a point.
  mutating func move(to point: SIMD2<Int>) {
    bytes.append(UInt8(ascii: "m"))
    offset(to: point, isFirst: true)
    start = point
    isInLine = false
  }

  /// A straight line; nothing where the pen is there already.
  mutating func line(to point: SIMD2<Int>) {
    if point == position { return }
    if !isInLine { bytes.append(UInt8(ascii: "l")) }
    offset(to: point, isFirst: !isInLine)
    isInLine = true
  }

  /// A straight line back to where the line began.
  mutating func close() {
    bytes.append(UInt8(ascii: "z"))
    position = start
    isInLine = false
  }

  private mutating func offset(to point: SIMD2<Int>, isFirst: Bool) {
    let delta = point &- position
    append(tenths: delta.x, isSeparated: isFirst)
    append(tenths: delta.y, isSeparated: false)
    position = point
  }

  /// Shortest form: no space before a minus or a second point, no zero before the point.
  private mutating func append(tenths value: Int, isSeparated: Bool) {
    let magnitude = abs(value)
    let hasWhole = magnitude >= 10 || magnitude == 0
    if value < 0 {
      bytes.append(UInt8(ascii: "-"))
    } else if !isSeparated, hasWhole || !hasPoint {
      bytes.append(UInt8(ascii: " "))
    }
    if hasWhole { appendWhole(magnitude / 10) }
    hasPoint = magnitude % 10 != 0
    if hasPoint {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
    }
  }

  private mutating func appendWhole(_ value: Int) {
    if value >= 10 { appendWhole(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}
