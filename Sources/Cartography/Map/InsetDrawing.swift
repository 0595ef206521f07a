extension MapDrawing {
  /// A frame around each part of the map that is enlarged, and a line to its inset.
  func writeWindows(to svg: inout MarkupWriter) {
    for (number, inset) in zip(1..., base.insets) {
      let window = inset.window
      var path =
        "M\(window.x.short) \(window.y.short)H\(window.maxX.short)V\(window.maxY.short)"
        + "H\(window.x.short)z"
      if let leader = inset.leader {
        path += "M\(leader.start.x.short) \(leader.start.y.short)"
        path += "L\(leader.end.x.short) \(leader.end.y.short)"
      }
      for (color, width) in [(theme.paper.hex, "2.6"), (theme.ink.hex, "1")] {
        svg.empty(
          "path", [("d", path), ("fill", "none"), ("stroke", color), ("stroke-width", width)])
      }
      if !inset.isOnMap {
        let tag = Inset.tag(of: window)
        writeTag(String(number), x: tag.x, y: tag.y, isBold: true, to: &svg)
      }
    }
  }

  /// The inset: its part of the map larger, then the name of its area and the value.
  func write(_ inset: Inset, number: Int, to svg: inout MarkupWriter) {
    let area = sheet.areas[inset.area]
    svg.open("g", [("transform", "translate(\(inset.box.x.short) \(inset.box.y.short))")])
    svg.empty(
      "rect",
      [
        ("width", inset.box.width.short), ("height", inset.box.height.short),
        ("fill", theme.paper.hex),
      ])
    writeSurroundings(inset.surroundingsPath, width: inset.side, height: inset.side, to: &svg)
    svg.open("g", [("fill-rule", "evenodd")])
    for (index, data) in inset.paths {
      let copy = sheet.areas[index]
      svg.path([("data-inset", copy.code), ("fill", paint(copy.fill))], data: data)
    }
    svg.close()
    writeLines(inset.linePath, name: "lines-\(number)", to: &svg)
    writeWater(inset.waterPath, to: &svg)
    if let own = inset.paths.first(where: { $0.area == inset.area }) {
      if area.isOutlined {
        writeOutline(own.data, to: &svg)
      } else {
        for (color, width) in [(theme.paper.hex, "3.4"), (theme.ink.hex, "1.8")] {
          svg.path(
            [("fill", "none"), ("stroke", color), ("stroke-width", width)], data: own.data)
        }
      }
    }
    svg.empty(
      "rect",
      [
        ("width", inset.side.short), ("height", inset.side.short), ("fill", "none"),
        ("stroke", theme.ink.hex),
      ])
    writeCaption(
      of: inset, inset.isOnMap ? area.name : "\(number)\u{A0}\(area.name)", area.value, to: &svg)
    svg.close()
  }

  /// Name and value, below the picture or beside it; how much larger it is stands in its corner.
  private func writeCaption(
    of inset: Inset, _ name: String, _ value: String?, to svg: inout MarkupWriter
  ) {
    writeTag("×\(inset.magnification.short)", x: 4, y: 1, to: &svg)
    let box = inset.caption
    let isBeside = box.x > 0
    let blocks = [(name, false), (value ?? "", true)].map { text, isBold in
      TextBlock(
        text, width: box.width, size: format.label, isBold: isBold, limit: isBeside ? 2 : 1)
    }
    var y = isBeside ? box.center.y - blocks.reduce(0) { $0 + $1.height } / 2 : box.y + 2
    for block in blocks {
      block.write(
        to: &svg, x: isBeside ? box.x : box.center.x, y: y,
        attributes: isBeside ? [] : [("text-anchor", "middle")])
      y += block.height
    }
  }

  /// A short text that stands out from whatever is below it.
  private func writeTag(
    _ text: String, x: Double, y: Double, isBold: Bool = false, to svg: inout MarkupWriter
  ) {
    TextBlock(text, width: 1000, size: format.credits, isBold: isBold).write(
      to: &svg, x: x, y: y,
      attributes: [
        ("stroke", theme.paper.hex), ("stroke-width", "3"), ("stroke-linejoin", "round"),
        ("paint-order", "stroke"),
      ])
  }

  /// The scale bar: a line as long as its distance, which stands over it.
  func write(_ bar: ScaleBar, to svg: inout MarkupWriter) {
    let text = TextBlock(
      bar.text(
        kilometres: sheet.distanceUnits.kilometres, metres: sheet.distanceUnits.metres),
      width: 1000, size: format.credits)
    let right = bar.box.maxX - 8
    let y = bar.box.maxY - 12
    let path = "M\((right - bar.length).short) \((y - 3).short)v6m0-3h\(bar.length.short)m0-3v6"
    for (color, width) in [(theme.paper.hex, "3.5"), (theme.ink.hex, "1.4")] {
      svg.empty(
        "path", [("d", path), ("fill", "none"), ("stroke", color), ("stroke-width", width)])
    }
    text.write(
      to: &svg, x: right - bar.length - 4, y: y - text.lineHeight / 2,
      attributes: [("text-anchor", "end")])
  }
}
