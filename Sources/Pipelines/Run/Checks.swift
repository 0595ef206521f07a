import Diagnostics
import Foundation
import Indicators
import Publishing

extension PipelineDefinition {
  /// What the definition's checks find in the figures.
  ///
  /// - Parameters:
  ///   - folder: holds the last release, which changes are counted from.
  ///   - day: stands in for the definition's date.
  ///   - provenance: what this run reads; nil where it publishes nothing.
  func checkFigures(
    _ inputs: Inputs, lastRelease folder: ReleaseFolder, on day: String?,
    for provenance: Provenance?
  ) -> [CheckResult] {
    checkRun(inputs, lastRelease: folder, on: day, for: provenance)
      .results(of: checks.map(\.definition))
  }

  /// The same, and an indicator that may fail falls back as if it could not be read where its
  /// figures fail a check.
  ///
  /// - Throws: `Problems` when there is nothing to fall back on.
  func checkFigures(
    _ inputs: inout Inputs, lastRelease folder: ReleaseFolder, on day: String?,
    for provenance: Provenance?, lastGood: (() throws -> LastGood?)?
  ) throws -> [CheckResult] {
    var failed: [String: Problems] = [:]
    while true {
      let run = checkRun(inputs, lastRelease: folder, on: day, for: provenance)
      let results = run.results(of: checks.map(\.definition))
      guard let lastGood else { return results }
      let failing = Set(inputs.join.matrix.failing)
      let spare = Set(indicators.filter { $0.onFailure.choice != .fail }.map(\.id))
      var isDone = true
      for result in results where result.definition.severity == .fail {
        guard let problem = result.problem else { continue }
        let blamed = run.blamed(for: result)
        // What failed before is not replaced by anything better.
        if !spare.isSuperset(of: blamed) || failing.isSuperset(of: blamed) { continue }
        for id in blamed where !failing.contains(id) {
          failed[id, default: Problems()].all.append(problem)
          isDone = false
        }
      }
      if isDone { return results }
      inputs.join = join(
        inputs.tables, with: inputs.boundaries.layer, inputs.gazetteer, failing: failed,
        lastGood: lastGood)
      try inputs.join.problems.throwIfAny()
    }
  }

  /// What else than its inputs decides what a run says: the day, where checks count ages.
  func ageSettings(on day: String?) -> [String] {
    let hasAges = checks.contains { if case .age = $0.definition.rule { true } else { false } }
    return hasAges ? (day.map { ["on \($0)"] } ?? []) : []
  }

  private func checkRun(
    _ inputs: Inputs, lastRelease folder: ReleaseFolder, on day: String?,
    for provenance: Provenance?
  ) -> CheckRun {
    let checks = checks.map(\.definition)
    let changing = checks.filter {
      if case .change = $0.rule { true } else { false }
    }
    // An indicator that is left out has no figures that anything could be asked of.
    var matrix = inputs.join.matrix
    matrix.columns.removeAll { $0.failure != nil && $0.valueCount == 0 }
    return CheckRun(
      matrix, labels: matrix.areaCodes.indices.map(inputs.gazetteer.label), asOf: day ?? asOf,
      previous: folder.values(of: changing.flatMap(\.indicators), for: provenance))
  }
}

extension CheckRun {
  /// The indicators in whose figures a check failed; none where it is the definition that lacks
  /// something.
  fileprivate func blamed(for result: CheckResult) -> [String] {
    let check = result.definition
    switch check.rule {
    case .age where asOf == nil: return []
    case .range, .coverage, .age, .change:
      return check.indicators.filter { id in
        var alone = check
        alone.indicators = [id]
        return results(of: [alone]).first?.outcome == .failed
      }
    case .sum, .monotone, .correlation: return check.indicators
    }
  }
}

extension ReleaseFolder {
  /// Values of the last release by indicator and area code; nil where there is none, or none
  /// that can be read. Where it was made from the same as this run, those of the release that it
  /// was compared with, so that doing its work again gives the same.
  fileprivate func values(
    of indicators: [String], for provenance: Provenance?
  ) -> [String: [String: Double]]? {
    guard !indicators.isEmpty, let release = try? currentRelease(),
      let table = try? Table(csvFile: release.url.appending(path: "atlas.csv").path),
      let codes = table.column("area_code")
    else { return nil }
    var values: [String: [String: Double]] = [:]
    for indicator in indicators {
      guard let column = table.column(indicator) else { continue }
      for row in 0..<table.rowCount {
        if case .number(let value) = NumberText(table.text(row: row, column: column)) {
          values[indicator, default: [:]][table.text(row: row, column: codes)] = value
        }
      }
    }
    guard let provenance, release.isMade(from: provenance) else { return values }
    guard let before = release.changes().comparedWith else { return nil }
    for entry in (try? release.history())?.entries ?? []
    where entry.release == before && indicators.contains(entry.property) {
      values[entry.property, default: [:]][entry.area] = entry.statement.value
    }
    return values
  }
}

extension Release {
  /// Whether it was made from these inputs, the definition among them.
  fileprivate func isMade(from provenance: Provenance) -> Bool {
    let inputs = ((try? manifest())?.inputs ?? []).map {
      Manifest.Entry(path: $0.path, sha256: $0.sha256)
    }
    return Set(inputs) == Set(provenance.inputs)
  }
}
