import Publishing

extension PipelineRun {
  /// Whether a text is a day as `asOf` takes it: `2026-11-22`.
  public static func isDate(_ text: String) -> Bool { CalendarDate(text) != nil }
}
