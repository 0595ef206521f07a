extension String {
  /// The text without zero-width spaces, which say where a line may break and which a screen
  /// reader may stumble over.
  public var withoutBreakMarks: String {
    let pieces = unicodeScalars.split(separator: "\u{200B}", omittingEmptySubsequences: false)
    return pieces.count == 1 ? self : pieces.map { Substring($0) }.joined()
  }
}

/// Breaks text into lines that fit a width.
public enum LineBreaker {
  /// The lines of `text`, none wider than `width` unless a single piece is.
  ///
  /// Lines break at spaces and at zero-width spaces (which do not survive); a run that is too
  /// long for a line of its own breaks between Khmer clusters, or between characters.
  /// - Parameter limit: most lines wanted; what is left over is cut off with `…`.
  public static func lines(
    of text: String, width: Double, size: Double, isBold: Bool = false, limit: Int = .max
  ) -> [String] {
    func measure(_ text: some StringProtocol) -> Int {
      TextMeasure.thousandths(of: text, isBold: isBold)
    }
    func fits(_ thousandths: Int) -> Bool {
      TextMeasure.width(ofThousandths: thousandths, size: size) <= width
    }
    let space = measure(" ")
    var lines: [String] = []
    var line = ""
    // Widths add up, so that no part of a line is measured twice.
    var lineWidth = 0
    for word in words(of: text) {
      let wordWidth = measure(word.text)
      let isSpaced = word.followsSpace && !line.isEmpty
      if fits(lineWidth + (isSpaced ? space : 0) + wordWidth) {
        if isSpaced { line += " " }
        line += word.text
        lineWidth += (isSpaced ? space : 0) + wordWidth
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, lineWidth) = ("", 0)
      for piece in fits(wordWidth) ? [String(word.text)] : KhmerCluster.pieces(of: word.text) {
        let pieceWidth = measure(piece)
        if !line.isEmpty, !fits(lineWidth + pieceWidth) {
          lines.append(line)
          (line, lineWidth) = ("", 0)
        }
        line += piece
        lineWidth += pieceWidth
      }
    }
    if !line.isEmpty { lines.append(line) }
    lines = closingIsolates(lines)
    guard lines.count > limit, limit > 0 else { return lines }
    return Array(lines.prefix(limit - 1))
      + [cut(lines[limit - 1] + "…", toFit: { fits(measure($0)) })]
  }

  /// A line within a text of another direction closes its isolate, and the next one opens it anew:
  /// each line is laid out by itself.
  private static func closingIsolates(_ lines: [String]) -> [String] {
    var isOpen = false
    return lines.map { line in
      let start = isOpen ? "\u{2068}" : ""
      for scalar in line.unicodeScalars where scalar == "\u{2068}" || scalar == "\u{2069}" {
        isOpen = scalar == "\u{2068}"
      }
      return start + line + (isOpen ? "\u{2069}" : "")
    }
  }

  /// Shortens a text that ends with `…`, cluster by cluster, until it fits.
  private static func cut(_ text: String, toFit fits: (String) -> Bool) -> String {
    var pieces = KhmerCluster.pieces(of: text.dropLast())
    while pieces.count > 1, !fits(pieces.joined() + "…") { pieces.removeLast() }
    return pieces.joined() + "…"
  }

  private static func words(of text: String) -> [(text: Substring, followsSpace: Bool)] {
    var words: [(text: Substring, followsSpace: Bool)] = []
    var start = text.startIndex
    var followsSpace = false
    func isBreakableSpace(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x21..<0x85, 0x1780..<0x1800, 0xA0, 0x202F: false
      default: scalar.properties.isWhitespace
      }
    }
    for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
      let isSpace = isBreakableSpace(scalar)
      guard isSpace || scalar == "\u{200B}" else { continue }
      if start < index {
        words.append((text[start..<index], followsSpace))
        followsSpace = isSpace
      } else {
        followsSpace = followsSpace || isSpace
      }
      start = text.unicodeScalars.index(after: index)
    }
    if start < text.endIndex { words.append((text[start...], followsSpace)) }
    return words
  }
}
