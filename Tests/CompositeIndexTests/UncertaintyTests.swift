import CompositeIndex
import Diagnostics
import Foundation
import Indicators
import Testing

/// `Tests/oracles/uncertainty.json`: the same scenarios, made in Python.
private struct Oracle: Decodable {
  struct Influence: Decodable {
    var factor: String
    var first: Double
    var total: Double
  }
  var scores: [[Double]]
  var ranks: [[Int]]
  var shares: [Double]
  var mean_shift: Double
  var influences: [Influence]
  var people: [Double]
}

private let uncertainty = Uncertainty(
  scenarios: 400, seed: 7, normalizations: [.zScore, .rank], aggregations: [.geometric])

private func close(_ value: Double?, _ expected: Double) -> Bool {
  abs((value ?? .infinity) - expected) < 1e-9 * max(1, abs(expected))
}

struct UncertaintyTests {
  private func floored() -> IndexDefinition {
    var definition = divide
    definition.floor = 1
    return definition
  }

  @Test("Intervals, shares and Sobol' indices equal those of the same scenarios in Python.")
  func oracle() throws {
    let oracle = try JSONDecoder().decode(
      Oracle.self,
      from: Data(contentsOf: project.appending(path: "Tests/oracles/uncertainty.json")))
    let people = try cambodiaPopulation()
    let result = try floored().result(for: cambodia(), under: uncertainty, people: people)
    for (area, score) in result.scores.enumerated() {
      #expect(close(score.scoreInterval?.lowerBound, oracle.scores[area][0]))
      #expect(close(score.scoreInterval?.upperBound, oracle.scores[area][1]))
      #expect(score.rankInterval == oracle.ranks[area][0]...oracle.ranks[area][1])
      #expect(close(score.severityShare, oracle.shares[area]))
    }
    let report = try #require(result.uncertainty)
    #expect(close(report.meanRankShift, oracle.mean_shift))
    #expect(report.influences.map(\.factor.rawValue) == oracle.influences.map(\.factor))
    for (influence, expected) in zip(report.influences, oracle.influences) {
      #expect(close(influence.firstOrder, expected.first))
      #expect(close(influence.total, expected.total))
    }
    #expect(report.worstPeople == oracle.people[0]...oracle.people[1])
  }

  @Test("The results are the same for 1, 2 and 8 threads.")
  func threads() throws {
    let results = try [1, 2, 8].map { threads in
      var settings = uncertainty
      settings.scenarios = 60
      settings.threads = threads
      settings.keptScenarios = 3
      return try floored().result(for: cambodia(), under: settings)
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
    #expect(results[0].uncertainty?.scores.count == 3)
  }

  @Test("The scores of the kept scenarios lie in no other order than the ranks say.")
  func kept() throws {
    var settings = uncertainty
    settings.scenarios = 20
    settings.keptScenarios = 50
    let result = try floored().result(for: cambodia(), under: settings)
    let kept = try #require(result.uncertainty?.scores)
    #expect(kept.count == 20)
    // With 20 scenarios the 5 % quantile is the lowest score and the 95 % one the second highest.
    for area in result.scores.indices {
      let scores = kept.compactMap { $0[area] }.sorted()
      #expect(result.scores[area].scoreInterval == scores[0]...scores[18])
    }
  }

  @Test("Severe means among the worst fifth, and in at least 80 % of the scenarios.")
  func severe() throws {
    let result = try floored().result(for: cambodia(), under: uncertainty)
    for score in result.scores {
      #expect(score.isSevere == ((score.rank ?? 99) <= 5 && (score.severityShare ?? 0) >= 0.8))
    }
    #expect(result.scores.contains { ($0.rank ?? 99) <= 5 && !$0.isSevere })
    var lenient = uncertainty
    lenient.severeShare = 0
    let all = try floored().result(for: cambodia(), under: lenient)
    #expect(all.scores.count(where: \.isSevere) == 5)
  }

  @Test("Where the scenarios change nothing, intervals are points and nothing has influence.")
  func certain() throws {
    let settings = Uncertainty(
      scenarios: 20, weightShare: 0, weightings: [], leavesIndicatorsOut: false,
      usesStandardErrors: false)
    let result = try divide.result(for: cambodia(), under: settings)
    for score in result.scores {
      #expect(score.scoreInterval?.lowerBound == score.score)
      #expect(score.scoreInterval?.upperBound == score.score)
      #expect(score.rankInterval == (score.rank ?? 0)...(score.rank ?? 0))
      #expect(score.severityShare == ((score.rank ?? 99) <= 5 ? 1 : 0))
    }
    #expect(result.uncertainty?.influences == [])
    #expect(result.uncertainty?.alternatives == [])
    #expect(result.uncertainty?.meanRankShift == 0)
  }

  @Test("A choice that alone varies explains all of the variance.")
  func aloneExplainsAll() throws {
    let settings = Uncertainty(
      scenarios: 400, weightings: [], leavesIndicatorsOut: false, usesStandardErrors: false)
    let influences = try #require(
      try divide.result(for: cambodia(), under: settings).uncertainty?.influences)
    #expect(influences.map(\.factor) == [.weights])
    #expect(abs(influences[0].total - 1) < 4 * influences[0].totalError)
    #expect(abs(influences[0].firstOrder - 1) < 4 * influences[0].firstOrderError)
  }

