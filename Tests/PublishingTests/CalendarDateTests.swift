import Testing

@testable import Publishing

@Suite struct CalendarDateTests {
  @Test(
    "A day is kept as workbooks count days: 61 is 1 March 1900.",
    arguments: [
      ("1900-03-01", 61), ("1970-01-01", 25_569), ("2000-02-29", 36_585), ("2026-11-22", 46_348),
      ("9999-12-31", 2_958_465),
    ])
  func serialNumbers(_ text: String, _ number: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.serialNumber == number)
    #expect(date.description == text)
  }

  @Test(
    "What is no day of the calendar is none.",
    arguments: [
      "", "2026", "2026-11", "2026-1-2", "2026-13-01", "2026-00-01", "2026-02-29", "1900-02-29",
      "2100-02-29", "2026-04-31", "2026-11-22T00:00", "22-11-2026", "soon", "២០២៦-១១-២២",
    ])
  func none(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }
}
