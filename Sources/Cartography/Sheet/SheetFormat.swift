/// How large a sheet is and how large its texts are, in pixels of the drawing.
public struct SheetFormat: Sendable, Hashable {
  /// Width of the sheet.
  public var width: Double
  /// Space at each side.
  public var margin: Double
  /// Tallest the map itself may be.
  public var maximumMapHeight: Double
  /// Font size of the headline.
  public var headline: Double
  /// Font size of the subtitle.
  public var subtitle: Double
  /// Font size of legend and notes.
  public var text: Double
  /// Font size of the names on the map.
  public var label: Double
  /// Font size of the credits.
  public var credits: Double
  /// Longest line from an area to its name.
  public var longestLeader: Double
  /// Which areas are shown larger beside the map, and how large.
  public var insets: InsetRule

  /// For a desk: 720 pixels wide.
  public static let desktop = SheetFormat(
    width: 720, margin: 20, maximumMapHeight: 640, headline: 23, subtitle: 15, text: 13,
    label: 11.5, credits: 11, longestLeader: 90,
    insets: InsetRule(smallest: 1600, limit: 4, side: 92))
  /// For a phone: 320 pixels wide, nothing set smaller than 11.
  public static let phone = SheetFormat(
    width: 320, margin: 10, maximumMapHeight: 400, headline: 18, subtitle: 13.5, text: 12.5,
    label: 11, credits: 11, longestLeader: 50,
    insets: InsetRule(smallest: 400, limit: 3, side: 84))

  /// Width between the margins: that of the base map.
  public var mapWidth: Double { width - 2 * margin }
}
