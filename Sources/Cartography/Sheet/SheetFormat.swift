/// How large a sheet is and how large its texts are, in pixels of the drawing.
public struct SheetFormat: Sendable, Hashable {
  /// Width of the sheet.
  public var width: Double
  /// Height of the sheet where the texts stand beside the map; nil where they stand above and
  /// below it, and the sheet is as tall as they need.
  public var height: Double?
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
  /// The colours outside the classes.
  public var theme = Theme.light

  /// For a preview in social media: 1200 by 630 pixels, the texts beside the map.
  public static let card = SheetFormat(
    width: 1200, height: 630, margin: 28, maximumMapHeight: 574, headline: 34, subtitle: 20,
    text: 17, label: 14, credits: 13, longestLeader: 90,
    insets: InsetRule(smallest: 1600, limit: 4, side: 92))

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

  /// The same in other colours.
  public func colored(_ theme: Theme) -> SheetFormat {
    var format = self
    format.theme = theme
    return format
  }

  /// Width of the map.
  public var mapWidth: Double {
    height == nil ? width - 2 * margin : ((width - 3 * margin) * 0.61).rounded()
  }

  /// Width of the texts.
  var textWidth: Double { height == nil ? mapWidth : width - 3 * margin - mapWidth }

  /// The same with smaller texts beside the map.
  func withTexts(scaled scale: Double) -> SheetFormat {
    var format = self
    format.headline *= scale
    format.subtitle *= scale
    // The last resort of a picture that must not be cut off.
    let least = scale < 0.6 ? 9.0 : 11
    format.text = max(least + 1, text * scale)
    format.credits = max(least, credits * scale)
    return format
  }
}
