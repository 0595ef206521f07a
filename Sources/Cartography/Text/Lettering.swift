import TextShaping

/// Letters drawn as outlines, each shape once in a drawing.
struct Lettering {
  private let typesetter: Typesetter
  /// Prefix of the ids of the shapes.
  private let prefix: String
  /// The shapes in use, in the order they were met, and how each is drawn.
  private var outlines: [(id: ShapedLine.GlyphID, data: [UInt8])] = []
  private var known: Set<ShapedLine.GlyphID> = []

  init(_ typesetter: Typesetter, prefix: String) {
    self.typesetter = typesetter
    self.prefix = prefix
  }

  /// A line of text in shapes of this drawing.
  fileprivate mutating func line(_ text: String, isBold: Bool) -> ShapedLine {
    var line = typesetter.line(text, isBold: isBold)
    for glyph in line.glyphs where known.insert(glyph.id).inserted {
      outlines.append((glyph.id, typesetter.outline(glyph.id)))
    }
    let empty = Set(outlines.lazy.filter(\.data.isEmpty).map(\.id))
    line.glyphs.removeAll { empty.contains($0.id) }
    return line
  }

  fileprivate func name(_ id: ShapedLine.GlyphID) -> String { "\(prefix)-\(id.face)g\(id.glyph)" }

  fileprivate func write(to svg: inout MarkupWriter) {
    svg.open("defs")
    for (id, data) in outlines { svg.path([("id", name(id))], data: data) }
    svg.close()
  }
}

/// A line around letters that keeps them apart from what is below.
struct Halo {
  var color: String
  /// Width in pixels, half of it outside the letters.
  var width: Double
}

extension MarkupWriter {
  /// Writes the shapes of all letters that were drawn.
  func writeGlyphs(to svg: inout MarkupWriter) { lettering?.write(to: &svg) }

  /// Draws a line of text as outlines.
  ///
  /// - Parameters:
  ///   - anchor: what stands at `x`: `start`, `middle` or `end` of the line.
  ///   - fill: the colour of the letters; nil for that of what is around.
  mutating func outlines(
    _ text: String, x: Double, baseline: Double, size: Double, isBold: Bool, anchor: String,
    fill: String?, halo: Halo? = nil
  ) {
    guard let line = lettering?.line(text, isBold: isBold) else { return }
    let length = Double(line.width) / 1000 * size
    let left = x - length * (anchor == "middle" ? 0.5 : anchor == "end" ? 1 : 0)
    let scale = (size * 1000).rounded() / 1_000_000
    open("g", [("transform", "translate(\(left.short) \(baseline.short)) scale(\(scale))")])
    if let halo {
      let width = (halo.width / scale).short
      use(
        line,
        [
          ("fill", "none"), ("stroke", halo.color), ("stroke-width", width),
          ("stroke-linejoin", "round"),
        ])
    }
    use(line, fill.map { [("fill", $0)] } ?? [])
    close()
  }

  private mutating func use(_ line: ShapedLine, _ attributes: [Attribute]) {
    open("g", attributes)
    for glyph in line.glyphs {
      var place: [Attribute] = [("href", "#\(lettering?.name(glyph.id) ?? "")")]
      if glyph.x != 0 { place.append(("x", String(glyph.x))) }
      if glyph.y != 0 { place.append(("y", String(glyph.y))) }
      empty("use", place)
    }
    close()
  }
}

extension TextBlock {
  /// Draws the lines as outlines; the text itself is their name for a screen reader.
  func writeOutlines(
    to svg: inout MarkupWriter, x: Double, baseline: Double, color: Color?,
    attributes: [MarkupWriter.Attribute]
  ) {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    svg.open(
      "g",
      value("aria-hidden") == nil
        ? [("role", "img"), ("aria-label", lines.joined(separator: " "))]
        : [("aria-hidden", "true")])
    let halo = value("stroke").map {
      Halo(color: $0, width: value("stroke-width").flatMap(Double.init) ?? 1)
    }
    for (index, line) in lines.enumerated() {
      svg.outlines(
        line, x: x, baseline: baseline + Double(index) * lineHeight, size: size, isBold: isBold,
        anchor: value("text-anchor") ?? "start", fill: color?.hex, halo: halo)
    }
    svg.close()
  }
}
