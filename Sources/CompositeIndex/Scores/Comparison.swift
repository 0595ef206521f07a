public import Indicators

/// An index beside the same index made another way, simpler or not.
public struct Comparison: Sendable, Hashable, Codable {
  /// The other way: `equal weights`.
  public var name: String
  /// Scores made the other way, in layer order.
  public var scores: [Double?]
  /// Spearman's correlation of the ranks, over areas scored both ways; nil where either way has
  /// fewer than two different ranks.
  public var rankCorrelation: Double?
  /// Mean of |rank − other rank| over those areas.
  public var meanRankShift: Double
  /// Areas that are among the worst only the other way, in layer order.
  public var entering: [Int]
  /// Areas that are among the worst only with the definition's own choices, in layer order.
  public var leaving: [Int]

  /// A comparison of its parts.
  public init(
    name: String, scores: [Double?], rankCorrelation: Double?, meanRankShift: Double,
    entering: [Int], leaving: [Int]
  ) {
    self.name = name
    self.scores = scores
    self.rankCorrelation = rankCorrelation
    self.meanRankShift = meanRankShift
    self.entering = entering
    self.leaving = leaving
  }
}

extension IndexDefinition {
  /// The index beside itself made another way.
  ///
  /// - Throws: `Problems` when either cannot be scored.
  public func comparison(
    with variation: Variation, for matrix: IndicatorMatrix
  ) throws -> Comparison {
    try ScoredIndex(self, matrix).comparison(with: variation, matrix)
  }
}

extension ScoredIndex {
  func comparison(with variation: Variation, _ matrix: IndicatorMatrix) throws -> Comparison {
    Comparison(
      name: variation.name, self, try ScoredIndex(definition.varied(by: variation), matrix))
  }
}

extension Comparison {
  init(name: String, _ own: ScoredIndex, _ other: ScoredIndex) {
    let (ownRanks, otherRanks) = (own.ranking, other.ranking)
    let (ownWorst, otherWorst) = (own.worstCount, other.worstCount)
    let pairs = zip(ownRanks.ranks, otherRanks.ranks).filter { $0.0 > 0 && $0.1 > 0 }
    let shifts = pairs.reduce(0.0) { $0 + abs(Double($1.0 - $1.1)) }
    func isWorst(_ rank: Int32, _ worst: Int) -> Bool { rank > 0 && rank <= worst }
    let areas = ownRanks.ranks.indices
    self.init(
      name: name, scores: other.scores[other.tree.root].map { $0.isNaN ? nil : $0 },
      rankCorrelation: spearman(
        zip(own.scores[own.tree.root], other.scores[other.tree.root])
          .filter { !$0.0.isNaN && !$0.1.isNaN }),
      meanRankShift: pairs.isEmpty ? 0 : shifts / Double(pairs.count),
      entering: areas.filter {
        isWorst(otherRanks.ranks[$0], otherWorst) && !isWorst(ownRanks.ranks[$0], ownWorst)
      },
      leaving: areas.filter {
        isWorst(ownRanks.ranks[$0], ownWorst) && !isWorst(otherRanks.ranks[$0], otherWorst)
      })
  }
}

extension ScoredIndex {
  /// Ranks of the areas.
  var ranking: Ranking {
    Ranking(scores[tree.root], highestFirst: true, ties: Ranking.scoreTies)
  }
  /// Number of areas that count as the worst.
  var worstCount: Int {
    definition.worstCount(of: presence.isScored[tree.root].count(where: \.self))
  }
}

/// Spearman's: Pearson's correlation of the ranks, equal values sharing the mean of theirs.
private func spearman(_ pairs: [(Double, Double)]) -> Double? {
  func midranks(_ values: [Double]) -> [Double] {
    let low = Ranking(values, highestFirst: false, ties: Ranking.scoreTies).ranks
    let high = Ranking(values, highestFirst: true, ties: Ranking.scoreTies).ranks
    // A value with a below and b above it has the mean rank a + (n − a − b + 1) / 2.
    return zip(low, high).map { (Double($0) - Double($1) + Double(values.count) + 1) / 2 }
  }
  return [midranks(pairs.map(\.0)), midranks(pairs.map(\.1))].correlations()?[0][1]
}
