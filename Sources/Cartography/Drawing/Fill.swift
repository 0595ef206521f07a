/// What an area is filled with.
public enum Fill: Sendable, Hashable {
  /// One colour.
  case color(Color)
  /// Shapes over one colour.
  case pattern(Pattern)

  /// The colour behind everything: the halo of a label takes it.
  public var background: Color {
    switch self {
    case .color(let color): color
    case .pattern(let pattern): pattern.background
    }
  }

  /// The colour of the shapes of a pattern; the one there is.
  var foreground: Color {
    switch self {
    case .color(let color): color
    case .pattern(let pattern): pattern.foreground
    }
  }
}

/// A fill that is told from others by its shapes, not by colour alone.
public struct Pattern: Sendable, Hashable {
  /// The shapes of a pattern, each a tile of eight by eight pixels.
  public enum Shapes: String, Sendable, Hashable, CaseIterable {
    /// Lines rising to the right.
    case rising
    /// Lines falling to the right.
    case falling
    /// Dots.
    case dots
    /// A lattice.
    case lattice
    /// Small rings.
    case rings
    /// Short level dashes.
    case dashes
    /// Waves.
    case waves
  }

  /// The shapes.
  public var shapes: Shapes
  /// The colour of the shapes.
  public var foreground: Color
  /// The colour between them.
  public var background: Color

  /// A pattern.
  public init(_ shapes: Shapes, _ foreground: Color, on background: Color) {
    self.shapes = shapes
    self.foreground = foreground
    self.background = background
  }

  /// Water: lakes drawn over areas.
  public static let water = Pattern(.waves, Color(0x3F76A5), on: Color(0xD6E6F2))
}

extension Pattern {
  /// Writes `<pattern>` under an id.
  func write(id: String, to svg: inout MarkupWriter) {
    let size = shapes == .waves ? ("12", "6") : ("8", "8")
    svg.open(
      "pattern",
      [
        ("id", id), ("patternUnits", "userSpaceOnUse"), ("width", size.0), ("height", size.1),
      ])
    svg.empty(
      "rect", [("width", size.0), ("height", size.1), ("fill", background.hex)])
    var attributes: [MarkupWriter.Attribute] = [("d", shapes.path)]
    attributes +=
      shapes.isFilled
      ? [("fill", foreground.hex)]
      : [("fill", "none"), ("stroke", foreground.hex), ("stroke-width", "1.2")]
    svg.empty("path", attributes)
    svg.close()
  }
}

extension Pattern.Shapes {
  fileprivate var isFilled: Bool { self == .dots }

  /// Shapes of one tile; lines run past its edges so that tiles join without gaps.
  fileprivate var path: String {
    switch self {
    case .rising: "M-2 2L2-2M-2 10L10-2M6 10L10 6"
    case .falling: "M-2 6L2 10M-2-2L10 10M6-2L10 2"
    case .dots: "M2.6 4a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0z"
    case .lattice: "M-2 2L2-2M-2 10L10-2M6 10L10 6M-2 6L2 10M-2-2L10 10M6-2L10 2"
    case .rings: "M2 4a2 2 0 1 0 4 0a2 2 0 1 0-4 0z"
    case .dashes: "M1 4H7"
    case .waves: "M0 3Q3 0 6 3T12 3"
    }
  }
}
