/// Draws the map itself: surroundings, areas, water, outlines and names.
struct MapDrawing {
  let sheet: MapSheet
  let base: BaseMap
  let format: SheetFormat

  private static let land = Color(0xEDEAE4)
  private static let sea = Color(0xF3F7FA)

  /// The line around an area, or the heavy one that marks it.
  static func outline(isHeavy: Bool) -> (color: Color, width: Double) {
    isHeavy ? (Color(0x000000), 2.6) : (Color(0x4A4A4A), 0.7)
  }

  /// Draws with the frame's top left corner at (`x`, `y`).
  func write(to svg: inout MarkupWriter, x: Double, y: Double, paint: (Fill) -> String) {
    svg.open("g", [("transform", "translate(\(x.short) \(y.short))")])
    if !base.surroundingsPath.isEmpty {
      svg.empty(
        "rect",
        [
          ("width", base.width.short), ("height", base.height.short),
          ("fill", MapDrawing.sea.hex),
        ])
      svg.openPath(
        [("fill", MapDrawing.land.hex), ("stroke", "#ffffff"), ("stroke-width", "1")],
        data: base.surroundingsPath)
      svg.close()
    }
    writeAreas(to: &svg, paint: paint)
    if !base.waterPath.isEmpty {
      svg.openPath(
        [
          ("fill", paint(.pattern(.water))), ("stroke", Pattern.water.foreground.hex),
          ("stroke-width", "0.8"), ("fill-rule", "evenodd"), ("aria-hidden", "true"),
        ], data: base.waterPath)
      svg.close()
    }
    writeOutlines(to: &svg)
    writeLabels(to: &svg)
    svg.close()
  }

  private func writeAreas(to svg: inout MarkupWriter, paint: (Fill) -> String) {
    let line = MapDrawing.outline(isHeavy: false)
    svg.open(
      "g",
      [
        ("role", "group"), ("aria-label", sheet.areasLabel), ("stroke", line.color.hex),
        ("stroke-width", line.width.short), ("stroke-linejoin", "round"),
        ("stroke-linecap", "round"), ("fill-rule", "evenodd"),
      ])
    for (area, path) in zip(sheet.areas, base.areaPaths) {
      svg.openPath(
        [
          ("data-area", area.code), ("role", "img"), ("aria-label", area.description),
          ("fill", paint(area.fill)),
        ], data: path)
      svg.element("title", text: area.description)
      svg.close()
    }
    svg.close()
  }

  /// Heavy outlines lie above all fills, so that no neighbour covers half of one.
  private func writeOutlines(to svg: inout MarkupWriter) {
    let outlined = zip(sheet.areas, base.areaPaths).filter(\.0.isOutlined)
    guard !outlined.isEmpty else { return }
    let line = MapDrawing.outline(isHeavy: true)
    svg.open(
      "g",
      [
        ("aria-hidden", "true"), ("fill", "none"), ("stroke", line.color.hex),
        ("stroke-width", line.width.short), ("stroke-linejoin", "round"),
      ])
    for (_, path) in outlined {
      svg.openPath([], data: path)
      svg.close()
    }
    svg.close()
  }

  /// Names stand in ink or white, whichever reads better on the fill, with a halo of the fill.
  /// They repeat what each area says already, so a screen reader skips them.
  private func writeLabels(to svg: inout MarkupWriter) {
    let lineHeight = labelLineHeight
    var placement = LabelPlacement(on: base.cells, size: format.label, lineHeight: lineHeight)
    let labels = placement.place(sheet.areas)
    guard !labels.isEmpty else { return }
    svg.open(
      "g",
      [
        ("aria-hidden", "true"), ("text-anchor", "middle"), ("font-size", format.label.short),
        ("stroke-width", "3"), ("stroke-linejoin", "round"), ("paint-order", "stroke"),
        ("pointer-events", "none"),
      ])
    for label in labels {
      let background = sheet.areas[label.area].fill.background
      let top = label.centerY - Double(label.lines.count) * lineHeight / 2
      svg.open("text", [("fill", background.textColor.hex), ("stroke", background.hex)])
      for (index, line) in label.lines.enumerated() {
        let baseline = top + (Double(index) + 0.5) * lineHeight + format.label * 0.36
        var attributes: [MarkupWriter.Attribute] = [
          ("x", label.centerX.short), ("y", baseline.short),
        ]
        if index >= label.lines.count - label.valueLines {
          attributes.append(("font-weight", "700"))
        }
        svg.element("tspan", attributes, text: line)
      }
      svg.close()
    }
    svg.close()
  }

  private var labelLineHeight: Double {
    sheet.areas.map { TextBlock.lineHeight(of: $0.name, size: format.label) }.max()
      ?? format.label
  }
}
