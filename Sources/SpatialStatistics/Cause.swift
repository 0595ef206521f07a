/// Why an area has no local statistic, or no verdict from it.
public enum Cause: Sendable, Hashable, Codable {
  /// The area has no value that statistics may use.
  case noValue
  /// The area is an island.
  case noNeighbors
  /// It has this many neighbours, none of them with a value.
  case noNeighborValues(neighbors: Int)
  /// All areas, or all others, have the same value.
  case equalValues
  /// All areas with a value are neighbours, so nothing is left to compare them with.
  case everyAreaIsNeighbor
  /// With this many neighbours p cannot fall to the level.
  case tooFewNeighbors(neighbors: Int, pMin: Double, level: Double)
  /// Its neighbours are unusual one way, but its own value outweighs them the other way.
  case ownValueOpposes
  /// It is unusually unlike its neighbours.
  case unlikeNeighbors
  /// It is unusually like its neighbours, but they lie on the other side of the mean.
  case acrossMean

  /// The cause as a clause in English.
  public var text: String {
    switch self {
    case .noValue: "no value that statistics may use"
    case .noNeighbors: "no neighbours"
    case .noNeighborValues(1): "its only neighbour has no value that statistics may use"
    case .noNeighborValues(let neighbors):
      "none of its \(neighbors) neighbours has a value that statistics may use"
    case .equalValues: "all values it is compared with are equal"
    case .everyAreaIsNeighbor: "every other area is its neighbour"
    case .tooFewNeighbors(let neighbors, let pMin, let level):
      "too few neighbours to test: with \(neighbors) of them p is at least \(rounded(pMin)), "
        + "above the level \(level)"
    case .ownValueOpposes: "its own value and those of its neighbours are unusual in opposite ways"
    case .unlikeNeighbors: "its value is unlike those of its neighbours"
    case .acrossMean: "it is like its neighbours, but they lie on the other side of the mean"
    }
  }

  /// Three digits after the point, for a sentence.
  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
