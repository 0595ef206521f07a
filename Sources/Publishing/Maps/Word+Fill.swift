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
    case .hot: .pattern(Pattern(.falling, Color(0xF4A582), on: Color(0x9E1B28)))
    case .possiblyHot: .pattern(Pattern(.falling, Color(0xB2182B), on: Color(0xF7B799)))
    case .cold: .pattern(Pattern(.dots, Color(0x92C5DE), on: Color(0x1B4F8A)))
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
