/// What the sizes of circles mean: a few of them, one inside the other.
public struct SizeLegend: Sendable, Hashable {
  /// One circle.
  public struct Size: Sendable, Hashable {
    /// Its radius in the units of the ground's plane.
    public var radius: Double
    /// What it stands for: `500,000`.
    public var text: String

    /// A circle and what it stands for.
    public init(radius: Double, text: String) {
      self.radius = radius
      self.text = text
    }
  }

  /// What is measured: `Population (people)`.
  public var title: String
  /// The circles, the largest first.
  public var sizes: [Size]
  /// What they are filled with.
  public var fill: Fill

  /// A legend of sizes.
  public init(title: String, sizes: [Size], fill: Fill) {
    self.title = title
    self.sizes = sizes
    self.fill = fill
  }
}

extension SizeLegend {
  /// Height of the drawing where a unit of the plane is `scale` pixels.
  func height(scale: Double, size: Double) -> Double {
    max(2 * largest(scale), Double(sizes.count) * (size * 1.3)) + 8
  }

  private func largest(_ scale: Double) -> Double { (sizes.first?.radius ?? 0) * scale }

  /// Draws the circles on one ground line, and their values beside them at the end of a line.
  func write(
    to svg: inout MarkupWriter, x: Double, y: Double, scale: Double, size: Double, paint: Paint
  ) {
    let phrase = ([title] + sizes.map(\.text)).joined(separator: ", ")
    svg.open("g", [("role", "img"), ("aria-label", phrase.withoutBreakMarks)])
    svg.open("g", [("aria-hidden", "true")])
    let radius = largest(scale)
    let middle = x + radius + 1
    let bottom = y + height(scale: scale, size: size) - 4
    for entry in sizes {
      let own = entry.radius * scale
      svg.empty(
        "circle",
        [
          ("cx", middle.short), ("cy", (bottom - own).short), ("r", own.short),
          ("fill", paint(fill)), ("stroke", paint.theme.ink.hex), ("stroke-width", "0.7"),
        ])
    }
    // From the top down, each value at least a line below the one before, the last one above the
    // ground line.
    let line = size * 1.3
    var lowest = -Double.infinity
    for (place, entry) in sizes.enumerated() {
      let top = bottom - 2 * entry.radius * scale
      let below = Double(sizes.count - 1 - place) * line
      let level = min(max(top, lowest + line), bottom + 4 - line / 2 - below)
      lowest = level
      let end = middle + radius + 14
      svg.empty(
        "path",
        [
          (
            "d",
            "M\(middle.short) \(top.short)H\((middle + radius + 4).short)L\(end.short) \(level.short)"
          ),
          ("fill", "none"), ("stroke", paint.theme.ink.hex), ("stroke-width", "0.7"),
        ])
      TextBlock(entry.text, width: 1000, size: size).write(
        to: &svg, x: end + 3, y: level - (size * 1.3).rounded() / 2)
    }
    svg.close()
    svg.close()
  }
}
