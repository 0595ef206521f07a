/// Areas × indicators: in every cell a value, or the reason there is none.
public struct IndicatorMatrix: Sendable, Hashable {
  /// One indicator with its cells in layer order.
  public struct Column: Sendable, Hashable {
    /// What is measured.
    public var indicator: Indicator
    /// One cell an area, in layer order.
    public var cells: [IndicatorValue]
    /// The last day on which its source could be read, ISO 8601; nil where that is this run's.
    public var lastRead: String?
    /// Whether figures of an earlier day may stand in where its source fails, so that each of them
    /// is published with its day.
    public var mayBeStale = false
    /// Why its figures could not be read, or failed their checks; nil where they are this run's.
    public var failure: String?
    /// Paths of the files of its table; empty for a database.
    public var files: [String] = []
    /// Paths of the files of the crosswalk that moved its figures; empty for none.
    public var crosswalkFiles: [String] = []

    /// A column; `cells` has one entry an area.
    public init(
      indicator: Indicator, cells: [IndicatorValue], lastRead: String? = nil,
      failure: String? = nil
    ) {
      self.indicator = indicator
      self.cells = cells
      self.lastRead = lastRead
      self.failure = failure
    }

    /// The values that index and statistics may use, nil elsewhere; layer order.
    public var statisticalValues: [Double?] {
      cells.map { $0.entersStatistics ? $0.value : nil }
    }
    /// Number of areas with a value, reliable or not.
    public var valueCount: Int { cells.count { $0.value != nil } }
  }

  /// Area codes in layer order.
  public let areaCodes: [String]
  /// The indicators in the order of the definition.
  public var columns: [Column]

  /// A matrix; every column has one cell for each code.
  public init(areaCodes: [String], columns: [Column]) {
    precondition(columns.allSatisfy { $0.cells.count == areaCodes.count })
    self.areaCodes = areaCodes
    self.columns = columns
  }

  /// The column of an indicator, or nil.
  public subscript(id: String) -> Column? { columns.first { $0.indicator.id == id } }
}
