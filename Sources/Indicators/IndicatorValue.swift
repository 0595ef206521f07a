public import Diagnostics

/// One cell of the atlas: the value of an indicator in an area, or the reason there is none.
public struct IndicatorValue: Sendable, Hashable {
  /// The figure in the indicator's unit; nil exactly when `status.hasValue` is false.
  public var value: Double?
  /// What the value is worth, or why there is none.
  public var status: Status
  /// A sentence on the status in English: the note of the source, or why nothing met.
  public var reason: String?
  /// Whether index and statistics use it. False for every value that is missing or `unreliable`.
  public var entersStatistics: Bool
  /// Standard error, in the indicator's unit.
  public var standardError: Double?
  /// 95 % confidence interval, in the indicator's unit.
  public var interval: ClosedRange<Double>?
  /// Number of respondents or cases behind the value.
  public var sampleSize: Int?
  /// The period of the row, where the table gives one.
  public var period: String?
  /// The source of the row, where the table gives one.
  public var source: String?
  /// Where the value was read.
  public var place: Place?
  /// The rows beside `place` that it was made of, where there are several: `line 4, line 9`.
  public var furtherRows: String?
  /// How its row met the area: `code`, `alias`, `name`, `crosswalk`.
  public var rule: String?

  /// A cell; the default is a plain `ok` value.
  public init(
    value: Double?, status: Status = .ok, reason: String? = nil, entersStatistics: Bool? = nil,
    standardError: Double? = nil, interval: ClosedRange<Double>? = nil, sampleSize: Int? = nil,
    period: String? = nil, source: String? = nil, place: Place? = nil, rule: String? = nil
  ) {
    self.value = value
    self.status = status
    self.reason = reason
    self.entersStatistics = entersStatistics ?? (status.hasValue && status != .unreliable)
    self.standardError = standardError
    self.interval = interval
    self.sampleSize = sampleSize
    self.period = period
    self.source = source
    self.place = place
    self.rule = rule
  }

  /// A cell without a value, and why.
  public static func missing(_ status: Status = .noData, reason: String) -> IndicatorValue {
    IndicatorValue(value: nil, status: status, reason: reason)
  }
}
