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

  /// A run of `definition` that publishes below `output`.
  public init(definition: URL, output: URL) {
    self.definition = definition
    self.output = output
  }

  /// Reads, joins, scores, draws and publishes.
  ///
  /// - Parameter report: is told of each stage when it is done.
  /// - Throws: `RunFailure`; the last release then stands as it was.
  public func publish(report: @escaping (StageReport) -> Void = { _ in }) throws -> RunOutcome {
    let definition = try readDefinition()
    let started = Date.now
    var stages = Stages(report: report)
    let folder = ReleaseFolder(output: output, pipeline: definition.name)
    do {
      let (atlas, join) = try build(definition, &stages)
      let files = try stages.run("maps and files") {
        try definition.files(of: atlas, join: join)
      } outcome: {
        "\($0.count) files, \(atlas.maps.count) maps in \(atlas.languages.joined(separator: ", "))"
      }
      let release = try stages.run("release") {
        try definition.publish(files, into: folder, at: started)
      } outcome: {
        $0
      }
      try folder.record(
        LastRun(started: started, stages: stages.reports, release: release, atlas: atlas))
      return RunOutcome(
        sentence: "published \(folder.current.relativePath): " + atlas.sentence,
        details: join.report.summary(), warnings: atlas.warnings, stages: stages.reports)
    } catch {
      let failure = RunFailure(error, definition: definition)
      try? folder.record(LastRun(started: started, stages: stages.reports, failure: failure))
      throw failure
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
        sentence: atlas.warnings.isEmpty
          ? "nothing is wrong with \(definition.file.name): \(atlas.sentence)"
          : "\(definition.file.name) can be published, with \(atlas.warnings.count) warnings: "
            + atlas.sentence,
        details: join.report.summary(), warnings: atlas.warnings, stages: stages.reports)
    } catch {
      throw RunFailure(error, definition: definition)
    }
  }

  private func readDefinition() throws -> PipelineDefinition {
    do {
      return try PipelineDefinition(contentsOf: definition)
    } catch {
      throw RunFailure(error, kind: .definition)
    }
  }

  private func build(_ definition: PipelineDefinition, _ stages: inout Stages) throws
    -> (Atlas, Join)
  {
    let read = try stages.run("boundaries") {
      try definition.readBoundaries()
    } outcome: {
      "\($0.layer.count) \(definition.boundaries.areasWord.text(in: "en"))"
    }
    let tables = try stages.run("tables") {
      try definition.readTables(for: read.layer)
    } outcome: {
      "\($0.figures.count) tables, \($0.figures.reduce(0) { $0 + $1.table.rowCount }) rows"
    }
    let join = try stages.run("join") {
      let join = Join(
        tables.figures, indicators: definition.indicators.map(\.definition),
        gazetteer: tables.gazetteer, layer: read.layer, areaSet: definition.boundaries.areaSet)
      try join.problems.throwIfAny()
      return join
    } outcome: { join in
      "\(join.matrix.columns.count) indicators, "
        + "\(join.matrix.columns.reduce(0) { $0 + $1.valueCount }) values"
    }
    let contiguity = try stages.run("neighbours") {
      Contiguity(of: read.layer, tolerance: definition.tolerance)
    } outcome: {
      "\(definition.listed($0).pairs.count { !$0.isNearMiss }) pairs"
    }
    if definition.indexes.isEmpty {
      return (
        definition.atlas(
          read, tables, join, contiguity: definition.listed(contiguity), indexes: []), join
      )
    }
    let indexes = try stages.run("indexes") {
      try definition.indexes.map {
        try $0.index(of: join.matrix, read.layer, contiguity)
      }
    } outcome: { indexes in
      indexes.map { "\($0.id) of \($0.scores.count { $0.score != nil }) areas" }
        .joined(separator: ", ")
    }
    let atlas = definition.atlas(
      read, tables, join, contiguity: definition.listed(contiguity), indexes: indexes)
    return (atlas, join)
  }
}

extension PipelineDefinition {
  /// The neighbours of the first index with hotspots.
  private var neighbours: NeighbourSection? {
    indexes.lazy.compactMap(\.hotspots?.neighbours).first
  }

  /// How far apart boundaries may lie and still count as one, in metres.
  fileprivate var tolerance: Double { neighbours?.tolerance ?? Contiguity.defaultTolerance }

  /// The pairs as they are published. Where only a shared boundary makes neighbours, a pair that
  /// meets in a point is listed as a near-miss, so that every other pair is one that counted.
  fileprivate func listed(_ contiguity: Contiguity) -> Contiguity {
    guard case .sharedBoundary = neighbours?.rule ?? .sharedBoundary else { return contiguity }
    let pairs = contiguity.pairs.map { pair in
      var pair = pair
      if pair.sharedLength == 0 { pair.isNearMiss = true }
      return pair
    }
    return Contiguity(
      areaCount: contiguity.areaCount, pairs: pairs, tolerance: contiguity.tolerance)
  }
}

extension Atlas {
  /// What there is, for a log.
  fileprivate var sentence: String {
    let hotspots = indexes.map { index in
      let names = layer.areas.indices.filter(index.isHotspot)
        .map { layer.areas[$0].label(in: "en") }
      return names.isEmpty
        ? "no hotspot on \(index.id)"
        : "\(names.count == 1 ? "1 hotspot" : "\(names.count) hotspots") on \(index.id) "
          + "(\(names.joined(separator: ", ")))"
    }
    let counts =
      "\(layer.count) \(boundaries.areasWord.text(in: "en")), "
      + "\(matrix.columns.count) indicators"
    return ([counts] + hotspots).joined(separator: ", ")
  }
}
