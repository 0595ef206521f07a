import Diagnostics
public import Indicators
import Resampling

extension IndexDefinition {
  /// Scores every area of the matrix, and says how sure scores and ranks are.
  ///
  /// Beside what `result(for:)` gives, each scored area has its score and rank interval, and the
  /// share of the scenarios that score it in which it is among the worst. It is severe when its
  /// rank is among the worst and that share reaches `severeShare`. `people` are the people of each
  /// area in layer order, for `UncertaintyReport.worstPeople`; unknown ones are not counted.
  ///
  /// Time grows with scenarios × areas × (indicators + log areas), memory with areas.
  ///
  /// - Throws: `Problems` like `result(for:)`, or when the settings give no scenarios.
  public func result(
    for matrix: IndicatorMatrix, under uncertainty: Uncertainty, people: [Double?]? = nil
  ) throws -> IndexResult {
    try uncertainty.check(index: id)
    let own = try ScoredIndex(self, matrix)
    let model = ScenarioModel(own, matrix, uncertainty)
    let scenarios = Scenarios(model, people: people)
    var result = own.result
    for area in result.scores.indices where result.scores[area].score != nil {
      let share = scenarios.worstShare(of: area)
      result.scores[area].scoreInterval = scenarios.scores.interval(of: area)
      result.scores[area].rankInterval = scenarios.ranks.interval(of: area).map {
        Int($0.lowerBound)...Int($0.upperBound)
      }
      result.scores[area].severityShare = share
      if (share ?? 0) < uncertainty.severeShare - 1e-9 { result.scores[area].isSevere = false }
    }
    result.uncertainty = UncertaintyReport(
      scenarios: uncertainty.scenarios, alternatives: model.alternatives,
      meanRankShift: scenarios.shifts.reduce(0, +) / Double(uncertainty.scenarios),
      influences: scenarios.influences(),
      worstPeople: people.flatMap { _ in scenarios.people.interval(of: 0) },
      scores: scenarios.kept)
    return result
  }
}

/// All scenarios of an index, run.
struct Scenarios {
  private let model: ScenarioModel
  /// Scores and ranks of each area, and people in the worst areas as a single series.
  private(set) var scores: IntervalTails
  private(set) var ranks: IntervalTails
  private(set) var people: IntervalTails
  /// Average rank shift of each scenario.
  private(set) var shifts: [Double] = []
  /// Scores of the first scenarios.
  private(set) var kept: [[Double?]] = []
  private var worstCounts: [Int]
  private var scoredCounts: [Int]

  /// What is kept of a scenario until its block is done.
  private struct Outcome: Sendable {
    var scores: [Double]
    var ranks: [Int32]
    var scored: Int
    var shift: Double
  }

  init(_ model: ScenarioModel, people: [Double?]?) {
    self.model = model
    let own = model.own.ranking.ranks
    let total = model.uncertainty.scenarios
    scores = IntervalTails(series: own.count, length: total)
    ranks = scores
    self.people = IntervalTails(series: 1, length: total)
    worstCounts = [Int](repeating: 0, count: own.count)
    scoredCounts = worstCounts
    // Blocks bound the memory: two million scores at a time.
    let block = max(1, 2_000_000 / max(1, own.count))
    for start in stride(from: 0, to: total, by: block) {
      let outcomes = inParallel(
        count: min(block, total - start), threads: model.uncertainty.threads
      ) { draws in
        var runner = ScenarioRunner(model)
        return draws.map { draw in
          runner.run(start + draw)
          return Outcome(
            scores: runner.scores, ranks: runner.ranking.ranks, scored: runner.ranking.count,
            shift: runner.rankShift(from: own))
        }
      }
      for outcome in outcomes { add(outcome, people) }
    }
  }

  private mutating func add(_ outcome: Outcome, _ people: [Double?]?) {
    let worst = model.own.definition.worstCount(of: outcome.scored)
    var peopleCount = 0.0
    for (area, rank) in outcome.ranks.enumerated() where rank > 0 {
      scores.add(outcome.scores[area], to: area)
      ranks.add(Double(rank), to: area)
      scoredCounts[area] += 1
      if rank > worst { continue }
      worstCounts[area] += 1
      peopleCount += people?[area] ?? 0
    }
    self.people.add(peopleCount, to: 0)
    shifts.append(outcome.shift)
    if kept.count < model.uncertainty.keptScenarios {
      kept.append(outcome.scores.map { $0.isNaN ? nil : $0 })
    }
  }

  /// Share of the scenarios that score an area in which it is among the worst.
  func worstShare(of area: Int) -> Double? {
    scoredCounts[area] == 0 ? nil : Double(worstCounts[area]) / Double(scoredCounts[area])
  }

  /// Sobol' indices: the first half of the scenarios is A, the second B.
  func influences() -> [UncertaintyReport.Influence] {
    let half = model.uncertainty.scenarios / 2
    let own = model.own.ranking.ranks
    return model.factors.compactMap { factor in
      let mixed = inParallel(count: half, threads: model.uncertainty.threads) { draws in
        var runner = ScenarioRunner(model)
        return draws.map { draw in
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
