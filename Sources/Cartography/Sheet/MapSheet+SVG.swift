public import TextShaping

extension MapSheet {
  /// The sheet as one SVG document that needs nothing beside itself.
  ///
  /// Presentation attributes only: no script, no style sheet, no font, no reference outside.
  /// The root is a `graphics-document` named by its `title` and `desc`; each area is one
  /// element with `data-area`, a role that may carry a name, and its value as that name.
  /// - Parameters:
  ///   - base: a base map of `format.mapWidth` with as many areas as the sheet.
  ///   - typesetter: draws the letters as outlines; nil for text in fonts of the reader.
  public func svg(
    on base: BaseMap, format: SheetFormat, typesetter: Typesetter? = nil
  ) -> [UInt8] {
    let sheet = format.theme.applied(to: self)
    let paint = Paint(of: sheet, on: base, theme: format.theme)
    var body = MarkupWriter(lettering: typesetter.map { Lettering($0, prefix: id) })
    let layout = SheetLayout(sheet, on: base, format: format, paint: paint)
    let height = layout.write(to: &body)

    var svg = MarkupWriter()
    svg.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", "0 0 \(format.width.short) \(height.short)"),
        ("width", format.width.short), ("height", height.short),
        ("role", "graphics-document document"),
        ("aria-labelledby", "\(id)-title \(id)-desc"),
        ("lang", language), ("xml:lang", language),
        ("font-family", TextBlock.fonts), ("fill", format.theme.ink.hex),
      ])
    svg.raw("\n")
    svg.element("title", [("id", "\(id)-title")], text: headline.withoutBreakMarks)
    svg.element("desc", [("id", "\(id)-desc")], text: description.withoutBreakMarks)
    paint.writeDefinitions(to: &svg)
    body.writeGlyphs(to: &svg)
    svg.empty("rect", [("width", "100%"), ("height", "100%"), ("fill", format.theme.paper.hex)])
    svg.append(body)
    svg.close()
    return svg.bytes
  }
}
