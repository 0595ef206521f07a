public import TextShaping

/// A drawing of a map in other colours or with other letters, on request.
public enum MapVariant: String, Sendable, CaseIterable {
  /// Letters as outlines, for programs and printers without the fonts:
  /// `maps/<map>.<language>.outlined.svg`.
  case outlined
  /// For dark pages: `maps/<map>.<language>.dark.svg`.
  case dark
  /// For print in black ink: `maps/<map>.<language>.print.svg`.
  case print
}

/// What maps are drawn beside those that there are always, and how they are checked.
public struct MapOptions: Sendable, Hashable {
  /// Whether to draw each map at 1200 by 630 pixels, too, as social media show it.
  public var hasCards: Bool
  /// Other drawings of each map.
  public var variants: Set<MapVariant>
  /// How different any two classes must look to anybody, CIEDE2000.
  public var leastColorDifference: Double
  /// Where the fonts for outlined letters are installed.
  public var fontFolder: String

  /// Options; nothing beside what there is always.
  public init(
    hasCards: Bool = false, variants: Set<MapVariant> = [], leastColorDifference: Double = 5,
    fontFolder: String = FontFile.folder
  ) {
    self.hasCards = hasCards
    self.variants = variants
    self.leastColorDifference = leastColorDifference
    self.fontFolder = fontFolder
  }
}
