import Cartography

extension Word {
  /// The fill of areas that stand outside the classes; nil for words that need none.
  var fill: Fill? {
    switch self {
    case .noData, .notScored: .pattern(Pattern(.rising, Color(0x8A8A8A), on: Color(0xFAFAFA)))
    case .unreliable: .pattern(Pattern(.dots, Color(0x5A5A5A), on: Color(0xE4E4E4)))
    case .suppressed: .pattern(Pattern(.lattice, Color(0x8A8A8A), on: Color(0xFAFAFA)))
    case .notApplicable: .pattern(Pattern(.dashes, Color(0x8A8A8A), on: Color(0xFAFAFA)))
    case .notTestable: .pattern(Pattern(.rings, Color(0x7A7A7A), on: Color(0xFAFAFA)))
    case .hot: .pattern(Pattern(.fallingDense, Color(0x7F0F1E), on: Color(0xC4303F)))
    case .possiblyHot: .pattern(Pattern(.falling, Color(0xB2182B), on: Color(0xF7B799)))
    case .cold: .pattern(Pattern(.dotsDense, Color(0x0F3A66), on: Color(0x2F74B5)))
    case .possiblyCold: .pattern(Pattern(.dots, Color(0x2166AC), on: Color(0xA9CFE5)))
    case .noCluster: .color(Color(0xEDEDED))
    case .water: .pattern(.water)
    default: nil
    }
  }

  /// The words for values outside the classes, in the order of the legend.
  static let outsideClasses: [Word] = [
    .unreliable, .noData, .notScored, .suppressed, .notApplicable,
  ]
}
