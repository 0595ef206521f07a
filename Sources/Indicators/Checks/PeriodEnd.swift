internal import Foundation

/// The last day of a period as figures are dated: `2018`, `2020-01`, `2020-01-31`, `2021-22`,
/// `2020-2024`, also with `/` or an en dash.
///
/// `2011-12` may be a month or two years; it is read as the month, so that a figure is rather
/// taken for older than it is than for younger.
enum PeriodEnd {
  /// Days since the beginning of 1970 (UTC, Gregorian); nil for a text that is no period.
  static func day(of period: String) -> Int? {
    let parts = period.split(omittingEmptySubsequences: false) { "-/–".contains($0) }
      .map { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
    let widths = period.split(omittingEmptySubsequences: false) { "-/–".contains($0) }
      .map(\.count)
    switch (widths, parts.compactMap(\.self)) {
    case ([4], let numbers) where numbers.count == 1: return lastDay(year: numbers[0], month: 12)
    case ([4, 4], let numbers) where numbers.count == 2 && numbers[0] <= numbers[1]:
      return lastDay(year: numbers[1], month: 12)
    case ([4, 2], let numbers) where numbers.count == 2:
      if (1...12).contains(numbers[1]) { return lastDay(year: numbers[0], month: numbers[1]) }
      guard numbers[1] == (numbers[0] + 1) % 100 else { return nil }
      return lastDay(year: numbers[0] + 1, month: 12)
    case ([4, 2, 2], let numbers) where numbers.count == 3:
      return day(year: numbers[0], month: numbers[1], numbers[2])
    default: return nil
    }
  }

  private static func lastDay(year: Int, month: Int) -> Int? {
    let next = month == 12 ? day(year: year + 1, month: 1, 1) : day(year: year, month: month + 1, 1)
    return next.map { $0 - 1 }
  }

  private static func day(year: Int, month: Int, _ day: Int) -> Int? {
    guard let utc = TimeZone(secondsFromGMT: 0) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = utc
    let components = DateComponents(
      calendar: calendar, timeZone: utc, year: year, month: month, day: day)
    guard components.isValidDate, let date = components.date else { return nil }
    return Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
  }
}
