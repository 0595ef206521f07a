public import Diagnostics
public import Geography

/// Tables of observations met with the areas of a layer.
///
/// Nothing is lost on the way: every row has an entry in the report, and every cell of the
/// matrix holds a value or the reason why there is none. The matrix and the report are
/// complete even where `problems` says that the run must fail.
public struct Join: Sendable {
  /// Areas × indicators, in the order of the layer and of the definition.
  public var matrix: IndicatorMatrix
  /// What became of every row, and every area that met none.
  public let report: JoinReport
  /// What the run has to say that is no failure.
  public var warnings: [Problem]
  /// Why the run must fail; empty where it need not.
  public let problems: Problems

  /// Meets the tables with the layer.
  ///
  /// - Parameters:
  ///   - tables: the tables that indicators are read from.
  ///   - indicators: the columns of the matrix, in order.
  ///   - gazetteer: made of the same layer.
  ///   - layer: the areas.
  ///   - areaSet: the name of the layer's area set, nil where the definition names none.
  public init(
    _ tables: [LoadedTable], indicators: [IndicatorDefinition], gazetteer: Gazetteer,
    layer: AreaLayer, areaSet: String? = nil
  ) {
    var problems = DefinitionCheck(
      tables: tables, indicators: indicators, gazetteer: gazetteer, areaSet: areaSet
    ).problems()
    var cells: [Int: [IndicatorValue]] = [:]
    var warnings: [Problem] = []
    var rows: [JoinReport.Row] = []
    var coverage: [Int: JoinReport.Coverage] = [:]
    for loaded in tables {
      let own = indicators.indices.filter { indicators[$0].table == loaded.definition.id }
      let join = TableJoin(
        loaded, indicators: own.map { indicators[$0] }, gazetteer: gazetteer, layer: layer)
      for (number, index) in own.enumerated() {
        cells[index] = join.cells[number]
        coverage[index] = join.coverage[number]
      }
      rows += join.rows
      problems.all += join.problems
      warnings += join.warnings
    }
    let columns = indicators.enumerated().map { index, indicator in
      let missing = IndicatorValue.missing(
        reason: "there is no table \(indicator.table.quoted)")
      return IndicatorMatrix.Column(
        indicator: indicator.indicator,
        cells: cells[index] ?? Array(repeating: missing, count: layer.count))
    }
    matrix = IndicatorMatrix(areaCodes: layer.codes, columns: columns)
    report = JoinReport(rows: rows, coverage: indicators.indices.compactMap { coverage[$0] })
    self.warnings = warnings
    self.problems = problems
  }
}
