public import Diagnostics

/// How files are written, where a definition may choose.
public struct FileOptions: Sendable, Hashable {
  /// Most digits behind the point of a coordinate in GeoJSON, 0–7.
  public var coordinateDecimals: Int
  /// Where a definition says so; nil where none does.
  public var coordinateDecimalsPlace: Place?
  /// Whether tables of comma-separated values begin with a byte order mark, without which Excel
  /// does not take them for UTF-8.
  public var csvHasByteOrderMark: Bool

  /// Options; the default is the most precise and the plainest.
  public init(coordinateDecimals: Int = 7, csvHasByteOrderMark: Bool = false) {
    self.coordinateDecimals = coordinateDecimals
    self.csvHasByteOrderMark = csvHasByteOrderMark
  }
}
