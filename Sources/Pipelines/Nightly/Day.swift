import Foundation

/// A day of the Gregorian calendar, `2026-11-22`.
struct Day: Sendable, Hashable {
  /// Days since 1 January 1970.
  let number: Int

  /// The day that a text names exactly so; nil for any other text.
  init?(_ text: String) {
    let style = Date.ISO8601FormatStyle().year().month().day()
    guard let date = try? Date(text, strategy: style), date.formatted(style) == text else {
      return nil
    }
    number = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
  }
}

extension PipelineRun {
  /// Whether a text is a day as `asOf` takes it: `2026-11-22`.
  public static func isDate(_ text: String) -> Bool { Day(text) != nil }
}
