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
    let height = writeBody(to: &body, base, format, paint: paint)

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

  /// Draws everything inside the root and returns the height it took.
  private func writeBody(
    to svg: inout MarkupWriter, _ base: BaseMap, _ format: SheetFormat, paint: Paint
  ) -> Double {
    let x = format.margin
    var y = format.margin
    func set(_ text: String, size: Double, isBold: Bool = false, limit: Int = .max) -> TextBlock {
      TextBlock(text, width: format.mapWidth, size: size, isBold: isBold, limit: limit)
    }
    let title = TextBlock(
      balanced: headline, width: format.mapWidth, size: format.headline, limit: 5)
    title.write(to: &svg, x: x, y: y, attributes: [("aria-hidden", "true")])
    y += title.height + 2
    let measure = set(subtitle, size: format.subtitle)
    measure.write(to: &svg, x: x, y: y, color: Color(0x4A4A4A))
    y += measure.height + 10
    if let badge {
      let block = Badge(badge, width: format.mapWidth, size: format.text)
      block.write(to: &svg, x: x, y: y)
      y += block.height + 10
    }
    let key = LegendBlock(legend, width: format.mapWidth, size: format.text)
    key.write(to: &svg, x: x, y: y, paint: paint)
    y += key.height + 10
    let map = MapDrawing(self, on: base, format: format, paint: paint)
    // `<img src="….svg#<id>-map">` shows the map alone.
    svg.empty(
      "view",
      [
        ("id", "\(id)-map"),
        ("viewBox", "\(x.short) \(y.short) \(base.width.short) \(base.frameHeight.short)"),
      ])
    map.write(to: &svg, x: x, y: y)
    y += base.height + 8
    let names = LabelKey(map.labels, of: areas, width: format.mapWidth, size: format.label)
    names.write(to: &svg, x: x, y: y)
    y += names.height
    for note in notes {
      let line = set(note, size: format.text)
      line.write(to: &svg, x: x, y: y)
      y += line.height
    }
    y += notes.isEmpty ? 0 : 4
    for credit in credits {
      let line = set(credit, size: format.credits)
      line.write(to: &svg, x: x, y: y, color: Color(0x595959))
      y += line.height
    }
    return (y + format.margin / 2).rounded(.up)
  }
}
