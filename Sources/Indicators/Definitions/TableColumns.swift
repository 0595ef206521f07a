/// What the columns of a table are called.
///
/// A nil stands for the customary name, which need not be there; a name that is given must be.
public struct TableColumns: Sendable, Hashable {
  /// Codes of areas; `area_code`. It may hold names too, which are looked up after the codes.
  public var areaCode: String?
  /// Names of areas; `area_name`. Used where the code is empty, and to check the code.
  public var areaName: String?
  /// Which indicator a row is of; `indicator`. Long layout only.
  public var indicator: String?
  /// The figure; `value`. Long layout only.
  public var value: String?
  /// The unit of the figure; `unit`.
  public var unit: String?
  /// When it was measured; `period`.
  public var period: String?
  /// Standard error, in the unit of the figure; `standard_error`.
  public var standardError: String?
  /// Number of respondents or cases; `sample_size`.
  public var sampleSize: String?
  /// What the figure is worth; `flag`.
  public var flag: String?
  /// Identifier of the source; `source`.
  public var source: String?
  /// A remark on the figure; `note`.
  public var note: String?

  /// Column names; nil for the customary one.
  public init(
    areaCode: String? = nil, areaName: String? = nil, indicator: String? = nil,
    value: String? = nil, unit: String? = nil, period: String? = nil,
    standardError: String? = nil, sampleSize: String? = nil, flag: String? = nil,
    source: String? = nil, note: String? = nil
  ) {
    self.areaCode = areaCode
    self.areaName = areaName
    self.indicator = indicator
    self.value = value
    self.unit = unit
    self.period = period
    self.standardError = standardError
    self.sampleSize = sampleSize
    self.flag = flag
    self.source = source
    self.note = note
  }
}
