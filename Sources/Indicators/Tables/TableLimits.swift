public import Diagnostics

/// How large a table may be before reading stops: the input is hostile until read.
public struct TableLimits: Sendable, Hashable {
  /// Bytes of the file; at most 4 GiB.
  public var bytes: Int
  /// Columns of the header.
  public var columns: Int
  /// Cells of all rows together.
  public var cells: Int
  /// Bytes of one cell, quotes included.
  public var cellBytes: Int
  /// Problems told one by one; the others are counted.
  public var problems: Int
  /// Whether messages may quote cells; not those of a table that has figures to withhold.
  public var quotesCells: Bool

  /// Limits; the defaults are far above any table of indicators.
  public init(
    bytes: Int = 256 << 20, columns: Int = 1_000, cells: Int = 20_000_000,
    cellBytes: Int = 64 << 10, problems: Int = 20,
    quotesCells: Bool = true
  ) {
    self.bytes = min(bytes, Int(UInt32.max) - 1)
    self.columns = columns
    self.cells = cells
    self.cellBytes = cellBytes
    self.problems = problems
    self.quotesCells = quotesCells
  }

  /// Why a file of more bytes is not read.
  public func tooLarge(_ file: String) -> Problem {
    Problem(
      "the file is larger than \(bytes) bytes", at: Place(file: file),
      remedy: "split it, or leave out rows and columns that nothing reads")
  }
}
