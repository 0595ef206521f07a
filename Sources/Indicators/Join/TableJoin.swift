internal import Diagnostics
internal import Geography

/// One table met with the layer: cells, report and problems of its indicators.
struct TableJoin {
  private let loaded: LoadedTable
  private let layer: AreaLayer
  private let reading: ObservationReading
  private let fault: AreaSetFault?
  /// The indicators that are read from the table.
  let indicators: [IndicatorDefinition]
  /// One entry an indicator: cells by code of the table's area set.
  private(set) var read: [[String: IndicatorValue]] = []
  private(set) var rows: [JoinReport.Row]
  private(set) var warnings: [Problem]
  private var list: ProblemList

  /// Reads the table; `moved` then gives the cells of the layer.
  init(
    _ loaded: LoadedTable, indicators: [IndicatorDefinition], gazetteer: Gazetteer,
    layer: AreaLayer, areaSet: String?, crosswalks: [Crosswalk]
  ) {
    self.loaded = loaded
    self.indicators = indicators
    self.layer = layer
    // Old areas are areas too while the table is read.
    var gazetteer = gazetteer
    let oldAreas = loaded.crosswalk?.fromCodes.map { gazetteer.knownArea(code: $0) }
    let possible = Set(oldAreas ?? Array(0..<gazetteer.layerCount))
    let declared = AreaSetFault(loaded, areaSet: areaSet, crosswalks: crosswalks)
    reading = ObservationReading(
      loaded, indicators: indicators, gazetteer: gazetteer,
      isPossible: gazetteer.codes.indices.map(possible.contains), areaSetFault: declared)
    rows = reading.rows
    warnings = reading.warnings.problems(in: loaded.definition.file)
    list = reading.problems
    for (number, indicator) in indicators.enumerated() {
      let cells = Reduction(table: loaded.table, indicator: indicator)
        .cells(of: reading.observations[number], report: &rows, problems: &list)
      let scale = ScaleCheck(indicator: indicator)
      if let problem = scale.problem(cells.values, file: loaded.definition.file) {
        list.add(problem)
      }
      read.append(cells)
    }
    let undeclared = reading.met.lazy.compactMap {
      AreaSetFault(
        undeclared: loaded, met: $0, areaSet: areaSet, crosswalks: crosswalks,
        gazetteer: gazetteer)
    }.first
    if let undeclared { list.add(undeclared.problem) }
    fault = declared ?? undeclared
  }

  /// What is wrong with the table and how it met, the first ones in full.
  var problems: [Problem] { list.problems(in: loaded.definition.file) }

  /// What is needed to decide which values of an indicator are withheld.
  func member(_ number: Int) -> SmallNumbers.Member {
    SmallNumbers.Member(
      definition: indicators[number], cells: read[number],
      bases: reading.observations[number].reduce(into: [:]) { bases, observation in
        if let basis = observation.basis { bases[observation.areaCode, default: 0] += basis }
      })
  }

  /// Takes the values of an indicator in some areas out of the data.
  mutating func withhold(_ number: Int, in codes: Set<String>, reason: String) {
    for observation in reading.observations[number] where codes.contains(observation.areaCode) {
      guard let cell = read[number][observation.areaCode],
        cell.value != nil || cell.status == .suppressed
      else { continue }
      var withheld = IndicatorValue.missing(.suppressed, reason: reason)
      (withheld.period, withheld.source) = (cell.period, cell.source)
      (withheld.place, withheld.rule) = (cell.place, cell.rule)
      read[number][observation.areaCode] = withheld
      rows[observation.reportRow].outcome = .suppressed
      rows[observation.reportRow].reason = reason
    }
  }

  /// The cells of an indicator in layer order, moved by the crosswalk and judged by the rule for
  /// sampling error; what did not meet is noted.
  mutating func moved(_ number: Int) -> (cells: [IndicatorValue], coverage: JoinReport.Coverage) {
    let indicator = indicators[number]
    let cells = layer.codes.map { code in
      indicator.survey.applied(
        to: cell(of: code, indicator, read[number]), range: indicator.range)
    }
    return (cells, cover(indicator, cells, met: reading.met[number]))
  }

  private func cell(
    of code: String, _ indicator: IndicatorDefinition, _ read: [String: IndicatorValue]
  ) -> IndicatorValue {
    if let crosswalk = loaded.crosswalk {
      return crosswalk.cell(of: code, from: read, measure: indicator.measure ?? .rate)
    }
    if let cell = read[code] { return cell }
    if let reason = loaded.definition.changedAreas[code] { return .missing(reason: reason) }
    return .missing(reason: "no row for area \(code) in \(loaded.definition.file.fileName)")
  }

  /// Counts the areas that an indicator reached, and notes those that it did not.
  private mutating func cover(
    _ indicator: IndicatorDefinition, _ cells: [IndicatorValue], met: Set<String>
  ) -> JoinReport.Coverage {
    var reached = 0
    for (code, cell) in zip(layer.codes, cells) {
      let isMet =
        loaded.crosswalk.map { $0.parts(to: code).contains { met.contains($0.from) } }
        ?? met.contains(code)
      if isMet {
        reached += 1
        continue
      }
      let isChanged =
        loaded.crosswalk == nil && loaded.definition.changedAreas[code] != nil
      let suggestions = reading.proposedRows[code] ?? fault?.suggestions ?? []
      rows.append(
        JoinReport.Row(
          file: loaded.definition.file, line: nil, indicator: indicator.indicator.id, area: "",
          areaCode: code, outcome: isChanged ? .changedArea : .noRow, reason: cell.reason ?? "",
          suggestions: Array(suggestions.prefix(3))))
    }
    let needed = indicator.minimumMatchedAreas ?? 1
    // Where nothing at all was read, what hindered it was told already.
    let isTold = fault != nil || (reached == 0 && !list.isEmpty)
    if !isTold, reached < needed,
      loaded.table.rowCount > 0 || indicator.minimumMatchedAreas != nil
    {
      list.add(
        "\(indicator.indicator.id.quoted) met \(reached) of \(count(layer.count, "area")), and "
          + "\(needed) \(needed == 1 ? "is" : "are") asked for",
        at: indicator.place ?? Place(file: loaded.definition.file),
        remedy: "see join-report.csv for the rows and areas that did not meet")
    }
    return JoinReport.Coverage(
      indicator: indicator.indicator.id, met: reached,
      withValue: cells.count { $0.value != nil }, areas: layer.count)
  }
}
