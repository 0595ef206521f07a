import Geography

/// Draws the map itself: surroundings, areas, water, outlines, then names and insets.
struct MapDrawing {
  let sheet: MapSheet
  let base: BaseMap
  let format: SheetFormat
  let paint: Paint
  /// Where the names and numbers stand.
  let labels: [PlacedLabel]

  var theme: Theme { paint.theme }

  var isDetailed: Bool { sheet.areas.count <= BaseMap.mostDetailedAreas }

  init(_ sheet: MapSheet, on base: BaseMap, format: SheetFormat, paint: Paint) {
    self.sheet = sheet
    self.base = base
    self.format = format
    self.paint = paint
    let lineHeight = sheet.areas.lazy.prefix(BaseMap.mostLabelledAreas)
      .map { TextBlock.lineHeight(of: $0.name, size: format.label) }.max()
    var placement = LabelPlacement(
      sheet.areas, on: base.cells,
      style: LabelStyle(
        size: format.label, lineHeight: lineHeight ?? format.label,
        longestLeader: format.longestLeader))
    let placed = placement.place(
      captioned: Set(base.insets.map(\.area)),
      // Insets below the map have the first numbers.
      firstNumber: base.insets.count { !$0.isOnMap } + 1,
      isComplete: sheet.areas.count <= BaseMap.mostLabelledAreas, rule: sheet.labels)
    labels = placed.map { label in
      if base.circles.isEmpty { return label }
      let widths = label.lines.enumerated().map { number, line in
        TextMeasure.width(
          of: line, size: format.label, isBold: number >= label.lines.count - label.boldLines)
      }
      let height = Double(label.lines.count) * (lineHeight ?? format.label)
      return label.led(among: base.circles, size: Coordinate(widths.max() ?? 0, height))
    }
  }

  /// Names and values that found no room on the map, in one line.
  var unplaced: String {
    let whole = labels.filter { $0.boldLines > 0 || sheet.areas[$0.area].value == nil }
    let told = Set(whole.map(\.area))
    return sheet.areas.indices.filter { !sheet.areas[$0].name.isEmpty && !told.contains($0) }
      .map { [sheet.areas[$0].name, sheet.areas[$0].value].compactMap(\.self) }
      .map { $0.joined(separator: "\u{A0}") }.joined(separator: " · ")
  }

  /// Draws with the frame's top left corner at (`x`, `y`).
  func write(to svg: inout MarkupWriter, x: Double, y: Double) {
    svg.open("g", [("transform", "translate(\(x.short) \(y.short))")])
    writeSurroundings(base.surroundingsPath, width: base.width, height: base.frameHeight, to: &svg)
    writeAreas(to: &svg)
    svg.open("g", [("aria-hidden", "true")])
    writeLines(base.linePath, name: "lines", to: &svg)
    writeWater(base.waterPath, to: &svg)
    writeOutlines(to: &svg)
    writeCircles(to: &svg)
    writeWindows(to: &svg)
    writeLabels(to: &svg)
    for (number, inset) in zip(1..., base.insets) { write(inset, number: number, to: &svg) }
    if let bar = base.scaleBar { write(bar, to: &svg) }
    svg.close()
    svg.close()
  }

  /// Sea, with the land around on it; nothing where there is no land around.
  func writeSurroundings(
    _ path: [UInt8], width: Double, height: Double, to svg: inout MarkupWriter
  ) {
    guard !base.surroundingsPath.isEmpty else { return }
    svg.empty(
      "rect",
      [("width", width.short), ("height", height.short), ("fill", theme.sea.hex)])
    svg.path(
      [("fill", theme.land.hex), ("stroke", theme.paper.hex), ("stroke-width", "1")], data: path)
  }

  /// Water over the areas.
  func writeWater(_ path: [UInt8], to svg: inout MarkupWriter) {
    svg.path(
      [
        ("fill", paint(theme.water)), ("stroke", theme.water.foreground.hex),
        ("stroke-width", "0.8"), ("fill-rule", "evenodd"),
      ], data: path)
  }

  /// The areas, one element each.
  private func writeAreas(to svg: inout MarkupWriter) {
    var attributes: [MarkupWriter.Attribute] = [
      ("role", "group"), ("aria-label", sheet.areasLabel.withoutBreakMarks),
      ("fill-rule", "evenodd"),
    ]
    if !isDetailed {
      attributes += [
        ("stroke", theme.outline(isHeavy: false).color.hex), ("stroke-width", "0.2"),
      ]
    }
    svg.open("g", attributes)
    if isDetailed {
      for (area, path) in zip(sheet.areas, base.areaPaths) {
        svg.openPath(own(area, role: "img") + [("fill", paint(area.fill))], data: path)
        svg.element("title", text: area.description.withoutBreakMarks)
        svg.close()
      }
    } else {
      // Thousands of areas share a few fills, which keeps the file small.
      for (fill, areas) in areasByFill {
        svg.open("g", [("fill", paint(fill))])
        for area in areas {
          let (own, path) = (own(sheet.areas[area]), base.areaPaths[area])
          svg.path(own, data: path)
          // What is too small to be seen is still there for who listens.
          if path.isEmpty {
            svg.openPath(own, data: path)
            svg.close()
          }
        }
        svg.close()
      }
    }
    svg.close()
  }

  /// What every area says of itself. A shape with a name is a graphics symbol without being told
  /// (SVG Accessibility API Mappings 1.0), which saves thousands of areas their role.
  private func own(_ area: MapArea, role: String? = nil) -> [MarkupWriter.Attribute] {
    [("data-area", area.code)] + (role.map { [("role", $0)] } ?? [])
      + [("aria-label", area.description.withoutBreakMarks)]
  }

  /// The areas of each fill, fills in the order in which they are met first.
  private var areasByFill: [(fill: Fill, areas: [Int])] {
    var numbers: [Fill: Int] = [:]
    var groups: [(fill: Fill, areas: [Int])] = []
    for (index, area) in sheet.areas.enumerated() {
      let number = numbers[area.fill] ?? groups.count
      if number == groups.count {
        numbers[area.fill] = number
        groups.append((area.fill, []))
      }
      groups[number].areas.append(index)
    }
    return groups
  }

  /// A dark line on a pale one: whatever the fills, one of the two stands out by 3 to 1.
  /// `name` is the path's own on this sheet.
  func writeLines(_ path: [UInt8], name: String, to svg: inout MarkupWriter) {
    guard !path.isEmpty else { return }
    let line = theme.outline(isHeavy: false)
    let id = "\(sheet.id)-\(name)"
    svg.open("defs")
    svg.path([("id", id), ("fill", "none"), ("stroke-linejoin", "round")], data: path)
    svg.close()
    for (color, width) in [(theme.paper, 2), (line.color, line.width)] {
      svg.empty(
        "use",
        [("href", "#\(id)"), ("stroke", color.hex), ("stroke-width", width.short)])
    }
  }

  /// Heavy outlines lie above all fills, so that no neighbour covers half of one.
  private func writeOutlines(to svg: inout MarkupWriter) {
    for (area, path) in zip(sheet.areas, base.areaPaths) where area.isOutlined {
      writeOutline(path, to: &svg)
    }
  }

  /// The heavy outline of one area.
  func writeOutline(_ path: [UInt8], to svg: inout MarkupWriter) {
    let line = theme.outline(isHeavy: true)
    svg.path(
      [
        ("fill", "none"), ("stroke", line.color.hex), ("stroke-width", line.width.short),
        ("stroke-linejoin", "round"),
      ], data: path)
  }
}
