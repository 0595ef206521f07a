import Publishing

/// What maps are published as on request, beside the drawings that there are always.
public enum PictureFormat: String, Sendable, CaseIterable {
  /// 1200 by 630 pixels, as social media show it: `maps/<map>.<language>.png`.
  case png
  /// The drawing for a desk, for print: `maps/<map>.<language>.pdf`.
  case pdf
  /// SVG with letters as outlines: `maps/<map>.<language>.outlined.svg`.
  case outlined
  /// SVG for dark pages: `maps/<map>.<language>.dark.svg`.
  case dark
  /// SVG for print in black ink: `maps/<map>.<language>.print.svg`.
  case print

  /// The SVG that it is; nil for what another program draws from one.
  var variant: MapVariant? { MapVariant(rawValue: rawValue) }

  /// The ending of the drawings that it is made from.
  private var origin: String? {
    switch self {
    case .png: ".card.svg"
    case .pdf: ".svg"
    case .outlined, .dark, .print: nil
    }
  }

  /// The path of the picture made from a drawing; nil for a drawing that it is not made from.
  func path(from drawing: String) -> String? {
    guard let origin, drawing.hasPrefix("maps/"), drawing.hasSuffix(origin) else { return nil }
    let stem = drawing.dropLast(origin.count)
    // The drawing for a desk has no variant between language and ending.
    guard stem.count(where: { $0 == "." }) == 1 else { return nil }
    return "\(stem).\(rawValue)"
  }
}
