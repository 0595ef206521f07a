import Diagnostics
import Testing

@testable import Indicators

/// A column of four areas.
private func column(_ id: String, _ values: [Double?], period: String = "2020")
  -> IndicatorMatrix.Column
{
  IndicatorMatrix.Column(
    indicator: indicator(id, period: period).indicator,
    cells: values.map { value in
      value.map { IndicatorValue(value: $0) } ?? .missing(reason: "none")
    })
}

private func result(
  _ rule: CheckDefinition.Rule, _ columns: [IndicatorMatrix.Column], asOf: String? = nil,
  previous: [String: [String: Double]]? = nil
) -> CheckResult {
  let codes = ["1", "2", "3", "4"]
  let run = CheckRun(
    IndicatorMatrix(areaCodes: codes, columns: columns), labels: ["A", "B", "C", "D"], asOf: asOf,
    previous: previous)
  let check = CheckDefinition(id: "c", rule: rule, indicators: columns.map(\.indicator.id))
  return run.results(of: [check])[0]
}

@Suite("Checks of figures") struct ChecksTests {
  @Test("A range holds, or names every value outside it.")
  func range() {
    let rule = CheckDefinition.Rule.range(ValueRange(minimum: 1, maximum: 3))
    #expect(result(rule, [column("x", [1, 2, 3, nil])]).outcome == .passed)
    let broken = result(rule, [column("x", [0, 2, 3.5, nil])])
    #expect(broken.finding == "2 values out of the range 1 to 3: A 0, C 3.5")
    #expect(broken.areas == ["1", "3"])
    #expect(
      broken.problem?.description
        == "the check 'c' does not hold: 2 values out of the range 1 to 3: A 0, C 3.5; "
        + "correct the figures, or the check where it asks too much")
  }

  @Test("A sum holds within its tolerance; a missing value fails it, a withheld one leaves it.")
  func sum() {
    let rule = CheckDefinition.Rule.sum(10, tolerance: 0)
    #expect(result(rule, [column("x", [1, 2, 3, 4])]).finding == "the values of 'x' add up to 10")
    #expect(result(rule, [column("x", [0.1, 0.2, 0.3, 9.4])]).outcome == .passed)
    #expect(
      result(rule, [column("x", [1, 2, 3, 5])]).finding
        == "the values of 'x' add up to 11, not 10")
    #expect(result(.sum(10, tolerance: 1), [column("x", [1, 2, 3, 5])]).outcome == .passed)
    let missing = result(rule, [column("x", [1, 2, nil, 4])])
    #expect(missing.outcome == .failed && missing.finding == "'x' has no value in C")
    var withheld = column("x", [1, 2, nil, 4])
    withheld.cells[2].status = .suppressed
    let undecided = result(rule, [withheld])
    #expect(undecided.outcome == .undecided && undecided.finding == "values of 'x' are withheld")
    #expect(undecided.problem == nil)
  }

  @Test("Indicators ascend in every area, those without a value passed over.")
  func monotone() {
    let small = column("small", [1, 2, 3, nil])
    let none = column("none", [nil, nil, nil, nil])
    #expect(
      result(.monotone, [small, none, column("big", [1, 3, 4, 0])]).finding
        == "'small', 'none' and 'big' ascend in every area")
    let broken = result(.monotone, [small, none, column("big", [0, 3, 4, 0])])
    #expect(
      broken.finding
        == "1 value below those of the indicator before: "
        + "'big' in A is 0, and 'small' is 1")
  }

  @Test("Coverage counts areas with a value.")
  func coverage() {
    let columns = [column("x", [1, nil, 3, 4]), column("y", [1, 2, 3, 4])]
    #expect(result(.coverage(3), columns).outcome == .passed)
    let broken = result(.coverage(4), columns)
    #expect(broken.finding == "there are values of 'x' in 3 of 4 areas, and 4 are asked for")
    #expect(broken.areas == ["2"])
  }

  @Test(
    "A period ends with its last day.",
    arguments: [
      ("2020", 18_627), ("2020-02", 18_321), ("2020-02-29", 18_321), ("2021-22", 19_357),
      ("2020-2024", 20_088), ("2021/22", 19_357), ("2011-12", 15_339), ("1969", -1),
      ("1999-00", 11_322),
    ])
  func periods(text: String, day: Int) { #expect(PeriodEnd.day(of: text) == day) }

  @Test(
    "What is no period has no last day.",
    arguments: ["", "dry season", "2021-02-30", "2021-99", "2024-2020", "20", "2020-", "２０２０"])
  func noPeriods(text: String) { #expect(PeriodEnd.day(of: text) == nil) }

  @Test("Ages are counted from the end of the period to the date of the atlas.")
  func age() {
    let columns = [column("x", [1, 2, nil, nil], period: "2018")]
    #expect(result(.age(5), columns, asOf: "2023-12-31").outcome == .passed)
    let broken = result(.age(5), columns, asOf: "2024-01-02")
    #expect(
      broken.finding == "2 values older than 5 years on 2024-01-02: A is of 2018, B is of 2018")
    #expect(
      result(.age(5), columns).finding
        == "there is no date, 'as_of', on which ages could be counted")
    let unknown = result(
      .age(5), [column("x", [1, nil, nil, nil], period: "soon")], asOf: "2024-01-02")
    #expect(unknown.outcome == .undecided && unknown.finding == "the period 'soon' is no date")
  }

  @Test("The rank correlation is Spearman's, ties at their mean rank.")
  func correlation() {
    #expect(rankCorrelation([1, 2, 3], [10, 20, 30]) == 1)
    #expect(rankCorrelation([1, 2, 3], [3, 2, 1]) == -1)
    // Ranks 1 2.5 2.5 4 and 1 3 2 4: (2.25 + 0 + 0 + 2.25) / √(4.5 · 5).
    let tied = rankCorrelation([1, 2, 2, 9], [5, 7, 6, 8]) ?? 0
    #expect(abs(tied - 4.5 / 22.5.squareRoot()) < 1e-12)
    #expect(rankCorrelation([1, 2], [1, 2]) == nil)
    #expect(rankCorrelation([1, 1, 1], [1, 2, 3]) == nil)
    let columns = [column("x", [1, 2, 2, 9]), column("y", [5, 7, 6, 8])]
    let rule = CheckDefinition.Rule.correlation(ValueRange(minimum: 0.97))
    #expect(
      result(rule, columns).finding
        == "the rank correlation of 'x' and 'y' is 0.95, not at least 0.97")
    let few = result(rule, [column("x", [1, nil, 2, nil]), column("y", [1, 2, 2, nil])])
    #expect(
      few.finding == "'x' and 'y' have 2 areas in common, too few or all alike")
  }

  @Test("Changes are counted from the last release, in the unit or in percent.")
  func change() {
    let columns = [column("x", [10, 20, nil, 5])]
    let previous = ["x": ["1": 11.0, "2": 30, "3": 4]]
    let unit = result(.change(5, inPercent: false), columns, previous: previous)
    #expect(unit.finding == "1 value moved by more than 5: B from 30 to 20")
    let percent = result(.change(5, inPercent: true), columns, previous: previous)
    #expect(
      percent.finding == "2 values moved by more than 5 %: A from 11 to 10, B from 30 to 20")
    #expect(result(.change(5, inPercent: false), columns).outcome == .undecided)
  }
}
