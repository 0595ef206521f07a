internal import Diagnostics

/// One figure of a table that met an area.
struct Observation {
  /// Number of the row in the table.
  var row: Int
  /// Code of the area.
  var areaCode: String
  /// The figure, or why there is none.
  var cell: IndicatorValue
  /// Respondents behind the figure, or the figure itself, where a rule counts them; known for a
  /// withheld figure too. It never leaves the join.
  var basis: Double?
  /// Where its row stands in the report.
  var reportRow: Int
}

/// Where the figures of one indicator stand in a table.
struct ObservationColumns {
  var value: Int
  var standardError: Int?
  var sampleSize: Int?
  var flag: Int?
}

/// Where everything stands in a table, once every declared name was found.
struct ResolvedColumns {
  var areaCode: Int?
  var areaName: Int?
  var indicator: Int?
  var unit: Int?
  var period: Int?
  var source: Int?
  var note: Int?
  /// One entry an indicator.
  var figures: [ObservationColumns] = []

  /// Looks up the columns of a table, or adds to `problems` what is not there.
  init?(
    _ table: Table, _ definition: TableDefinition, _ indicators: [IndicatorDefinition],
    in problems: inout ProblemList
  ) {
    let before = problems.count
    let names = definition.columns
    func find(_ name: String?, _ customary: String, _ isNeeded: Bool = false) -> Int? {
      let wanted = name ?? customary
      if let column = table.column(wanted) { return column }
      if name != nil || isNeeded {
        problems.add(
          "the table \(table.file.quoted) has no column \(wanted.quoted)"
            + didYouMean(wanted, in: table.header),
          at: name == nil ? table.headerPlace : definition.place ?? table.headerPlace,
          remedy: "its columns are \(table.header.map(\.withoutFigure).listed())")
      }
      return nil
    }
    areaCode = find(names.areaCode, "area_code", names.areaName == nil && table.lacksAreaName)
    areaName = find(names.areaName, "area_name")
    unit = find(names.unit, "unit")
    period = find(names.period, "period")
    source = find(names.source, "source")
    note = find(names.note, "note")
    switch definition.layout {
    case .long:
      indicator = find(names.indicator, "indicator", true)
      let value = find(names.value, "value", true)
      let columns = ObservationColumns(
        value: value ?? 0, standardError: find(names.standardError, "standard_error"),
        sampleSize: find(names.sampleSize, "sample_size"), flag: find(names.flag, "flag"))
      figures = indicators.map { _ in columns }
    case .wide:
      figures = indicators.map { indicator in
        let value = find(indicator.valueColumn, indicator.nameInTable, true)
        func own(_ name: String?) -> Int? { name.flatMap { find($0, $0) } }
        return ObservationColumns(
          value: value ?? 0, standardError: own(indicator.standardErrorColumn),
          sampleSize: own(indicator.sampleSizeColumn), flag: own(indicator.flagColumn))
      }
    }
    if problems.count > before { return nil }
  }
}

extension String {
  /// A header that is a number is none: it may be a figure of the first row.
  fileprivate var withoutFigure: String {
    if case .number = NumberText(self) { "…" } else { self }
  }
}

extension Table {
  fileprivate var lacksAreaName: Bool { column("area_name") == nil }
}
