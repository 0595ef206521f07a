internal import Diagnostics

/// Reads the figures of one indicator out of the rows of a table.
struct CellReading {
  let table: Table
  let definition: TableDefinition
  let indicator: IndicatorDefinition
  let columns: ObservationColumns
  let shared: ResolvedColumns
  /// Whether figures may be withheld, by a rule of their own or together with others: then no
  /// message quotes a cell.
  let hidesCells: Bool

  /// The cell of a row with what its rule for small numbers counts, or why there is none.
  enum Result {
    case cell(IndicatorValue, basis: Double?)
    case pooled
    case invalid
  }

  func read(row: Int, in problems: inout ProblemList) -> Result {
    let before = problems.count
    let size = sampleSize(row: row, in: &problems)
    let figure = figure(row: row, sampleSize: size, in: &problems)
    guard let flag = flag(row: row, in: &problems) else {
      return .invalid
    }
    guard case .status(let status) = flag else { return .pooled }
    if case .value = figure, status == .notApplicable || status == .noData {
      problems.add(
        "a figure stands beside the flag \(status.rawValue.quoted)",
        at: table.place(row: row, column: columns.value),
        remedy: "empty the cell, or correct the flag")
      return .invalid
    }
    let note = text(row, shared.note)
    var cell = IndicatorValue.missing(reason: "")
    switch figure {
    case .value(let value) where status.hasValue:
      cell = IndicatorValue(value: value, status: status, reason: note)
      cell.standardError = columns.standardError.flatMap { column in
        isMissing(row, column)
          ? nil
          : table.number(
            row: row, column: column, range: ValueRange(minimum: 0), isSecret: hidesCells,
            in: &problems)
      }
      cell.sampleSize = size
    case .withheld:
      cell.status = .suppressed
      cell.reason = indicator.suppression?.reason
    case .value, .missing:
      cell.status = status.hasValue ? .noData : status
      // A remark on a figure that its source withholds may tell the figure.
      cell.reason =
        status == .suppressed ? "withheld by the source" : note ?? "no value in \(place(row))"
    case .invalid: break
    }
    if problems.count > before { return .invalid }
    cell.period = text(row, shared.period)
    cell.source = text(row, shared.source)
    cell.place = table.place(row: row, column: columns.value)
    return .cell(cell, basis: basis(of: figure, sampleSize: size))
  }

  private enum Figure {
    case value(Double), withheld(Double), missing, invalid
  }

  /// What the rule for small numbers counts.
  private func basis(of figure: Figure, sampleSize: Int?) -> Double? {
    switch (figure, indicator.suppression?.basis) {
    case (.withheld(let basis), _): basis
    case (.value(let value), .count): value
    case (.value, .sampleSize): sampleSize.map(Double.init)
    default: nil
    }
  }

  private func figure(row: Int, sampleSize: Int?, in problems: inout ProblemList) -> Figure {
    if isMissing(row, columns.value) { return .missing }
    if let rule = indicator.suppression {
      switch rule.basis {
      case .sampleSize:
        guard let sampleSize else {
          problems.add(
            "there is no sample size, so 'suppress_below' cannot be decided",
            at: table.place(row: row, column: columns.sampleSize ?? columns.value),
            remedy: "fill in the sample size")
          return .invalid
        }
        if Double(sampleSize) < rule.below { return .withheld(Double(sampleSize)) }
      case .count: break
      }
    }
    let text = table.text(row: row, column: columns.value)
    let shown = hidesCells ? Table.secret : text.quoted
    let column = "(column \(table.header[columns.value].quoted))"
    switch NumberText(text) {
    case .refused(let what, let remedy):
      problems.add(
        "\(shown) \(what) \(column)", at: table.place(row: row, column: columns.value),
        remedy: remedy)
      return .invalid
    case .number(let value):
      let isCount = indicator.suppression?.basis == .count
      if indicator.range.contains(value), !isCount || value >= 0 {
        if let rule = indicator.suppression, isCount, value < rule.below { return .withheld(value) }
        return .value(value)
      }
      problems.add(
        "\(shown) is out of the range of \(indicator.indicator.id.quoted), \(indicator.range) "
          + column, at: table.place(row: row, column: columns.value),
        remedy: "correct the value, its unit or the declared range")
      return .invalid
    }
  }

  private func sampleSize(row: Int, in problems: inout ProblemList) -> Int? {
    guard let column = columns.sampleSize, !isMissing(row, column) else { return nil }
    let text = table.text(row: row, column: column)
    if case .number(let value) = NumberText(text), let size = Int(exactly: value), size >= 0 {
      return size
    }
    problems.add(
      "a sample size is not a whole number from 0 to 2^53 − 1 (column \(table.header[column].quoted))",
      at: table.place(row: row, column: column),
      remedy: "write how many were asked, or leave the cell empty")
    return nil
  }

  private func flag(row: Int, in problems: inout ProblemList) -> Flag? {
    guard let text = text(row, columns.flag) else { return .status(.ok) }
    if let flag = definition.flags[text] { return flag }
    let known = definition.flags.keys.sorted()
    problems.add(
      hidesCells
        ? "the flag of a value that may have to be withheld is not known"
        : "the flag \(text.quoted) is not known" + didYouMean(text, in: known),
      at: table.place(row: row, column: columns.flag),
      remedy: "declare it under 'flags'; known are \(known.listed(limit: 20))")
    return nil
  }

  private func isMissing(_ row: Int, _ column: Int) -> Bool {
    let text = table.text(row: row, column: column)
    return text.isEmpty || definition.missing.contains(text)
  }

  private func text(_ row: Int, _ column: Int?) -> String? {
    guard let column else { return nil }
    let text = table.text(row: row, column: column)
    return text.isEmpty ? nil : text
  }

  private func place(_ row: Int) -> String {
    table.origin == .lines
      ? "\(table.file.fileName):\(table.number(ofRow: row))"
      : "\(table.file.fileName), \(table.label(ofRow: row))"
  }
}
