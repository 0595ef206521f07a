import Diagnostics
import Geography
import SpatialStatistics

/// Who counts as a neighbour, as the definition words it.
enum NeighbourRule {
  /// `shared boundary`: areas that share some length of boundary.
  case sharedBoundary
  /// `shared point`: areas that touch anywhere.
  case sharedPoint
  /// `4 nearest`: the areas whose centroids are nearest.
  case nearest(Int)
  /// `within 80 km`: areas whose centroids are at most so far away.
  case within(kilometres: Double)
  /// `inverse distance`, or `inverse distance within 80 km`: the nearer, the heavier.
  case inverseDistance(within: Double?)

  /// How the rules are worded, for messages.
  static let wordings = [
    "shared boundary", "shared point", "4 nearest", "within 80 km", "inverse distance",
    "inverse distance within 80 km",
  ]

  /// The rule that a text words; nil when it words none.
  init?(_ text: String) {
    switch text {
    case "shared boundary": self = .sharedBoundary
    case "shared point": self = .sharedPoint
    case "inverse distance": self = .inverseDistance(within: nil)
    default:
      if let match = text.wholeMatch(of: /([0-9]+) nearest/), let count = Int(match.1), count > 0 {
        self = .nearest(count)
      } else if let match = text.wholeMatch(of: /(inverse distance )?within ([0-9.]+) km/),
        let kilometres = Double(match.2), kilometres > 0
      {
        self =
          match.1 == nil ? .within(kilometres: kilometres) : .inverseDistance(within: kilometres)
      } else {
        return nil
      }
    }
  }

  /// The rule at a place of the definition; a text that words none is noted.
  static func read(_ text: Placed<String>, log: ProblemLog) -> NeighbourRule? {
    if let rule = NeighbourRule(text.value) { return rule }
    log.add(
      "'\(text.value)' is no rule for neighbours", at: text.place,
      remedy: "word it like one of \(wordings.joined(separator: ", "))")
    return nil
  }

  /// The weights of a layer under this rule.
  ///
  /// - Throws: `Problem` when there are not enough areas, or two have the same centroid.
  func weights(_ layer: AreaLayer, _ contiguity: Contiguity) throws -> SpatialWeights {
    switch self {
    case .sharedBoundary: .rook(contiguity)
    case .sharedPoint: .queen(contiguity)
    case .nearest(let count): try .nearest(count, in: layer)
    case .within(let kilometres): try .within(metres: kilometres * 1000, in: layer)
    case .inverseDistance(let kilometres):
      try .inverseDistance(within: kilometres.map { $0 * 1000 }, in: layer)
    }
  }
}
