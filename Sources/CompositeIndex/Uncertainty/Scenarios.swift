import Resampling

/// All scenarios of an index, run.
struct Scenarios {
  /// What is kept of a scenario until its block is done.
  struct Outcome: Sendable {
    var scores: [Double]
    var ranks: [Int32]
    /// Ranks up to this count as the worst.
    var worst: Int
    var shift: Double
    /// People in the worst areas.
    var people: Double
  }

  private let model: ScenarioModel
  private var tallies: [AreaTally]
  /// People in the worst areas, as a single series.
  private(set) var people: IntervalTails
  /// Average rank shift of each scenario.
  private(set) var shifts: [Double] = []
  /// Scores of the first scenarios.
  private(set) var kept: [[Double?]] = []

  init(_ model: ScenarioModel, people: [Double?]?) {
    self.model = model
    let count = model.own.ranking.ranks.count
    let total = model.uncertainty.scenarios
    self.people = IntervalTails(series: 1, length: total)
    tallies = stride(from: 0, to: count, by: AreaTally.width).map {
      AreaTally(areas: $0..<min(count, $0 + AreaTally.width), scenarios: total)
    }
    // Blocks bound the memory: four million scores at a time.
    let block = max(1, 4_000_000 / max(1, count))
    for start in stride(from: 0, to: total, by: block) {
      add(Self.outcomes(model, start..<min(total, start + block), people: people))
    }
  }

  private static func outcomes(
    _ model: ScenarioModel, _ draws: Range<Int>, people: [Double?]?
  ) -> [Outcome] {
    let own = model.own.ranking.ranks
    return inParallel(count: draws.count, threads: model.uncertainty.threads) { places in
      var runner = ScenarioRunner(model)
      return places.map { place in
        runner.run(draws.lowerBound + place)
        let ranks = runner.ranking.ranks
        let worst = model.own.definition.worstCount(of: runner.ranking.count)
        return Outcome(
          scores: runner.scores, ranks: ranks, worst: worst, shift: runner.rankShift(from: own),
          people: (people ?? []).indices.reduce(0) { sum, area in
            ranks[area] > 0 && ranks[area] <= worst ? sum + (people?[area] ?? 0) : sum
          })
      }
    }
  }

  private mutating func add(_ outcomes: [Outcome]) {
    tallies = inParallel(count: tallies.count, threads: model.uncertainty.threads) {
      [tallies] places in
      places.map { place in
        var tally = tallies[place]
        for outcome in outcomes { tally.add(outcome) }
        return tally
      }
    }
    for outcome in outcomes {
      people.add(outcome.people, to: 0)
      shifts.append(outcome.shift)
      if kept.count < model.uncertainty.keptScenarios {
        kept.append(outcome.scores.map { $0.isNaN ? nil : $0 })
      }
    }
  }

  /// What the scenarios say of an area.
  func tally(of area: Int) -> (
    scores: ClosedRange<Double>?, ranks: ClosedRange<Int>?, worstShare: Double?
  ) {
    tallies[area / AreaTally.width].summary(of: area)
  }

  /// Sobol' indices: the first half of the scenarios is A, the second B.
  func influences() -> [UncertaintyReport.Influence] {
    let half = model.uncertainty.scenarios / 2
    let own = model.own.ranking.ranks
    return model.factors.compactMap { factor in
      let mixed = inParallel(count: half, threads: model.uncertainty.threads) {
        [model, shifts] draws in
        var runner = ScenarioRunner(model)
        return draws.map { draw in
          if runner.isAlike(factor, draw, half + draw) { return shifts[draw] }
          runner.run(draw, replacing: (factor, half + draw))
          return runner.rankShift(from: own)
        }
      }
      return Sensitivity.influence(
        of: factor, first: Array(shifts[..<half]), second: Array(shifts[half..<2 * half]),
        mixed: mixed)
    }
  }
}
