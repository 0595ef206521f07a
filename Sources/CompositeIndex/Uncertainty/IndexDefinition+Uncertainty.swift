import Diagnostics
public import Indicators

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
    try uncertainty.check(index: id, at: places.index)
    let own = try ScoredIndex(self, matrix)
    let model = ScenarioModel(own, matrix, uncertainty)
    let scenarios = Scenarios(model, people: people)
    var result = own.result
    for area in result.scores.indices where result.scores[area].score != nil {
      let tally = scenarios.tally(of: area)
      result.scores[area].scoreInterval = tally.scores
      result.scores[area].rankInterval = tally.ranks
      result.scores[area].severityShare = tally.worstShare
      if (tally.worstShare ?? 0) < uncertainty.severeShare - 1e-9 {
        result.scores[area].isSevere = false
      }
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
