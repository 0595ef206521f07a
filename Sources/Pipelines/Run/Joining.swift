import Diagnostics
import Geography
import Indicators

extension PipelineDefinition {
  /// Meets the tables with the areas. An indicator whose figures cannot be used and that may
  /// fail gets those of the last release, or none; the reason is among the warnings.
  ///
  /// - Parameter lastGood: what to fall back on; nil where there is nothing; asked for only when needed.
  /// - Throws: `Problems` of every indicator that may not fail.
  func join(_ tables: Tables, _ layer: AreaLayer, lastGood: () -> LastGood?) throws -> Join {
    var failed: [String: Problems] = [:]
    for section in indicators {
      failed[section.id] = tables.failures[section.table.value]
    }
    func join(_ sections: [IndicatorSection]) -> Join {
      let named = Set(sections.map(\.table.value))
      return Join(
        tables.figures.filter { named.contains($0.definition.id) },
        indicators: sections.map(\.definition), gazetteer: tables.gazetteer, layer: layer,
        areaSet: boundaries.areaSet)
    }
    func isLeft(_ section: IndicatorSection) -> Bool { failed[section.id] == nil }
    var joined = join(indicators.filter(isLeft))
    if !joined.problems.isEmpty, tables.mayFail {
      // A table's problems name no indicator: each that may fail is tried alone.
      for section in indicators where isLeft(section) && section.onFailure.choice != .fail {
        let problems = join([section]).problems
        if !problems.isEmpty { failed[section.id] = problems }
      }
      joined = join(indicators.filter(isLeft))
    }
    try joined.problems.throwIfAny()
    if failed.isEmpty { return joined }
    try fill(&joined, failed, lastGood())
    return joined
  }

  /// Puts columns in the places of those that failed.
  private func fill(_ join: inout Join, _ failed: [String: Problems], _ lastGood: LastGood?) throws
  {
    let codes = join.matrix.areaCodes
    var problems = Problems()
    let columns = indicators.compactMap { section -> IndicatorMatrix.Column? in
      guard let failure = failed[section.id] else { return join.matrix[section.id] }
      let column = problems.collect { () throws -> IndicatorMatrix.Column in
        if section.onFailure.choice == .drop {
          return .unread(
            section.definition.indicator, codes, reason: "the source could not be read")
        }
        guard let lastGood else { throw failure }
        do {
          return try lastGood.column(of: section, codes: codes)
        } catch let obstacle as Problem {
          throw Problems(failure.all + [obstacle])
        }
      }
      if let column { join.warnings.append(warning(of: column, failure)) }
      return column
    }
    try problems.throwIfAny()
    join.matrix = IndicatorMatrix(areaCodes: codes, columns: columns)
  }

  private func warning(of column: IndicatorMatrix.Column, _ failure: Problems) -> Problem {
    let id = column.indicator.id
    let what =
      column.lastRead.map {
        column.valueCount > 0
          ? "'\(id)' shows the figures of \($0)" : "'\(id)' is left out, last read on \($0)"
      } ?? "'\(id)' is left out"
    let first = failure.all.first
    let more = failure.all.count > 1 ? " (and \(failure.all.count - 1) more)" : ""
    return Problem(
      "\(what): \(first?.what ?? "its figures cannot be read")\(more)", at: first?.place,
      remedy: first?.remedy)
  }
}

extension IndicatorSection {
  /// Its published name.
  var id: String { definition.indicator.id }
}
