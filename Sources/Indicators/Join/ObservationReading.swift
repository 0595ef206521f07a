internal import Diagnostics

/// Reads a table row by row: which indicator, which period, which area, which figure.
struct ObservationReading {
  let table: Table
  let definition: TableDefinition
  let indicators: [IndicatorDefinition]
  let gazetteer: Gazetteer
  /// Whether changed areas must go without a value: no crosswalk moves them.
  let withholdsChangedAreas: Bool
  /// Why no row may meet an area: the table is written for another area set.
  let areaSetFault: AreaSetFault?
  var problems = ProblemList(limit: TableLimits().problems)
  var warnings = ProblemList(limit: TableLimits().problems)
  private(set) var rows: [JoinReport.Row] = []
  /// What met an area, for each indicator in the order of the rows.
  private(set) var observations: [[Observation]]
  /// Codes of the areas that rows met, readable or not, for each indicator.
  private(set) var met: [Set<String>]
  /// Rows that met no area and may have meant this one, by its code: line and text.
  private(set) var proposedRows: [String: [String]] = [:]
  /// Codes of all areas that rows which met none may have meant.
  private(set) var proposedAreas: Set<String> = []
  /// Rows that were passed over for their period, for each indicator.
  private(set) var otherPeriodRows: [[Int]]
  /// Which indicators something is wrong with.
  var isFaulty: [Bool]
  /// The last row that was told to meet no area.
  private var refusedRow: Int?

  init(
    _ loaded: LoadedTable, indicators: [IndicatorDefinition], gazetteer: Gazetteer,
    isPossible: [Bool], areaSetFault: AreaSetFault?, secret: Set<String>
  ) {
    table = loaded.table
    definition = loaded.definition
    self.indicators = indicators
    self.gazetteer = gazetteer
    withholdsChangedAreas = loaded.crosswalk == nil
    self.areaSetFault = areaSetFault
    observations = Array(repeating: [], count: indicators.count)
    met = Array(repeating: [], count: indicators.count)
    otherPeriodRows = Array(repeating: [], count: indicators.count)
    isFaulty = Array(repeating: true, count: indicators.count)
    guard let columns = ResolvedColumns(table, definition, indicators, in: &problems) else {
      return
    }
    isFaulty = Array(repeating: areaSetFault != nil, count: indicators.count)
    warnOfUnreadColumns()
    let figures = indicators.enumerated().map { number, indicator in
      CellReading(
        table: table, definition: definition, indicator: indicator,
        columns: columns.figures[number], shared: columns,
        hidesCells: secret.contains(indicator.indicator.id))
    }
    var lookup = AreaLookup(
      table: table, definition: definition, columns: columns, gazetteer: gazetteer,
      isPossible: isPossible)
    for row in 0..<table.rowCount {
      let wanted = wantedIndicators(row: row, columns)
      for number in wanted {
        let before = problems.count
        read(row: row, number, figures[number], columns, &lookup)
        if problems.count > before { isFaulty[number] = true }
      }
    }
    checkMistypedNames(columns)
    checkNamesAndPeriods(columns)
    checkUnits(columns)
  }

  /// The indicators that a row may hold a figure of; notes a row that nobody asked for.
  private mutating func wantedIndicators(row: Int, _ columns: ResolvedColumns) -> [Int] {
    guard let column = columns.indicator else { return Array(indicators.indices) }
    let name = table.text(row: row, column: column)
    let wanted = indicators.indices.filter { indicators[$0].nameInTable == name }
    if wanted.isEmpty {
      let area = columns.areaCode ?? columns.areaName
      note(
        row, name, area: area.map { table.text(row: row, column: $0) } ?? "", .otherIndicator,
        "nothing in the definition reads \(name.quoted)")
    }
    return wanted
  }

