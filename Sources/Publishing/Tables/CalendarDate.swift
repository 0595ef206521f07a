/// A day of the Gregorian calendar, from 1 March 1900, where every spreadsheet agrees, to 9999.
public struct CalendarDate: Sendable, Hashable, CustomStringConvertible {
  /// The year, 1900–9999.
  public let year: Int
  /// The month, 1–12.
  public let month: Int
  /// The day of the month, 1–31.
  public let day: Int

  /// The day that a text of the form `2026-11-22` means (ISO 8601); nil for any other text, and
  /// for days that there are not.
  public init?(_ text: String) {
    guard let parts = text.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/)?.output,
      let year = Int(parts.1), let month = Int(parts.2), let day = Int(parts.3),
      (1...12).contains(month), (1...Self.dayCount(year, month)).contains(day),
      (year, month) >= (1900, 3)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2026-11-22`.
  public var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// The number that a workbook keeps for the day: 61 is 1 March 1900 (ECMA-376, part 1, 18.17.4).
  package var serialNumber: Int {
    let months = (1..<month).reduce(0) { $0 + Self.dayCount(year, $1) }
    let years = year - 1900
    let leapDays = (1900..<year).count(where: Self.isLeap)
    // The format takes 1900 for a leap year, which puts every later day one further.
    return years * 365 + leapDays + months + day + 1
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func dayCount(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
