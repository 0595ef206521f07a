/// What scenarios say of some areas that follow each other in the layer.
struct AreaTally: Sendable {
  /// Areas counted together: few enough that their numbers stay near the processor.
  static let width = 1024

  private let areas: Range<Int>
  private var scores: IntervalTails
  private var ranks: IntervalTails
  private var worst: [Int]
  private var scored: [Int]

  /// A tally of at most so many scenarios.
  init(areas: Range<Int>, scenarios: Int) {
    self.areas = areas
    scores = IntervalTails(series: areas.count, length: scenarios)
    ranks = scores
    worst = [Int](repeating: 0, count: areas.count)
    scored = worst
  }

  /// Counts a scenario; it says nothing of areas that it does not score.
  mutating func add(_ outcome: Scenarios.Outcome) {
    for area in areas where outcome.ranks[area] > 0 {
      let place = area - areas.lowerBound
      scores.add(outcome.scores[area], to: place)
      ranks.add(Double(outcome.ranks[area]), to: place)
      scored[place] += 1
      if outcome.ranks[area] <= outcome.worst { worst[place] += 1 }
    }
  }

  /// 5–95 % intervals of score and rank, and the share of the scenarios that score the area in
  /// which it is among the worst.
  func summary(of area: Int) -> (
    scores: ClosedRange<Double>?, ranks: ClosedRange<Int>?, worstShare: Double?
  ) {
    let place = area - areas.lowerBound
    return (
      scores.interval(of: place),
      ranks.interval(of: place).map { Int($0.lowerBound)...Int($0.upperBound) },
      scored[place] == 0 ? nil : Double(worst[place]) / Double(scored[place])
    )
  }
}
