internal import Diagnostics

/// Makes one cell an area of the rows that met it.
struct Reduction {
  let table: Table
  let indicator: IndicatorDefinition

  /// Cells by area code; several rows of an area are aggregated as declared, or refused.
  func cells(
    of observations: [Observation], report rows: inout [JoinReport.Row],
    problems: inout ProblemList
  ) -> [String: IndicatorValue] {
    var cells: [String: IndicatorValue] = [:]
    for (code, group) in Dictionary(grouping: observations, by: \.areaCode) {
      cells[code] = group.count == 1 ? group[0].cell : aggregated(group)
    }
    var first: [String: Observation] = [:]
    for observation in observations {
      guard let earlier = first[observation.areaCode] else {
        first[observation.areaCode] = observation
        continue
      }
      let line = table.label(ofRow: earlier.row)
      if let aggregation = indicator.aggregation {
        for row in [earlier.reportRow, observation.reportRow] where rows[row].outcome == .met {
          rows[row].outcome = .aggregated
          rows[row].reason = "\(aggregation.rawValue) of the rows of this area"
        }
        continue
      }
      let area = rows[observation.reportRow].area.quoted
      problems.add(
        "a second row of \(indicator.nameInTable.quoted) for area \(area) "
          + "(\(observation.areaCode)); the first is in \(line)", at: observation.cell.place,
        remedy: "remove one, or declare 'aggregate: \(customaryAggregation)'")
      let second = table.label(ofRow: observation.row)
      for (row, other) in [(earlier.reportRow, second), (observation.reportRow, line)] {
        rows[row].outcome = .duplicate
        rows[row].reason = "the area has a row in \(other) too"
        rows[row].suggestions = ["aggregate: \(customaryAggregation)"]
      }
    }
    return cells
  }

  /// Counts are added up, all else is averaged.
  private var customaryAggregation: String {
    indicator.measure == .count ? "sum" : "mean"
  }

  /// The aggregate of the rows. A withheld row withholds it, since the others would give it away;
  /// without one of its parts it is none.
  private func aggregated(_ group: [Observation]) -> IndicatorValue {
    // All rows alike are named: which of them is the small one is nobody's business.
    if let withheld = group.first(where: { $0.cell.status == .suppressed }) {
      var cell = withheld.cell
      cell.place = group[0].cell.place
      cell.furtherRows = furtherRows(of: group)
      return cell
    }
    if let empty = group.first(where: { $0.cell.value == nil }) {
      return .missing(
        reason: "one of \(group.count) rows to aggregate has no value "
          + "(\(table.label(ofRow: empty.row)))")
    }
    let cells = group.map(\.cell)
    guard var cell = cells.first else { return .missing(reason: "no row") }
    let values = cells.compactMap(\.value)
    let aggregation = indicator.aggregation ?? .mean
    cell.value =
      switch aggregation {
      case .mean: values.reduce(0, +) / Double(values.count)
      case .sum: values.reduce(0, +)
      case .min: values.min()
      case .max: values.max()
      }
    cell.standardError = nil
    cell.interval = nil
    let sizes = cells.compactMap(\.sampleSize)
    cell.sampleSize = sizes.count == cells.count ? sizes.reduce(0, +) : nil
    cell.entersStatistics = cells.allSatisfy(\.entersStatistics)
    cell.status = cells.contains { $0.status == .unreliable } ? .unreliable : .estimated
    cell.furtherRows = furtherRows(of: group)
    let shown = group.prefix(5).map { table.label(ofRow: $0.row) }.joined(separator: ", ")
    let lines = shown + (group.count > 5 ? " and \(group.count - 5) more" : "")
    cell.reason = "\(aggregation.rawValue) of \(cells.count) rows (\(lines))"
    return cell
  }

  /// `line 4, line 9 and 3 more`: the rows beside the first.
  private func furtherRows(of group: [Observation]) -> String {
    let rest = group.dropFirst()
    let shown = rest.prefix(4).map { table.label(ofRow: $0.row) }.joined(separator: ", ")
    return shown + (rest.count > 4 ? " and \(rest.count - 4) more" : "")
  }
}
