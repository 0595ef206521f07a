internal import Diagnostics

/// Finds figures that two indicators read, of which one withholds what the other may show.
///
/// The cells themselves are compared, not the names of files: one file may be there under two
/// names, be read in two layouts, or give its standard errors to an indicator of their own.
struct SharedFigures {
  /// What an indicator reads.
  private struct Cells {
    var table: Table
    var columns: [Int]
    var value: Int
    /// What the cells of a row must be for it to be read, by column.
    var rowsWhere: [Int: String]

    /// Whether a cell is read by both.
    func overlap(_ other: Cells) -> Bool {
      guard columns.contains(where: other.columns.contains), table.hasTexts(of: other.table) else {
        return false
      }
      if rowsWhere.contains(where: { other.rowsWhere[$0] ?? $1 != $1 }) { return false }
      let wanted = rowsWhere.merging(other.rowsWhere) { own, _ in own }
      return (0..<table.rowCount).contains { row in
        wanted.allSatisfy { table.text(row: row, column: $0) == $1 }
      }
    }
  }

  private let indicators: [IndicatorDefinition]
  private let cells: [Cells?]
  /// The group that each is withheld with; nil where nothing of it may have to be.
  private let groups: [[Int]?]

  init(_ tables: [LoadedTable], _ indicators: [IndicatorDefinition]) {
    self.indicators = indicators
    cells = indicators.map { indicator in
      tables.first { $0.definition.id == indicator.table }.flatMap { Self.cells(indicator, $0) }
    }
    let all = SmallNumbers.groups(of: indicators)
    groups = indicators.indices.map { index in all.first { $0.contains(index) } }
  }

  /// Nil where a column is missing, which is told elsewhere.
  private static func cells(_ indicator: IndicatorDefinition, _ loaded: LoadedTable) -> Cells? {
    var told = ProblemList(limit: 0)
    guard
      let found = ResolvedColumns(loaded.table, loaded.definition, [indicator], in: &told),
      let figures = found.figures.first
    else { return nil }
    var rows: [Int: String] = [:]
    if let column = found.indicator { rows[column] = indicator.nameInTable }
    if let column = found.period { rows[column] = indicator.indicator.period }
    return Cells(
      table: loaded.table,
      columns: [figures.value, figures.standardError, figures.sampleSize].compactMap(\.self),
      value: figures.value, rowsWhere: rows)
  }

  func check(_ problems: inout Problems) {
    for (index, indicator) in indicators.enumerated() {
      let earlier = indicators[..<index].indices.first { other in
        !areWithheldAlike(index, other)
          && cells[index].flatMap { own in
            cells[other].map(own.overlap)
          } == true
      }
      guard let earlier, let own = cells[index], let other = cells[earlier] else { continue }
      let isAlone = [groups[index], groups[earlier]].allSatisfy { ($0?.count ?? 1) == 1 }
      problems.add(
        "\(indicator.indicator.id.quoted) and \(indicators[earlier].indicator.id.quoted) read the "
          + "same figures and withhold different ones of them", at: indicator.place,
        remedy: own.value == other.value && isAlone
          ? "give both the same 'suppress_below'"
          : "name one of them under 'suppress_with' of the other")
    }
  }

  /// Whether both are withheld in the same areas, or neither in any.
  private func areWithheldAlike(_ one: Int, _ other: Int) -> Bool {
    groups[one] == groups[other]
      || (groups[one]?.count == 1 && groups[other]?.count == 1
        && indicators[one].suppression == indicators[other].suppression)
  }
}
