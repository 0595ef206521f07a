internal import Diagnostics
internal import Geography

/// One table met with the layer: cells, report and problems of its indicators.
struct TableJoin {
  private let loaded: LoadedTable
  private let indicators: [IndicatorDefinition]
  private let layer: AreaLayer
  /// One entry an indicator: a cell an area.
  private(set) var cells: [[IndicatorValue]] = []
  private(set) var coverage: [JoinReport.Coverage] = []
  private(set) var rows: [JoinReport.Row]
  private(set) var problems: [Problem]
  private(set) var warnings: [Problem]

  init(
    _ loaded: LoadedTable, indicators: [IndicatorDefinition], gazetteer: Gazetteer,
    layer: AreaLayer
  ) {
    self.loaded = loaded
    self.indicators = indicators
    self.layer = layer
    // Old areas are areas too while the table is read.
    var gazetteer = gazetteer
    let oldAreas = loaded.crosswalk?.fromCodes.map { gazetteer.knownArea(code: $0) }
    let possible = Set(oldAreas ?? Array(0..<gazetteer.layerCount))
    let reading = ObservationReading(
      loaded, indicators: indicators, gazetteer: gazetteer,
      isPossible: gazetteer.codes.indices.map(possible.contains))
    rows = reading.rows
    problems = []
    warnings = reading.warnings.problems(in: loaded.definition.file)
    var list = reading.problems
    for (number, indicator) in indicators.enumerated() {
      let reduction = Reduction(table: loaded.table, indicator: indicator)
      let read = reduction.cells(
        of: reading.observations[number], report: &rows, problems: &list)
      if let problem = ScaleCheck(indicator: indicator)
        .problem(read.values, file: loaded.definition.file)
      {
        list.add(problem)
      }
      let moved = layer.codes.map { cell(of: $0, indicator, read) }
      cells.append(moved.map { indicator.survey.applied(to: $0, range: indicator.range) })
    }
    for (number, indicator) in indicators.enumerated() {
      let met = Set(reading.observations[number].map(\.areaCode))
      cover(indicator, number, met: met, problems: &list)
    }
    problems = list.problems(in: loaded.definition.file)
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
    _ indicator: IndicatorDefinition, _ number: Int, met: Set<String>,
    problems: inout ProblemList
  ) {
    var reached = 0
    for (code, cell) in zip(layer.codes, cells[number]) {
      let isMet =
        loaded.crosswalk.map { $0.parts(to: code).contains { met.contains($0.from) } }
        ?? met.contains(code)
      if isMet {
        reached += 1
        continue
      }
      let isChanged =
        loaded.crosswalk == nil && loaded.definition.changedAreas[code] != nil
      rows.append(
        JoinReport.Row(
          file: loaded.definition.file, line: nil, indicator: indicator.indicator.id, area: "",
          areaCode: code, outcome: isChanged ? .changedArea : .noRow, reason: cell.reason ?? ""))
    }
    coverage.append(
      JoinReport.Coverage(
        indicator: indicator.indicator.id, met: reached,
        withValue: cells[number].count { $0.value != nil }, areas: layer.count))
    let needed = indicator.minimumMatchedAreas ?? 1
    if reached < needed, loaded.table.rowCount > 0 || indicator.minimumMatchedAreas != nil {
      problems.add(
        "\(indicator.indicator.id.quoted) met \(reached) of \(count(layer.count, "area")), and "
          + "\(needed) \(needed == 1 ? "is" : "are") asked for",
        at: indicator.place ?? Place(file: loaded.definition.file),
        remedy: "see join-report.csv for the rows and areas that did not meet")
    }
  }
}
