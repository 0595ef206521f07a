/// Values that break a check, by area.
struct Violations {
  /// More are counted, not listed.
  private static let limit = 12

  private(set) var areas: [Int] = []
  private(set) var texts: [String] = []

  /// Every value of the columns that `fault` finds something wrong with, column by column.
  init(
    _ columns: [IndicatorMatrix.Column], labels: [String],
    _ fault: (_ area: Int, _ value: Double, _ column: IndicatorMatrix.Column) -> String?
  ) {
    for column in columns {
      for (area, cell) in column.cells.enumerated() {
        guard let value = cell.value, let fault = fault(area, value, column) else { continue }
        let name = columns.count > 1 ? "\(column.indicator.id.quoted) in " : ""
        areas.addNew(area)
        texts.append("\(name)\(labels[area]) \(fault)")
      }
    }
  }

  /// The result of a check that holds when there is none.
  func result(
    _ check: CheckDefinition, codes: [String], holds: String, fails: String
  ) -> CheckResult {
    if texts.isEmpty { return CheckResult(check, .passed, holds) }
    let rest = texts.count - Self.limit
    let shown =
      texts.prefix(Self.limit).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    return CheckResult(
      check, .failed, "\(count(texts.count, "value")) \(fails): \(shown)",
      areas: areas.sorted().map { codes[$0] })
  }
}