  private mutating func read(
    row: Int, _ number: Int, _ figure: CellReading, _ columns: ResolvedColumns,
    _ lookup: inout AreaLookup
  ) {
    let indicator = indicators[number]
    let name = indicator.nameInTable
    let area = lookup.written(row: row)
    if let column = columns.period {
      let period = table.text(row: row, column: column)
      if period != indicator.indicator.period {
        // The other definition that reads the same rows for another period takes this one.
        let isTaken = indicators.contains {
          $0.nameInTable == name && $0.indicator.period == period
        }
        if !isTaken {
          note(row, name, area: area, .otherPeriod, "the period is \(period.quoted)")
        }
        otherPeriodRows[number].append(row)
        return
      }
    }
    let finding = lookup.find(row: row)
    guard let met = finding.area else {
      note(row, name, area: area, finding.outcome, finding.reason, finding.suggestions)
      if finding.outcome != .passedOver {
        isFaulty[number] = isFaulty[number] || definition.unmatchedRows == .fail
        // Of the indicators that share a row the first one tells it.
        if refusedRow != row { refuse(row, columns, finding) }
        refusedRow = row
      }
      proposedAreas.formUnion(finding.proposals.map { gazetteer.codes[$0.area] })
      if let proposal = finding.proposals.first {
        let text = "\(area.quoted) in \(table.label(ofRow: row))"
        proposedRows[gazetteer.codes[proposal.area], default: []].append(text)
      }
      return
    }
    let code = gazetteer.codes[met]
    if withholdsChangedAreas, let reason = definition.changedAreas[code] {
      note(row, name, area: area, .changedArea, reason, code: code, rule: finding.rule)
      return
    }
    let read = figure.read(row: row, in: &problems)
    if let areaSetFault {
      // A second row for the area is told all the same.
      if case .cell(let cell, _) = read {
        observations[number].append(
          Observation(row: row, areaCode: code, cell: cell, basis: nil, reportRow: rows.count))
      }
      note(
        row, name, area: area, .otherAreaSet, areaSetFault.reason, areaSetFault.suggestions,
        code: code, rule: finding.rule)
      return
    }
    switch read {
    case .invalid:
      self.met[number].insert(code)
      // A second row for the area is told all the same.
      var cell = IndicatorValue.missing(reason: "its row cannot be read")
      cell.place = table.place(row: row, column: columns.figures[number].value)
      observations[number].append(
        Observation(row: row, areaCode: code, cell: cell, basis: nil, reportRow: rows.count))
      note(row, name, area: area, .invalid, "see the errors", code: code, rule: finding.rule)
    case .pooled:
      note(row, name, area: area, .passedOver, "a figure for several areas together")
    case .cell(var cell, let basis):
      self.met[number].insert(code)
      cell.rule = finding.rule?.rawValue
      let outcome: JoinReport.Outcome =
        cell.status == .suppressed ? .suppressed : cell.value == nil ? .noValue : .met
      observations[number].append(
        Observation(row: row, areaCode: code, cell: cell, basis: basis, reportRow: rows.count))
      let reason = outcome == .met ? "" : cell.reason ?? ""
      note(row, name, area: area, outcome, reason, code: code, rule: finding.rule)
    }
  }

  private mutating func note(
    _ row: Int, _ indicator: String, area: String, _ outcome: JoinReport.Outcome,
    _ reason: String, _ suggestions: [String] = [], code: String? = nil, rule: MatchRule? = nil
  ) {
    rows.append(
      JoinReport.Row(
        file: definition.file, line: table.number(ofRow: row), indicator: indicator, area: area,
        areaCode: code, rule: rule, outcome: outcome, reason: reason, suggestions: suggestions))
  }

  /// Tells a row that met no area, as loudly as the definition asks for.
  private mutating func refuse(
    _ row: Int, _ columns: ResolvedColumns, _ finding: AreaLookup.Finding
  ) {
    let remedy =
      finding.suggestions.isEmpty
      ? "correct it, or declare an alias" : "perhaps \(finding.suggestions.listed())"
    let code = columns.areaCode.flatMap { table.text(row: row, column: $0).isEmpty ? nil : $0 }
    let problem = Problem(
      finding.reason, at: table.place(row: row, column: code ?? columns.areaName),
      remedy: remedy)
    switch definition.unmatchedRows {
    case .fail: problems.add(problem)
    case .warn: warnings.add(problem)
    case .ignore: break
    }
  }
}
