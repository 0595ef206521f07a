extension MapDrawing {
  /// Names and numbers. Inside an area they stand in ink or white, whichever reads better on the
  /// fill, with a halo of the fill; beside the map in ink. They repeat what each area says
  /// already.
  func writeLabels(to svg: inout MarkupWriter) {
    guard !labels.isEmpty else { return }
    let hasCircles = !base.circles.isEmpty
    // A name that touches its circle and no other needs no line.
    let leaders = labels.compactMap(\.leader).filter { leader in
      let offset = leader.end - leader.start
      return !hasCircles || leader.isTie || (offset * offset).sum() > 36
    }
    for (color, width) in [(theme.paper.hex, "2.6"), (theme.ink.hex, "0.8")] where !leaders.isEmpty
    {
      var path = ""
      for leader in leaders {
        path += "M\(leader.start.x.short) \(leader.start.y.short)"
        path += "L\(leader.end.x.short) \(leader.end.y.short)"
      }
      svg.empty(
        "path",
        [
          ("d", path), ("fill", "none"), ("stroke", color), ("stroke-width", width),
          ("stroke-linecap", "round"),
        ])
    }
    for leader in leaders where !hasCircles || leader.isTie {
      svg.empty(
        "circle",
        [
          ("cx", leader.start.x.short), ("cy", leader.start.y.short), ("r", "2.2"),
          ("stroke", theme.paper.hex),
        ])
    }
    svg.open(
      "g",
      [
        ("text-anchor", "middle"), ("font-size", format.label.short), ("stroke-width", "4"),
        ("stroke-linejoin", "round"), ("paint-order", "stroke"), ("pointer-events", "none"),
      ])
    for label in labels { write(label, to: &svg) }
    svg.close()
  }

  private func write(_ label: PlacedLabel, to svg: inout MarkupWriter) {
    let ground = label.leader == nil ? sheet.areas[label.area].ground : theme.paper
    let lineHeight = label.lines.map { TextBlock.lineHeight(of: $0, size: format.label) }.max() ?? 0
    let top = label.center.y - Double(label.lines.count) * lineHeight / 2
    if svg.lettering != nil {
      for (index, line) in label.lines.enumerated() {
        svg.outlines(
          line, x: label.center.x, baseline: baseline(index, top, lineHeight), size: format.label,
          isBold: index >= label.lines.count - label.boldLines, anchor: "middle",
          fill: ground.textColor.hex, halo: Halo(color: ground.hex, width: 4))
      }
      return
    }
    svg.open("text", [("fill", ground.textColor.hex), ("stroke", ground.hex)])
    for (index, line) in label.lines.enumerated() {
      var attributes: [MarkupWriter.Attribute] = [
        ("x", label.center.x.short), ("y", baseline(index, top, lineHeight).short),
      ]
      if index >= label.lines.count - label.boldLines {
        attributes.append(("font-weight", "700"))
      }
      svg.element("tspan", attributes, text: line)
    }
    svg.close()
  }

  private func baseline(_ line: Int, _ top: Double, _ lineHeight: Double) -> Double {
    top + (Double(line) + 0.5) * lineHeight + format.label * 0.36
  }
}
