/// Where the parts of a sheet stand: one below the other, or the texts beside the map.
struct SheetLayout {
  private let sheet: MapSheet
  private let base: BaseMap
  private let format: SheetFormat
  private let paint: Paint
  private let maps: [MapDrawing]
  private let panels: PanelGrid

  init(_ sheet: MapSheet, on base: BaseMap, format: SheetFormat, paint: Paint) {
    self.sheet = sheet
    self.base = base
    self.format = format
    self.paint = paint
    maps = sheet.maps.map { MapDrawing($0, on: base, format: format, paint: paint) }
    panels = PanelGrid(
      sheet.panels.map(\.title),
      captions: sheet.panels.isEmpty
        ? [] : maps.map { format.height == nil ? $0.unplaced : "" },
      format: format, mapHeight: base.height)
  }

  /// Draws all parts and returns the height they take.
  func write(to svg: inout MarkupWriter) -> Double {
    if let height = format.height {
      writeBeside(height: height, to: &svg)
      return height
    }
    var y = writeHead(format, y: format.margin, to: &svg)
    y = writeMap(x: format.margin, y: y, to: &svg)
    y = writeFoot(format, y: y, hasNotes: true, to: &svg)
    return (y + format.margin / 2).rounded(.up)
  }

  /// The texts left of the map: smaller, and then without notes, where there is too much of them.
  private func writeBeside(height: Double, to svg: inout MarkupWriter) {
    let tries =
      [1, 0.9, 0.8].map { ($0, true) } + [1, 0.9, 0.8, 0.7, 0.6, 0.5].map { ($0, false) }
    var texts = svg.sibling
    for (scale, hasNotes) in tries {
      let format = format.withTexts(scaled: scale)
      texts = svg.sibling
      let end = writeHead(format, y: format.margin, to: &texts)
      var foot = svg.sibling
      let needed = writeFoot(format, y: 0, hasNotes: hasNotes, to: &foot)
      let start = max(end, height - format.margin - needed)
      _ = writeFoot(format, y: start, hasNotes: hasNotes, to: &texts)
      if start + needed <= height - format.margin + 1 { break }
    }
    svg.append(texts)
    let keyHeight = key.height
    let mapHeight = maps.count > 1 ? panels.height : base.height
    let top = max(format.margin, (height - mapHeight - keyHeight) / 2)
    _ = writeMap(x: 2 * format.margin + format.textWidth, y: top, to: &svg)
  }

  private func set(
    _ text: String, _ format: SheetFormat, size: Double
  ) -> TextBlock {
    TextBlock(text, width: format.textWidth, size: size)
  }

  /// Headline, subtitle, badge and legend; returns where they end.
  private func writeHead(_ format: SheetFormat, y: Double, to svg: inout MarkupWriter) -> Double {
    let x = format.margin
    var y = y
    let title = TextBlock(
      balanced: sheet.headline, width: format.textWidth, size: format.headline, limit: 6)
    title.write(to: &svg, x: x, y: y, attributes: [("aria-hidden", "true")])
    y += title.height + 2
    let measure = set(sheet.subtitle, format, size: format.subtitle)
    measure.write(to: &svg, x: x, y: y, color: paint.theme.quiet)
    y += measure.height + 10
    if let badge = sheet.badge {
      let block = Badge(badge, width: format.textWidth, size: format.text)
      block.write(to: &svg, x: x, y: y)
      y += block.height + 10
    }
    let legend = LegendBlock(
      sheet.legend, width: format.textWidth, size: format.text, scale: base.scale)
    legend.write(to: &svg, x: x, y: y, paint: paint)
    return y + legend.height + 10
  }

  /// Panels have no numbers, and no key to them.
  private var key: LabelKey {
    LabelKey(
      maps.count > 1 ? [] : maps[0].labels, of: sheet.areas, width: format.mapWidth,
      size: format.label,
      maximumHeight: format.height.map { $0 - 2 * format.margin - base.height - 8 })
  }

  /// The map and the key to its numbers; returns where they end.
  private func writeMap(x: Double, y: Double, to svg: inout MarkupWriter) -> Double {
    // `<img src="….svg#<id>-map">` shows the map alone.
    let (width, height) =
      maps.count > 1 ? (format.mapWidth, panels.height) : (base.width, base.frameHeight)
    svg.empty(
      "view",
      [
        ("id", "\(sheet.id)-map"),
        ("viewBox", "\(x.short) \(y.short) \(width.short) \(height.short)"),
      ])
    if maps.count > 1 {
      panels.write(maps, to: &svg, x: x, y: y)
    } else {
      maps[0].write(to: &svg, x: x, y: y)
    }
    let end = y + (maps.count > 1 ? panels.height : base.height) + 8
    key.write(to: &svg, x: x, y: end)
    return end + key.height
  }

  /// Notes and credits; returns where they end.
  private func writeFoot(
    _ format: SheetFormat, y: Double, hasNotes: Bool, to svg: inout MarkupWriter
  ) -> Double {
    var y = y
    let notes = hasNotes ? sheet.notes : []
    for note in notes {
      let line = set(note, format, size: format.text)
      line.write(to: &svg, x: format.margin, y: y)
      y += line.height
    }
    y += notes.isEmpty ? 0 : 4
    for credit in sheet.credits {
      let line = set(credit, format, size: format.credits)
      line.write(to: &svg, x: format.margin, y: y, color: paint.theme.faint)
      y += line.height
    }
    return y
  }
}
