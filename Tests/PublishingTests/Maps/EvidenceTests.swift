import Geography
import Indicators
import Testing

@testable import Publishing

@Suite struct EvidenceTests {
  @Test(
    "A period ends with the last year that it names.",
    arguments: [
      ("2021-22", 2022), ("2011", 2011), ("2020-2024", 2024), ("2018–19", 2019),
      ("April 2019", 2019), ("2026-11-22", 2026), ("2021-06", 2021), ("2019/20", 2020),
    ])
  func lastYear(period: String, year: Int) {
    #expect(Evidence.lastYear(of: period) == year)
  }

  @Test("A period without a year has no age.")
  func noYear() {
    #expect(Evidence.lastYear(of: "last survey") == nil)
    #expect(Evidence.lastYear(of: "") == nil)
  }

  private static func column(_ period: String, _ cells: [IndicatorValue])
    -> IndicatorMatrix.Column
  {
    IndicatorMatrix.Column(
      indicator: Indicator(
        id: "i\(period)", title: LocalizedText(["en": period]), unit: LocalizedText([:]),
        period: period, sources: ["s"], direction: .none), cells: cells)
  }

  @Test("Figures, unsure ones, intervals, years and gaps are counted area by area.")
  func counts() {
    let evidence = Evidence(
      of: [
        EvidenceTests.column(
          "2011", [IndicatorValue(value: 1), IndicatorValue(value: 2, status: .unreliable)]),
        EvidenceTests.column(
          "2021-22",
          [IndicatorValue(value: 0, interval: 0...1), .missing(.suppressed, reason: "few")]),
        EvidenceTests.column(
          "2019", [.missing(reason: "none"), IndicatorValue(value: 3, period: "2024")]),
      ], asOf: "2026-11-22")
    #expect(
      evidence.areas == [
        Evidence.Known(known: 2, unsure: 0, withInterval: 1, years: [2011, 2022], missing: [2]),
        Evidence.Known(known: 2, unsure: 1, withInterval: 0, years: [2011, 2024], missing: [1]),
      ])
    #expect(evidence.years == 2011...2024)
    #expect(evidence.medianAge(0) == 4)
    #expect(evidence.medianAge(1) == 2)
    #expect(!evidence.isOld(0))
  }

  @Test("More than half of the figures have to be old for an area to count as old.")
  func old() {
    func isOld(_ years: [Int]) -> Bool {
      Evidence(
        of: years.map { EvidenceTests.column("\($0)", [IndicatorValue(value: 1)]) },
        asOf: "2026-01-01"
      ).isOld(0)
    }
    #expect(isOld([2020]))
    #expect(!isOld([2021]))
    #expect(!isOld([2010, 2025]))
    #expect(isOld([2010, 2011, 2025]))
  }

  @Test("Figures without a year have no age.")
  func withoutYears() {
    let evidence = Evidence(
      of: [EvidenceTests.column("last survey", [IndicatorValue(value: 1)])], asOf: "2026-01-01")
    #expect(evidence.medianAge(0) == nil)
    #expect(!evidence.isOld(0))
    #expect(evidence.years == nil)
  }

  @Test("Without a date ages are counted from the newest figure.")
  func withoutDate() {
    let evidence = Evidence(
      of: [
        EvidenceTests.column("2015", [IndicatorValue(value: 1)]),
        EvidenceTests.column("2020", [IndicatorValue(value: 1)]),
      ], asOf: nil)
    #expect(evidence.year == 2020)
    #expect(evidence.medianAge(0) == 0)
  }
}
