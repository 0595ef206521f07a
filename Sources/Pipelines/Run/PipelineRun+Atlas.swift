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
    found: Problems = Problems(), joined: inout Join?, for provenance: Provenance? = nil,
    lastGood: (() throws -> LastGood?)? = nil
  ) throws -> (Atlas, Inputs) {
    var inputs = try definition.readInputs(
      &stages, found: found, joined: &joined, lastGood: lastGood)
    if !inputs.problems.isEmpty {
      throw definition.allProblems(inputs, definitionIsSound: found.isEmpty, lastRelease: folder)
    }
    let checks = try stages.run("checks") {
      try definition.checkFigures(
        &inputs, lastRelease: folder, on: asOf, for: provenance, lastGood: lastGood)
    } outcome: { results in
      CheckResult.Outcome.allCases
        .map { outcome in "\(results.count { $0.outcome == outcome }) \(outcome.rawValue)" }
        .joined(separator: ", ")
    }
    joined = inputs.join
    let matrix = inputs.join.matrix
    var problems = Problems(checks.failures)
    let contiguity = stages.run("neighbours") {
      Contiguity(of: inputs.boundaries.layer, tolerance: definition.tolerance)
    } outcome: {
      counted(definition.listed($0).pairs.count { !$0.isNearMiss }, "pair")
    }
    // Figures of the last release depend on more than the inputs.
    let cache = StageCache(
      in: folder, key: matrix.failing.isEmpty ? provenance?.stageKey(of: definition) : nil)
    let indexes =
      definition.indexes.isEmpty
      ? []
      : stages.run("indexes") {
        definition.indexes.compactMap { index in
          problems.collect {
            try index.index(of: matrix, inputs.boundaries.layer, contiguity, cache: cache)
          }
        }
      } outcome: { indexes in
        indexes.map { "\($0.id) of \(counted($0.scores.count { $0.score != nil }, "area"))" }
          .joined(separator: ", ")
      }
    // The definition may be in order, although a check's problem points at it.
    if !checks.failures.isEmpty { throw RunFailure(problems, kind: .run) }
    try problems.throwIfAny()
    let atlas = definition.atlas(
      inputs, contiguity: definition.listed(contiguity), indexes: indexes, checks: checks)
    return (atlas, inputs)
  }
}

extension PipelineDefinition {
  /// What is wrong with the inputs, and what checks and indexes find in those figures that
  /// nothing is wrong with.
  fileprivate func allProblems(
    _ inputs: Inputs, definitionIsSound: Bool, lastRelease folder: ReleaseFolder
  ) -> Problems {
    var problems = inputs.problems
    let sound = soundIndicators(in: inputs.join)
    problems.all +=
      checkFigures(inputs, lastRelease: folder, on: nil, for: nil)
      .filter { $0.definition.indicators.allSatisfy(sound.contains) }.failures
    // What is wrong with the definition may be what is wrong with an index.
    guard definitionIsSound else { return problems }
    for index in indexes where index.indicatorPlaces.allSatisfy({ sound.contains($0.value) }) {
      problems.collect { _ = try index.definition.result(for: inputs.join.matrix) }
    }
    return problems
  }

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