  @Test("Every option is reported as run or refused with the reason.")
  func alternatives() throws {
    var settings = uncertainty
    settings.scenarios = 20
    settings.weightings = [.equal, .principalComponent]
    settings.normalizations = [.zScore, .goalposts]
    let report = try #require(
      try divide.result(for: cambodia(), under: settings).uncertainty)
    #expect(
      report.alternatives.map(\.name) == [
        "equal weights", "PCA weights", "weights ± 25 %", "z-score normalisation",
        "goalposts normalisation", "geometric mean", "without internet_use_women",
        "without phone_ownership_women", "without no_electricity", "without mpi_headcount",
        "without no_six_years_schooling", "without cross_border_migrants",
        "standard errors of mpi_headcount",
      ])
    let refused = report.alternatives.filter { $0.refusal != nil }
    #expect(
      refused.map(\.name) == ["PCA weights", "goalposts normalisation", "geometric mean"])
    #expect(
      refused[0].refusal == """
        'migration' does not rise with the other members of index 'divide', so PCA gives it no \
        weight above 0; use explicit or equal weights
        """)
    #expect(
      refused[2].refusal == """
        a geometric mean needs members above 0, and indicator 'internet_use_women' of index \
        'divide' is 0.0 after min-max normalisation in 1 of 25 areas; give the index a floor, or \
        another normalisation
        """)
  }

  @Test("Settings that give no scenarios are refused together.")
  func uselessSettings() {
    let settings = Uncertainty(scenarios: 3, weightShare: 1, severeShare: 2)
    let problems = #expect(throws: Problems.self) {
      try divide.result(for: cambodia(), under: settings)
    }
    #expect(
      problems?.description == """
        '3' scenarios give index 'divide' no interval from 5 to 95 %; use at least 20, better 1000
        the weights of index 'divide' cannot change by the share '1.0'; use a share from 0 to \
        below 1, such as 0.25
        the severe share of index 'divide' is '2.0'; use a share from 0 to 1
        """)
  }

  @Test("Leaving out the only indicator is refused, and no standard errors are said to be none.")
  func nothingToVary() throws {
    let settings = Uncertainty(scenarios: 20)
    let report = try #require(
      try index("a").result(for: matrix(column("a", [1, 2, 4])), under: settings).uncertainty)
    #expect(
      report.alternatives.compactMap(\.refusal) == [
        "nothing would be left", "no indicator has a standard error",
      ])
  }
}
