public import Diagnostics

/// A figure for the country as a whole, printed beside the map of an indicator.
public struct NationalFigure: Sendable, Hashable {
  /// Identifier of the indicator.
  public var indicator: String
  /// The figure, in the indicator's unit.
  public var value: Double
  /// Its period, as printed.
  public var period: String
  /// Identifier of its source.
  public var source: String
  /// What it is worth.
  public var status: Status
  /// Where it was read.
  public var place: Place

  /// A national figure.
  public init(
    indicator: String, value: Double, period: String, source: String, status: Status = .ok,
    place: Place
  ) {
    self.indicator = indicator
    self.value = value
    self.period = period
    self.source = source
    self.status = status
    self.place = place
  }

  /// The national figures in a long table, by identifier of the indicator.
  ///
  /// Only rows whose area is `country` count, and never a row flagged as pooled: those come
  /// from some areas only. Of several periods the indicator's own is taken; indicators that the
  /// definition does not have are left out.
  ///
  /// - Throws: `Problems`: a column that is not there, a figure that is none or out of range,
  ///   an unknown flag, two figures for one indicator and period.
  public static func read(
    _ table: Table, definition: TableDefinition, country: String,
    indicators: [IndicatorDefinition]
  ) throws -> [String: NationalFigure] {
    var problems = ProblemList(limit: TableLimits().problems)
    // A rule for small numbers is about areas; the join says which totals would give one away.
    let indicators = indicators.map { indicator in
      var indicator = indicator
      indicator.suppression = nil
      return indicator
    }
    guard let columns = ResolvedColumns(table, definition, indicators, in: &problems),
      let areas = columns.areaCode ?? columns.areaName, let names = columns.indicator
    else {
      try problems.throwIfAny(in: table.file)
      return [:]
    }
    var figures: [String: NationalFigure] = [:]
    for row in 0..<table.rowCount where table.text(row: row, column: areas) == country {
      let name = table.text(row: row, column: names)
      for (number, indicator) in indicators.enumerated() where indicator.nameInTable == name {
        let reading = CellReading(
          table: table, definition: definition, indicator: indicator,
          columns: columns.figures[number], shared: columns, hidesCells: false)
        guard case .cell(let cell, _) = reading.read(row: row, in: &problems),
          let value = cell.value, let place = cell.place
        else { continue }
        let id = indicator.indicator.id
        let figure = NationalFigure(
          indicator: id, value: value, period: cell.period ?? indicator.indicator.period,
          source: cell.source ?? "", status: cell.status, place: place)
        guard let other = figures[id] else {
          figures[id] = figure
          continue
        }
        if other.period == figure.period {
          problems.add(
            "a second national figure of \(id.quoted) for \(figure.period.quoted)", at: place,
            remedy: "remove one")
        } else if figure.period == indicator.indicator.period {
          figures[id] = figure
        }
      }
    }
    try problems.throwIfAny(in: table.file)
    return figures
  }
}
