extension MapDrawing {
  /// Names and numbers. Inside an area they stand in ink or white, whichever reads better on the
  /// fill, with a halo of the fill; beside the map in ink. They repeat what each area says
  /// already.
  func writeLabels(to svg: inout MarkupWriter) {
    guard !labels.isEmpty else { return }
    let hasCircles = !base.circles.isEmpty
    // A name that touches its circle needs no line.
    let leaders = labels.compactMap(\.leader).filter { leader in
      let offset = leader.end - leader.start
      return !hasCircles || (offset * offset).sum() > 36
    }
    for (color, width) in [("#ffffff", "2.6"), (Color.ink.hex, "0.8")] where !leaders.isEmpty {
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
    for leader in leaders where !hasCircles {
      svg.empty(
        "circle",
        [
          ("cx", leader.start.x.short), ("cy", leader.start.y.short), ("r", "2.2"),
          ("stroke", "#ffffff"),
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
    let ground = label.leader == nil ? sheet.areas[label.area].ground : .white
    let lineHeight = label.lines.map { TextBlock.lineHeight(of: $0, size: format.label) }.max() ?? 0
    let top = label.center.y - Double(label.lines.count) * lineHeight / 2
    svg.open("text", [("fill", ground.textColor.hex), ("stroke", ground.hex)])
    for (index, line) in label.lines.enumerated() {
      let baseline = top + (Double(index) + 0.5) * lineHeight + format.label * 0.36
      var attributes: [MarkupWriter.Attribute] = [
        ("x", label.center.x.short), ("y", baseline.short),
      ]
      if index >= label.lines.count - label.boldLines {
        attributes.append(("font-weight", "700"))
      }
      svg.element("tspan", attributes, text: line)
    }
    svg.close()
  }
}
