import Diagnostics
public import Foundation
import GDALAccess
import Geography
import Indicators
import Publishing

/// One run of a pipeline: from a definition file to a release.
public struct PipelineRun: Sendable {
  /// The definition file.
  public let definition: URL
  /// The folder that holds a folder for each pipeline.
  public let output: URL
  /// The day that stands in for today wherever age matters, ISO 8601; nil for the definition's
  /// `as_of`, or else for the clock's day in UTC.
  public let asOf: String?
  /// Who else is told how it went.
  public let reports: RunReports

  /// A run of `definition` that publishes below `output`.
  public init(definition: URL, output: URL, asOf: String? = nil, reports: RunReports = RunReports())
  {
    self.definition = definition
    self.output = output
    self.asOf = asOf
    self.reports = reports
  }

  /// Reads, joins, scores, draws and publishes; does nothing when nothing changed.
  ///
  /// How it went is left in `last-run.json`, also when it failed.
  ///
  /// - Parameter report: is told of each stage when it is done.
  /// - Throws: `RunFailure`; the last release then stands as it was.
  public func publish(report: @escaping (StageReport) -> Void = { _ in }) throws -> RunOutcome {
    var night = Night(self, report: report)
    do {
      return try night.publish()
    } catch {
      throw night.fail(error)
    }
  }

  /// Reads and checks everything, and writes nothing.
  ///
  /// - Throws: `RunFailure` with every problem that was found.
  public func check() throws -> RunOutcome {
    let definition = try readDefinition()
    var stages = Stages { _ in }
    do {
      let (atlas, join) = try build(definition, &stages)
      _ = try definition.files(of: atlas, join: join)
      return RunOutcome(
        sentence: "nothing is wrong with \(definition.file.name): " + atlas.sentence,
        details: join.report.summary(), warnings: atlas.warnings, stages: stages.reports)
    } catch {
      throw RunFailure(error, kind: .run)
    }
  }

  func readDefinition() throws -> PipelineDefinition {
    do {
      return try PipelineDefinition(contentsOf: definition)
    } catch {
      throw RunFailure(error, kind: .definition)
    }
  }

  /// Everything between reading and publishing.
  ///
  /// - Parameters:
  ///   - mayFail: whether indicators may fail as the definition lets them.
  ///   - lastGood: what they fall back on; asked for only where one fails.
  func build(
    _ definition: PipelineDefinition, _ stages: inout Stages, mayFail: Bool = false,
    lastGood: @autoclosure () -> LastGood? = nil
  ) throws -> (Atlas, Join) {
    let read = try stages.run("boundaries") {
      try definition.readBoundaries()
    } outcome: {
      "\($0.layer.count) \(definition.boundaries.areasWord.text(in: "en"))"
    }
    let tables = try stages.run("tables") {
      try definition.readTables(for: read.layer, mayFail: mayFail)
    } outcome: {
      "\($0.figures.count) tables, \($0.figures.reduce(0) { $0 + $1.table.rowCount }) rows"
    }
    let join = try stages.run("join") {
      try definition.join(tables, read.layer, lastGood: lastGood)
    } outcome: { join in
      "\(join.matrix.columns.count) indicators, "
        + "\(join.matrix.columns.reduce(0) { $0 + $1.valueCount }) values"
    }
    let contiguity = try stages.run("neighbours") {
      Contiguity(of: read.layer, tolerance: definition.tolerance)
    } outcome: {
      "\($0.pairs.count { !$0.isNearMiss }) pairs"
    }
    let indexes = try stages.run("indexes") {
      try definition.indexes.map {
        try $0.index(of: join.matrix, read.layer, contiguity)
      }
    } outcome: { indexes in
      indexes.map { "\($0.id) of \($0.scores.count { $0.score != nil }) areas" }
        .joined(separator: ", ")
    }
    let atlas = definition.atlas(read, tables, join, contiguity: contiguity, indexes: indexes)
    return (atlas, join)
  }
}

extension PipelineDefinition {
  /// How far apart boundaries may lie and still count as one, in metres.
  fileprivate var tolerance: Double {
    indexes.compactMap(\.hotspots?.neighbours.tolerance).first ?? Contiguity.defaultTolerance
  }
}

extension Atlas {
  /// What there is, for a log.
  var sentence: String {
    let hotspots = indexes.map { index in
      let names = layer.areas.indices.filter(index.isHotspot)
        .map { layer.areas[$0].name.text(in: "en") }
      return names.isEmpty
        ? "no hotspot on \(index.id)"
        : "\(names.count) hotspots on \(index.id) (\(names.joined(separator: ", ")))"
    }
    let counts =
      "\(layer.count) \(boundaries.areasWord.text(in: "en")), "
      + "\(matrix.columns.count) indicators"
    return ([counts] + hotspots).joined(separator: ", ")
  }
}
