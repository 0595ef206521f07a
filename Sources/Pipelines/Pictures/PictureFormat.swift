import Publishing

/// A format that maps are published in on request, beside SVG.
public enum PictureFormat: String, Sendable, CaseIterable {
  /// 1200 by 630 pixels, as social media show it: `maps/<map>.<language>.png`.
  case png
  /// The drawing for a desk, for print: `maps/<map>.<language>.pdf`.
  case pdf

  /// The ending of the drawings that it is made from.
  private var origin: String {
    switch self {
    case .png: ".card.svg"
    case .pdf: ".svg"
    }
  }

  /// The path of the picture made from a drawing; nil for a drawing that it is not made from.
  func path(from drawing: String) -> String? {
    guard drawing.hasPrefix("maps/"), drawing.hasSuffix(origin) else { return nil }
    let stem = drawing.dropLast(origin.count)
    // The drawing for a desk has no variant between language and ending.
    guard stem.count(where: { $0 == "." }) == 1 else { return nil }
    return "\(stem).\(rawValue)"
  }
}
