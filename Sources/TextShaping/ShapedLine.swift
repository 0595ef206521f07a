/// A line of text as glyphs, from left to right. Lengths are thousandths of the font size, y
/// downward from the baseline.
public struct ShapedLine: Sendable, Hashable {
  /// Which shape of which font.
  public struct GlyphID: Sendable, Hashable {
    /// Number of the typeface.
    public var face: Int
    /// Number of the glyph in it.
    public var glyph: UInt32
  }

  /// A shape and where it stands.
  public struct Glyph: Sendable, Hashable {
    /// Which shape.
    public var id: GlyphID
    /// To the right of the start of the line.
    public var x: Int
    /// Below the baseline.
    public var y: Int
  }

  /// The shapes.
  public var glyphs: [Glyph] = []
  /// How far the line reaches.
  public var width = 0
}
