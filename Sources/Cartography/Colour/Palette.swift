import Diagnostics

/// Colours for classes, the first one for the lowest.
public struct Palette: Sendable, Hashable {
  /// The name it was asked for by.
  public let name: String
  /// One colour a class.
  public let colors: [Color]

  /// The palette of a name in `count` colours.
  ///
  /// ColorBrewer's palettes hold 3 to 9 colours (11 where diverging), made by hand for each
  /// number; of one or two classes the palette of three lends its last or its outer ones.
  /// viridis, cividis and the scientific colour maps are sampled at equal steps. A name may
  /// end in `-reversed`.
  /// - Throws: a `Problem` that lists the nearest names, or says how many colours there are.
  public init(named name: String, count: Int) throws {
    let isReversed = name.hasSuffix(Palette.reversedSuffix)
    let base = isReversed ? String(name.dropLast(Palette.reversedSuffix.count)) : name
    guard let colors = try Palette.colors(of: base, count: count) else {
      let nearest = base.nearest(in: Palette.names)
      throw Problem(
        "there is no palette '\(name)'",
        remedy: nearest.isEmpty
          ? "use one of \(Palette.names.joined(separator: ", "))"
          : "did you mean \(nearest.joined(separator: " or "))?")
    }
    self.name = name
    self.colors = isReversed ? colors.reversed() : colors
  }

  /// Every name, in alphabetical order.
  public static let names = (ColorBrewer.palettes.map(\.name) + ColorMap.maps.map(\.name)).sorted()

  private static let reversedSuffix = "-reversed"

  /// The colours; nil where no palette has this name.
  private static func colors(of name: String, count: Int) throws -> [Color]? {
    if let brewer = ColorBrewer.palettes.first(where: { $0.name == name }) {
      guard let colors = brewer.colors(count) else {
        throw Problem(
          "palette '\(name)' has no '\(count)' colours",
          remedy: "ask for 1 to \(brewer.largest) classes, or use viridis, cividis or batlow")
      }
      return colors
    }
    return ColorMap.maps.first { $0.name == name }?.colors(count)
  }
}

extension [Color] {
  /// Colours of six hexadecimal digits each; anything else among them is skipped.
  init(hexDigits: String) {
    let digits = hexDigits.compactMap(\.hexDigitValue).map(UInt32.init)
    self = stride(from: 0, to: digits.count - 5, by: 6).map { start in
      Color(digits[start..<start + 6].reduce(0) { $0 << 4 | $1 })
    }
  }
}
