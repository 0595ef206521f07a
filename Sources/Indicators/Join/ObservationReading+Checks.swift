internal import Diagnostics

extension ObservationReading {
  mutating func warnOfUnreadColumns() {
    let customary = [
      "area_code", "area_name", "indicator", "value", "unit", "period", "standard_error",
      "sample_size", "flag", "source", "note",
    ]
    guard definition.layout == .long else { return }
    for (column, name) in table.header.enumerated() where !customary.contains(name) {
      if let meant = name.nearest(in: customary, limit: 1).first, table.column(meant) == nil,
        !definition.columns.all.contains(name)
      {
        warnings.add(
          "nothing reads the column \(name.quoted) (did you mean \(meant.quoted)?)",
          at: table.place(row: -1, column: column), remedy: "rename it, or declare it")
      }
    }
  }

  /// A row of an indicator that nobody reads, but that is spelled nearly like one that has no row
  /// for this very area, is a mistake that would make a hole.
  mutating func checkMistypedNames(_ columns: ResolvedColumns) {
    guard definition.layout == .long, let column = columns.indicator,
      let area = columns.areaCode ?? columns.areaName
    else { return }
    let names = (0..<table.rowCount).map { table.text(row: $0, column: column) }
    let areas = (0..<table.rowCount).map { table.text(row: $0, column: area) }
    let read = Set(indicators.map(\.nameInTable))
    if names.allSatisfy(read.contains) { return }
    let unread = names.indices.filter { !read.contains(names[$0]) }
    for name in read.sorted() where !unread.isEmpty {
      let covered = Set(names.indices.filter { names[$0] == name }.map { areas[$0] })
      if covered.isEmpty { continue }
      for row in unread where !covered.contains(areas[row]) && names[row].isMistyped(name) {
        for number in indicators.indices where indicators[number].nameInTable == name {
          isFaulty[number] = true
        }
        problems.add(
          "\(names[row].quoted) is not read, and \(areas[row].quoted) has no row of "
            + name.quoted,
          at: table.place(row: row, column: column),
          remedy: "write \(name.quoted), or take the row out")
      }
    }
  }

  /// An indicator or period that no row has is an error which lists those there are.
  mutating func checkNamesAndPeriods(_ columns: ResolvedColumns) {
    for (number, indicator) in indicators.enumerated() {
      let before = problems.count
      defer { if problems.count > before { isFaulty[number] = true } }
      let name = indicator.nameInTable
      var candidates = Array(0..<table.rowCount)
      if let column = columns.indicator {
        let names = candidates.map { table.text(row: $0, column: column) }
        candidates = candidates.filter { names[$0] == name }
        if candidates.isEmpty {
          problems.add(
            "no row of \(definition.file.quoted) is of the indicator \(name.quoted)"
              + didYouMean(name, in: names.uniqued),
            at: indicator.place ?? table.place(row: -1, column: column),
            remedy: "it has \(names.uniqued.listed())")
          continue
        }
      }
      guard let column = columns.period else { continue }
      let periods = candidates.map { table.text(row: $0, column: column) }
      if !periods.contains(indicator.indicator.period) {
        problems.add(
          "no row of \(name.quoted) has the period \(indicator.indicator.period.quoted)",
          at: indicator.place ?? table.place(row: -1, column: column),
          remedy: "those there are: \(periods.uniqued.listed())")
      }
    }
  }

  /// All rows of an indicator must be in one unit, and in the declared one.
  mutating func checkUnits(_ columns: ResolvedColumns) {
    guard let column = columns.unit, definition.layout == .long else { return }
    for (number, indicator) in indicators.enumerated() {
      var expected = indicator.unitInTable
      for observation in observations[number] {
        let unit = table.text(row: observation.row, column: column)
        if let expected, unit != expected {
          problems.add(
            "the unit of \(indicator.nameInTable.quoted) is \(unit.quoted) here and "
              + "\(expected.quoted) elsewhere",
            at: table.place(row: observation.row, column: column),
            remedy: "give all rows of an indicator in one unit")
          isFaulty[number] = true
          break
        }
        expected = unit
      }
    }
  }
}

extension String {
  /// Whether it is another word but for spaces and case, or for a slip in a word long enough.
  fileprivate func isMistyped(_ word: String) -> Bool {
    let plain = { (text: String) in text.filter { !$0.isWhitespace }.lowercased() }
    return plain(self) == plain(word)
      || (Swift.min(count, word.count) > 3 && !nearest(in: [word], limit: 1).isEmpty)
  }
}

extension TableColumns {
  /// Every name that is declared.
  var all: [String] {
    [
      areaCode, areaName, indicator, value, unit, period, standardError, sampleSize, flag, source,
      note,
    ].compactMap { $0 }
  }
}
