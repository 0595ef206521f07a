internal import Diagnostics
internal import Geography

/// One table met with the layer: cells, report and problems of its indicators.
struct TableJoin {
  let loaded: LoadedTable
  let layer: AreaLayer
  let reading: ObservationReading
  private let fault: AreaSetFault?
  /// Which indicators something is wrong with, so that checks of them would say nothing new.
  private(set) var isFaulty: [Bool]
  /// Periods that an area has rows of instead of the indicator's, by code; one entry an indicator.
  private let otherPeriods: [[String: [String]]]
  /// The indicators that are read from the table.
  let indicators: [IndicatorDefinition]
  /// One entry an indicator: cells by code of the table's area set.
  private(set) var read: [[String: IndicatorValue]] = []
  /// Why areas of the layer are withheld once figures are moved, by code; one entry an indicator.
  private var hidden: [[String: String]]
  private(set) var rows: [JoinReport.Row]
  private(set) var warnings: [Problem]
  private var list: ProblemList

  /// Reads the table; `moved` then gives the cells of the layer.
  init(
    _ loaded: LoadedTable, indicators: [IndicatorDefinition], gazetteer: Gazetteer,
    layer: AreaLayer, areaSet: String?, crosswalks: [Crosswalk], secret: Set<String>
  ) {
    self.loaded = loaded
    self.indicators = indicators
    self.layer = layer
    hidden = Array(repeating: [:], count: indicators.count)
    // Old areas are areas too while the table is read.
    var gazetteer = gazetteer
    let oldAreas = loaded.crosswalk?.fromCodes.map { gazetteer.knownArea(code: $0) }
    let possible = Set(oldAreas ?? Array(0..<gazetteer.layerCount))
    let declared = AreaSetFault(loaded, areaSet: areaSet, crosswalks: crosswalks)
    reading = ObservationReading(
      loaded, indicators: indicators, gazetteer: gazetteer,
      isPossible: gazetteer.codes.indices.map(possible.contains), areaSetFault: declared,
      secret: secret)
    isFaulty = reading.isFaulty
    otherPeriods = indicators.indices.map(reading.otherPeriods(of:))
    rows = reading.rows
    warnings = reading.warnings.problems(in: loaded.definition.file)
    list = reading.problems
    for (number, indicator) in indicators.enumerated() {
      let before = list.count
      let cells = Reduction(table: loaded.table, indicator: indicator)
        .cells(of: reading.observations[number], report: &rows, problems: &list)
      let scale = ScaleCheck(indicator: indicator, table: loaded.table)
      if let problem = scale.problem(cells.values, file: loaded.definition.file) {
        list.add(problem)
      }
      if list.count > before { isFaulty[number] = true }
      // Figures of another area set are none of this one.
      read.append(declared == nil ? cells : [:])
    }
    // A row that met nothing may have been meant for what the newer set adds.
    let proposed = reading.proposedAreas.intersection(crosswalks.flatMap(\.addedCodes))
    let undeclared = reading.met.lazy.compactMap {
      AreaSetFault(
        undeclared: loaded, met: $0.union(proposed), areaSet: areaSet, crosswalks: crosswalks,
        gazetteer: gazetteer)
    }.first
    if let undeclared {
      list.add(undeclared.problem)
      isFaulty = isFaulty.map { _ in true }
    }
    fault = declared ?? undeclared
  }

  /// What is wrong with the table and how it met, the first ones in full.
  var problems: [Problem] { list.problems(in: loaded.definition.file) }

  /// Takes the values of an indicator in some areas out of the data.
  mutating func withhold(_ number: Int, in codes: Set<String>, reason: String) {
    for observation in reading.observations[number] where codes.contains(observation.areaCode) {
      guard let cell = read[number][observation.areaCode], cell.hasFigure else { continue }
      read[number][observation.areaCode] = cell.withheld(reason: reason)
      rows[observation.reportRow].outcome = .suppressed
      rows[observation.reportRow].reason = reason
    }
  }

  /// Takes the values of an indicator in some areas of the layer out of the data when it is moved.
  mutating func hide(_ number: Int, in codes: Set<String>, reason: String) {
    for code in codes { hidden[number][code] = reason }
  }

  /// The cells of an indicator in layer order, moved by the crosswalk and judged by the rule for
  /// sampling error; what did not meet is noted.
  mutating func moved(_ number: Int) -> (cells: [IndicatorValue], coverage: JoinReport.Coverage) {
    let indicator = indicators[number]
    let cells = layer.codes.map { code in
      indicator.survey.applied(
        to: cell(of: code, number), range: indicator.range)
    }
    return (cells, cover(number, cells))
  }

  /// The cell of an area of the layer.
  func cell(of code: String, _ number: Int) -> IndicatorValue {
    let cell = openCell(of: code, number)
    guard let reason = hidden[number][code] else { return cell }
    return cell.withheld(reason: reason)
  }

  private func openCell(of code: String, _ number: Int) -> IndicatorValue {
    let (indicator, read) = (indicators[number], read[number])
    if let crosswalk = loaded.crosswalk {
      return crosswalk.cell(of: code, from: read, measure: indicator.measure ?? .rate)
    }
    if let cell = read[code] { return cell }
    if let reason = loaded.definition.changedAreas[code] { return .missing(reason: reason) }
    if let fault, reading.areaSetFault != nil { return .missing(reason: fault.reason) }
    let file = loaded.definition.file.fileName
    if let periods = otherPeriods[number][code] {
      return .missing(
        reason: "no row of the period \(indicator.indicator.period.quoted) for area \(code) in "
          + "\(file), which has \(periods.listed())")
    }
    return .missing(reason: "no row for area \(code) in \(file)")
  }

  /// Counts the areas that an indicator reached, and notes those that it did not.
  private mutating func cover(_ number: Int, _ cells: [IndicatorValue]) -> JoinReport.Coverage {
    let (indicator, met) = (indicators[number], reading.met[number])
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
      let hasOtherPeriod = otherPeriods[number][code] != nil && fault == nil
      let outcome: JoinReport.Outcome =
        isChanged ? .changedArea : hasOtherPeriod ? .noPeriod : .noRow
      let suggestions = reading.proposedRows[code] ?? fault?.suggestions ?? []
      rows.append(
        JoinReport.Row(
          file: loaded.definition.file, line: nil, indicator: indicator.indicator.id, area: "",
          areaCode: code, outcome: outcome, reason: cell.reason ?? "",
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
