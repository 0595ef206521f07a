import Foundation
import Indicators

extension PipelineDefinition {
  /// What the definition's checks find in the figures.
  ///
  /// - Parameter folder: holds the last release, which changes are counted from.
  func checkFigures(_ inputs: Inputs, lastRelease folder: ReleaseFolder) -> [CheckResult] {
    let checks = checks.map(\.definition)
    let changing = checks.filter {
      if case .change = $0.rule { true } else { false }
    }
    return CheckRun(
      inputs.join.matrix,
      labels: inputs.join.matrix.areaCodes.indices.map(inputs.gazetteer.label), asOf: asOf,
      previous: folder.values(of: changing.flatMap(\.indicators))
    )
    .results(of: checks)
  }
}

extension ReleaseFolder {
  /// Values of the last release by indicator and area code; nil where there is none, or none
  /// that can be read.
  fileprivate func values(of indicators: [String]) -> [String: [String: Double]]? {
    let file = current.appending(path: "atlas.csv")
    guard !indicators.isEmpty, let table = try? Table(csvFile: file.path),
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
    return values
  }
}
