extension MapDrawing {
  /// The circles over the areas, the largest first. A dark line in a pale one keeps those apart
  /// that overlap. Each says the same as its area, which a screen reader has met already.
  func writeCircles(to svg: inout MarkupWriter) {
    guard !base.circles.isEmpty else { return }
    svg.open("g", [("stroke-linejoin", "round")])
    for area in base.circles.largestFirst {
      guard let circle = base.circles[area], let fill = sheet.areas[area].symbol else { continue }
      let position: [MarkupWriter.Attribute] = [
        ("cx", circle.center.x.short), ("cy", circle.center.y.short),
      ]
      svg.empty(
        "circle", position + [("r", (circle.radius + 0.9).short), ("fill", theme.paper.hex)])
      svg.open(
        "circle",
        [("data-symbol", sheet.areas[area].code)] + position + [
          ("r", circle.radius.short), ("fill", paint(fill)), ("stroke", theme.ink.hex),
          ("stroke-width", theme.outline(isHeavy: false).width.short),
        ])
      if isDetailed {
        svg.element("title", text: sheet.areas[area].description.withoutBreakMarks)
      }
      svg.close()
    }
    svg.close()
  }
}
