/// Lines of text of one size, ready to be set.
struct TextBlock {
  /// The fonts, nearest first; a reader's browser takes the first one it has, letter by letter.
  /// Khmer OS goes first because HarfBuzz 6, which librsvg uses on Debian 12, tears the split
  /// vowels of Noto Sans Khmer apart.
  static let fonts = "Noto Sans, Khmer OS, Noto Sans Khmer, sans-serif"

  let lines: [String]
  let size: Double
  let isBold: Bool
  /// From one baseline to the next.
  let lineHeight: Double

  /// Text broken to fit `width`.
  init(_ text: String, width: Double, size: Double, isBold: Bool = false, limit: Int = .max) {
    lines = LineBreaker.lines(of: text, width: width, size: size, isBold: isBold, limit: limit)
    self.size = size
    self.isBold = isBold
    lineHeight = TextBlock.lineHeight(of: text, size: size)
  }

  /// Text in bold, in lines of about the same length: as few as fit `width`.
  init(balanced text: String, width: Double, size: Double, limit: Int) {
    let count = LineBreaker.lines(of: text, width: width, size: size, isBold: true).count
    var narrow = width
    while count > 1, narrow > width / 2,
      LineBreaker.lines(of: text, width: narrow - 4, size: size, isBold: true).count == count
    { narrow -= 4 }
    self.init(text, width: narrow, size: size, isBold: true, limit: limit)
  }

  /// Height of all lines.
  var height: Double { Double(lines.count) * lineHeight }

  /// Khmer stacks subscripts and vowels and needs more room than Latin letters.
  static func lineHeight(of text: some StringProtocol, size: Double) -> Double {
    let isKhmer = text.unicodeScalars.contains { (0x1780..<0x1800).contains($0.value) }
    return (size * (isKhmer ? 1.65 : 1.3)).rounded()
  }

  /// Sets the lines as one `<text>` with its top at `y`.
  func write(
    to svg: inout MarkupWriter, x: Double, y: Double, color: Color? = nil,
    attributes: [MarkupWriter.Attribute] = []
  ) {
    guard !lines.isEmpty else { return }
    let baseline = y + lineHeight / 2 + size * 0.36
    if svg.lettering != nil {
      writeOutlines(to: &svg, x: x, baseline: baseline, color: color, attributes: attributes)
      return
    }
    var all: [MarkupWriter.Attribute] = [
      ("x", x.short), ("y", baseline.short), ("font-size", size.short),
    ]
    if let color { all.append(("fill", color.hex)) }
    if isBold { all.append(("font-weight", "700")) }
    svg.open("text", all + attributes)
    if lines.count == 1 {
      svg.text(lines[0])
    } else {
      for (index, line) in lines.enumerated() {
        svg.element(
          "tspan", [("x", x.short), ("y", (baseline + Double(index) * lineHeight).short)],
          text: index + 1 < lines.count ? line + " " : line)
      }
    }
    svg.close()
  }
}
