import Diagnostics
import Geography
import Indicators

/// What a run was given: areas, tables, and how they met.
struct Inputs {
  var boundaries: Boundaries
  var tables: Tables
  var join: Join
  var gazetteer: Gazetteer
  /// What is wrong with any of them, and with the definition; a run goes no further.
  var problems = Problems()
}

extension PipelineDefinition {
  /// Reads the areas and every table, and joins them.
  ///
  /// - Parameters:
  ///   - found: what was wrong before, such as with the definition.
  ///   - joined: is given the join as soon as there is one, whatever comes of the run.
  ///   - lastGood: what indicators fall back on that may fail; nil where none may.
  /// - Returns: the inputs, with all that is wrong with any of them and with `found`.
  /// - Throws: the same where there are no areas that tables could be joined with.
  func readInputs(
    _ stages: inout Stages, found: Problems = Problems(), joined: inout Join?,
    lastGood: (() throws -> LastGood?)? = nil
  ) throws -> Inputs {
    var problems = found
    let read = problems.collect {
      try stages.run("boundaries") {
        try readBoundaries()
      } outcome: {
        "\($0.layer.count) \(boundaries.areasWord.text(in: "en"))"
      }
    }
    let tables = stages.run("tables") {
      readTables(for: read?.layer, mayFail: lastGood != nil)
    } outcome: {
      "\(counted($0.figures.count, "table")), "
        + counted($0.figures.reduce(0) { $0 + $1.table.rowCount }, "row")
    }
    problems.all += tables.problems.all
    guard let read, let gazetteer = tables.gazetteer else { throw problems }
    let join = stages.run("join") {
      self.join(tables, with: read.layer, gazetteer, lastGood: lastGood)
    } outcome: {
      "\(counted($0.matrix.columns.count, "indicator")), "
        + counted($0.matrix.columns.reduce(0) { $0 + $1.valueCount }, "value")
    }
    joined = join
    problems.all += join.problems.all
    return Inputs(
      boundaries: read, tables: tables, join: join, gazetteer: gazetteer, problems: problems)
  }
}
