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
  /// Indicators whose withheld values a total would give away: no total of them may be shown.
  public var exposedTotals: Set<String>
  /// Indicators that something is wrong with, by identifier: what checks find in their figures
  /// follows from that.
  public let faulty: Set<String>
  /// Why the run must fail; empty where it need not.
  public var problems: Problems

  /// Meets the tables with the layer.
  ///
  /// - Parameters:
  ///   - tables: the tables that indicators are read from.
  ///   - indicators: the columns of the matrix, in order.
  ///   - gazetteer: made of the same layer.
  ///   - layer: the areas.
  ///   - areaSet: the name of the layer's area set, nil where the definition names none.
  ///   - crosswalks: all that are known, to be proposed for tables that lack one.
  ///   - secret: indicators whose cells no message may quote, besides those that `indicators`
  ///     say themselves.
  public init(
    _ tables: [LoadedTable], indicators: [IndicatorDefinition], gazetteer: Gazetteer,
    layer: AreaLayer, areaSet: String? = nil, crosswalks: [Crosswalk] = [],
    secret: Set<String> = []
  ) {
    var problems = DefinitionCheck(
      tables: tables, indicators: indicators, gazetteer: gazetteer, areaSet: areaSet,
      crosswalks: crosswalks
    ).problems()
    let blamed = problems.all.compactMap(\.place)
    let secret = indicators.withSecrets.union(secret)
    var joins = tables.map { loaded in
      TableJoin(
        loaded, indicators: indicators.filter { $0.table == loaded.definition.id },
        gazetteer: gazetteer, layer: layer, areaSet: areaSet, crosswalks: crosswalks,
        secret: secret)
    }
    exposedTotals = Self.withholdSmallNumbers(of: indicators, in: &joins)
    var columns = indicators.map { indicator in
      let missing = IndicatorValue.missing(
        reason: "there is no table \(indicator.table.quoted)")
      return IndicatorMatrix.Column(
        indicator, cells: Array(repeating: missing, count: layer.count),
        table: tables.first { $0.definition.id == indicator.table }?.definition)
    }
    var coverage: [Int: JoinReport.Coverage] = [:]
    for table in joins.indices {
      let own = indicators.indices.filter { indicators[$0].table == tables[table].definition.id }
      for (number, index) in own.enumerated() {
        (columns[index].cells, coverage[index]) = joins[table].moved(number)
        columns[index].noteErrors()
      }
    }
    problems.all += joins.flatMap(\.problems)
    var faulty = Set(
      joins.flatMap { join in
        join.indicators.indices.filter { join.isFaulty[$0] }
          .map { join.indicators[$0].indicator.id }
      })
    for indicator in indicators {
      let table = tables.first { $0.definition.id == indicator.table }?.definition
      let places = [indicator.place, table?.place].compactMap(\.self)
      if places.contains(where: blamed.contains) { faulty.insert(indicator.indicator.id) }
    }
    self.faulty = faulty
    matrix = IndicatorMatrix(areaCodes: layer.codes, columns: columns)
    report = JoinReport(
      rows: joins.flatMap(\.rows), coverage: indicators.indices.compactMap { coverage[$0] })
    warnings = joins.flatMap(\.warnings) + indicators.compactMap(\.designEffectWarning)
    self.problems = problems
  }

  /// Withholds what the rules name and what would give it away, group by group; the indicators
  /// whose totals give it away all the same.
  private static func withholdSmallNumbers(
    of indicators: [IndicatorDefinition], in joins: inout [TableJoin]
  ) -> Set<String> {
    var exposed: Set<String> = []
    for group in SmallNumbers.groups(of: indicators) {
      let places = group.flatMap { index in
        joins.indices.flatMap { table in
          joins[table].indicators.indices
            .filter { joins[table].indicators[$0].indicator.id == indicators[index].indicator.id }
            .map { (table: table, number: $0) }
        }
      }
      let decision = SmallNumbers(places.map { joins[$0.table].member($0.number) })
      exposed.formUnion(decision.exposed)
      let ruled = group.first { indicators[$0].suppression != nil } ?? group[0]
      func reason(_ table: Int, _ number: Int) -> String {
        joins[table].indicators[number].suppression?.reason
          ?? "withheld together with \(indicators[ruled].indicator.id.quoted)"
      }
      for (table, number) in places {
        joins[table].withhold(number, in: decision.withheld, reason: reason(table, number))
      }
      // What is split may be small where the whole was not.
      guard places.contains(where: { joins[$0.table].makesSmallCounts($0.number) }) else {
        continue
      }
      let moved = SmallNumbers(places.map { joins[$0.table].movedMember($0.number) })
      exposed.formUnion(moved.exposed)
      for (table, number) in places {
        joins[table].hide(number, in: moved.withheld, reason: reason(table, number))
      }
    }
    return exposed
  }
}

extension IndicatorMatrix.Column {
  /// A column whose figures have errors where a column of standard errors is named, where a design
  /// effect makes them, or where any cell has one.
  fileprivate init(
    _ definition: IndicatorDefinition, cells: [IndicatorValue], table: TableDefinition?
  ) {
    var indicator = definition.indicator
    indicator.hasError =
      indicator.hasError || definition.standardErrorColumn != nil
      || definition.survey.designEffect != nil || table?.columns.standardError != nil
    self.init(indicator: indicator, cells: cells)
  }

  /// Any cell with an error makes the figures have errors.
  fileprivate mutating func noteErrors() {
    if cells.contains(where: { $0.standardError != nil || $0.interval != nil }) {
      indicator.hasError = true
    }
  }
}
