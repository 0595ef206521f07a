import Foundation
import Indicators
import Publishing

extension PipelineDefinition {
  /// What the definition's checks find in the figures.
  ///
  /// - Parameters:
  ///   - folder: holds the last release, which changes are counted from.
  ///   - provenance: what this run reads; nil where it publishes nothing.
  func checkFigures(
    _ inputs: Inputs, lastRelease folder: ReleaseFolder, for provenance: Provenance?
  ) -> [CheckResult] {
    let checks = checks.map(\.definition)
    let changing = checks.filter {
      if case .change = $0.rule { true } else { false }
    }
    return CheckRun(
      inputs.join.matrix,
      labels: inputs.join.matrix.areaCodes.indices.map(inputs.gazetteer.label), asOf: asOf,
      previous: folder.values(of: changing.flatMap(\.indicators), for: provenance)
    )
    .results(of: checks)
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
