import Testing

@testable import Indicators

@Suite struct SurveyTests {
  private let percent = ValueRange(minimum: 0, maximum: 100)

  @Test("An interval is value ± 1.96 standard errors, cut to the range.")
  func interval() {
    let rule = SurveyRule()
    let cell = rule.applied(to: IndicatorValue(value: 10, standardError: 2), range: percent)
    #expect(cell.interval == (10 - 3.92)...(10 + 3.92))
    #expect(cell.coefficientOfVariation == 0.2)
    let low = rule.applied(to: IndicatorValue(value: 1, standardError: 2), range: percent)
    #expect(low.interval?.lowerBound == 0)
    #expect(low.status == .ok)
  }

  @Test("A sample size alone gives an interval only with a declared design effect.")
  func designEffect() {
    let cell = IndicatorValue(value: 20, sampleSize: 114)
    #expect(SurveyRule().applied(to: cell, range: percent).interval == nil)
    // 100 · √(10 · 0.2 · 0.8 / 114) = 11.8469…
    let error = SurveyRule(designEffect: 10).applied(to: cell, range: percent).standardError
    #expect(abs((error ?? 0) - 11.846_977_555_181_848) < 1e-9)
    #expect(
      SurveyRule(designEffect: 10).applied(to: cell, range: ValueRange()).standardError == nil)
    // The formula would be surest where nobody of a few was met.
    let none = IndicatorValue(value: 0, sampleSize: 30)
    #expect(SurveyRule(designEffect: 10).applied(to: none, range: percent).interval == nil)
  }

  @Test("A rule turns a value unreliable, and says whether it leaves the statistics.")
  func unreliable() {
    let cell = IndicatorValue(value: 10, standardError: 3, sampleSize: 50)
    let half = SurveyRule(maximumHalfWidth: 5).applied(to: cell, range: percent)
    #expect(half.status == .unreliable)
    #expect(half.entersStatistics)
    #expect(half.reason == "the 95 % interval is wider than ±5")
    let cv = SurveyRule(maximumCoefficientOfVariation: 0.25, excludesUnreliable: true)
      .applied(to: cell, range: percent)
    #expect(cv.status == .unreliable)
    #expect(!cv.entersStatistics)
    #expect(cv.reason == "the standard error is more than 25 % of the value")
    let kept = SurveyRule(maximumCoefficientOfVariation: 0.3).applied(to: cell, range: percent)
    #expect(kept.status == .ok)
  }
}

@Suite struct SuppressionTests {
  private let head = "area_code,indicator,value,standard_error,sample_size,note\n"
  private let rule = indicator("x") {
    $0.suppression = SuppressionRule(below: 30)
    $0.range = ValueRange(minimum: 0, maximum: 100)
  }

  @Test("A value of too few respondents is in no cell, report or message.")
  func withheld() throws {
    let join = try IndicatorsTests.join(
      head + "03,x,77.123,1.5,29,only 77.123\n04,x,5,1,30,\n16,x,177.123,1,3,\n", [rule])
    #expect(join.problems.isEmpty)
    let cells = try #require(join.matrix["x"]).cells
    #expect(cells[0].status == .suppressed)
    #expect(cells[0].value == nil && cells[0].standardError == nil && cells[0].sampleSize == nil)
    #expect(cells[0].reason == "fewer than 30 respondents, or needed to hide such a value")
    #expect(cells[1].value == 5)
    #expect(join.report.rows[0].outcome == .suppressed)
    let everything =
      "\(join.matrix) \(join.report) \(join.report.summary()) \(join.warnings)"
    #expect(!everything.contains("77.123"))
  }

  @Test("Without a sample size the rule cannot be decided, which is an error.")
  func unknownSize() throws {
    #expect(
      try join(head + "03,x,5,,,\n", [rule]).problems.all.first?.description
        == "t.csv:2:9: there is no sample size, so 'suppress_below' cannot be decided; "
        + "fill in the sample size")
  }

  @Test("A sample size beyond 2^53 − 1 is refused, and so is one with a fraction.")
  func oddSize() throws {
    for size in ["9007199254740993", "12.5"] {
      #expect(
        try join(head + "03,x,5,1,\(size),\n", [indicator("x")]).problems.all.first?.description
          == "t.csv:2:10: a sample size is not a whole number from 0 to 2^53 − 1 "
          + "(column 'sample_size'); write how many were asked, or leave the cell empty")
    }
  }

  @Test("A count below the limit is withheld, and no message shows a count.")
  func counts() throws {
    let count = indicator("x") {
      $0.suppression = SuppressionRule(below: 5, basis: .count)
      $0.aggregation = .sum
    }
    let join = try IndicatorsTests.join(
      head + "03,x,3,,,\n03,x,40,,,\n04,x,3 or 4,,,\n16,x,5,,,\n", [count])
    let cells = try #require(join.matrix["x"]).cells
    #expect(cells.map(\.status) == [.suppressed, .noData, .suppressed])
    #expect(
      join.problems.description
        == "t.csv:4:6: a cell that may have to be withheld is not a number (column 'value'); "
        + "leave the cell empty or list it under 'missing'")
  }
}
