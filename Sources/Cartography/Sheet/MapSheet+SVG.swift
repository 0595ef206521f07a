extension MapSheet {
  /// The sheet as one SVG document that needs nothing beside itself.
  ///
  /// Presentation attributes only: no script, no style sheet, no font, no reference outside.
  /// The root is a `graphics-document` named by its `title` and `desc`; each area is one
  /// element with `data-area`, a role that may carry a name, and its value as that name.
  /// - Parameter base: a base map of `format.mapWidth` with as many areas as the sheet.
  public func svg(on base: BaseMap, format: SheetFormat) -> [UInt8] {
    let paint = Paint(of: self, on: base)
    var body = MarkupWriter()
    let layout = SheetLayout(self, on: base, format: format, paint: paint)
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
        ("font-family", TextBlock.fonts), ("fill", Color.ink.hex),
      ])
    svg.raw("\n")
    svg.element("title", [("id", "\(id)-title")], text: headline.withoutBreakMarks)
    svg.element("desc", [("id", "\(id)-desc")], text: description.withoutBreakMarks)
    paint.writeDefinitions(to: &svg)
    svg.empty("rect", [("width", "100%"), ("height", "100%"), ("fill", "#ffffff")])
    svg.append(body)
    svg.close()
    return svg.bytes
  }

}
