/// What became of every row and every area, in the order of the definition and the tables.
public struct JoinReport: Sendable, Hashable {
  /// What became of a row or an area. The texts are published names.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// The row's value stands in the area's cell.
    case met
    /// The row is one of several that were declared to be aggregated.
    case aggregated
    /// The row met an area, and has no value.
    case noValue = "no value"
    /// The row met an area; its value is withheld.
    case suppressed
    /// Nobody asked for the row's indicator.
    case otherIndicator = "other indicator"
    /// The row is of another period than the declared one.
    case otherPeriod = "other period"
    /// The row is for several areas, or for one declared not to be in the layer.
    case passedOver = "passed over"
    /// The area means something else in the table's area set.
    case changedArea = "changed area"
    /// The table is written for another area set, and nothing moves it.
    case otherAreaSet = "other area set"
    /// The row met no area.
    case unmatched
    /// The row may mean several areas.
    case ambiguous
    /// The row's code and name are of two areas.
    case conflict
    /// A second row for the same area.
    case duplicate
    /// Something in the row could not be read.
    case invalid
    /// The area met no row.
    case noRow = "no row"
    /// The area has rows, and none of the declared period.
    case noPeriod = "no row of the period"
  }

  /// One row of a table, or one area that met none.
  public struct Row: Sendable, Hashable {
    /// The table's file.
    public var file: String
    /// Line, sheet row or feature; nil for an area that met no row.
    public var line: Int?
    /// The indicator as the table names it; its identifier for an area that met no row.
    public var indicator: String
    /// The area as the table writes it; empty for an area that met no row.
    public var area: String
    /// Code of the area that was met, or that met none.
    public var areaCode: String?
    /// How they met.
    public var rule: MatchRule?
    /// What became of it.
    public var outcome: Outcome
    /// Why; empty where there is nothing to say.
    public var reason: String
    /// What may have been meant, best first, at most three.
    public var suggestions: [String]

    /// A row of the report.
    public init(
      file: String, line: Int?, indicator: String, area: String, areaCode: String? = nil,
      rule: MatchRule? = nil, outcome: Outcome, reason: String = "", suggestions: [String] = []
    ) {
      self.file = file
      self.line = line
      self.indicator = indicator
      self.area = area
      self.areaCode = areaCode
      self.rule = rule
      self.outcome = outcome
      self.reason = reason
      self.suggestions = suggestions
    }
  }

  /// How many areas an indicator reached.
  public struct Coverage: Sendable, Hashable {
    /// The indicator.
    public var indicator: String
    /// Areas that met a row.
    public var met: Int
    /// Areas with a value.
    public var withValue: Int
    /// Areas of the layer.
    public var areas: Int
  }

  /// One entry a row of a table, then one an area that met none, table by table.
  public internal(set) var rows: [Row]
  /// How many areas each indicator reached, in the order of the definition.
  public internal(set) var coverage: [Coverage]

  /// A report.
  public init(rows: [Row] = [], coverage: [Coverage] = []) {
    self.rows = rows
    self.coverage = coverage
  }
}
