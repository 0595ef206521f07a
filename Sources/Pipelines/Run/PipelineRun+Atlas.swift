import Diagnostics
import Geography
import Indicators
import Publishing

extension PipelineRun {
  /// The atlas, from the inputs on.
  ///
  /// - Parameters:
  ///   - provenance: what it reads; nil for a run that publishes nothing.
  ///   - lastGood: what indicators fall back on that may fail; nil where none may.
  /// - Throws: `Problems` with all that is wrong with the inputs, or with the figures in them.
  func build(
    _ definition: PipelineDefinition, _ stages: inout Stages, _ folder: ReleaseFolder,
    found: Problems = Problems(), report: inout JoinReport?, for provenance: Provenance? = nil,
    lastGood: (() -> LastGood?)? = nil
  ) throws -> (Atlas, Inputs) {
    let inputs = try definition.readInputs(
      &stages, found: found, report: &report, lastGood: lastGood)
    let matrix = inputs.join.matrix
    let checks = stages.run("checks") {
      definition.checkFigures(inputs, lastRelease: folder, for: provenance)
    } outcome: { results in
      CheckResult.Outcome.allCases
        .map { outcome in "\(results.count { $0.outcome == outcome }) \(outcome.rawValue)" }
        .joined(separator: ", ")
    }
    var problems = Problems(checks.failures)
    let contiguity = stages.run("neighbours") {
      Contiguity(of: inputs.boundaries.layer, tolerance: definition.tolerance)
    } outcome: {
      "\(definition.listed($0).pairs.count { !$0.isNearMiss }) pairs"
    }
    // Figures of the last release depend on more than the inputs.
    let isFresh = matrix.columns.allSatisfy { $0.lastRead == nil }
    let cache = StageCache(in: folder, key: isFresh ? provenance?.stageKey(of: definition) : nil)
    let indexes = problems.collect {
      try definition.indexes.isEmpty
        ? []
        : stages.run("indexes") {
          try definition.indexes.map {
            try $0.index(of: matrix, inputs.boundaries.layer, contiguity, cache: cache)
          }
        } outcome: { indexes in
          indexes.map { "\($0.id) of \($0.scores.count { $0.score != nil }) areas" }
            .joined(separator: ", ")
        }
    }
    try problems.throwIfAny()
    let atlas = definition.atlas(
      inputs, contiguity: definition.listed(contiguity), indexes: indexes ?? [], checks: checks)
    return (atlas, inputs)
  }
}

extension PipelineDefinition {
  /// The neighbours of the first index with hotspots.
  private var neighbours: NeighbourSection? {
    indexes.lazy.compactMap(\.hotspots?.neighbours).first
  }

  /// How far apart boundaries may lie and still count as one, in metres.
  var tolerance: Double { neighbours?.tolerance ?? Contiguity.defaultTolerance }

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
