/// A short warning on a dark ground, so that nobody overlooks it.
struct Badge {
  private let text: TextBlock
  private let width: Double

  private static let padding = (x: 8.0, y: 3.0)

  /// A badge of up to `width` pixels.
  init(_ text: String, width: Double, size: Double) {
    let room = width - 2 * Badge.padding.x
    self.text = TextBlock(text, width: room, size: size, isBold: true)
    let longest = self.text.lines.map { TextMeasure.width(of: $0, size: size, isBold: true) }.max()
    self.width = min(width, (longest ?? 0) + 2 * Badge.padding.x)
  }

  /// Height in pixels.
  var height: Double { text.height + 2 * Badge.padding.y }

  /// Draws it with its top left corner at (`x`, `y`).
  func write(to svg: inout MarkupWriter, x: Double, y: Double) {
    svg.empty(
      "rect",
      [
        ("x", x.short), ("y", y.short), ("width", width.short), ("height", height.short),
        ("rx", "3"), ("fill", "#7a3e00"),
      ])
    text.write(to: &svg, x: x + Badge.padding.x, y: y + Badge.padding.y, color: .white)
  }
}
