import Diagnostics
import Indicators
import Resampling

/// All options that scenarios choose among, prepared so that a scenario only takes means.
struct ScenarioModel: Sendable {
  /// The definition's own index.
  let own: ScoredIndex
  let uncertainty: Uncertainty
  /// The columns in use, in the order of the definition.
  let usedColumns: [Int]
  /// Weights by number of the member, for each weighting.
  private(set) var weights: [[Double]]
  /// For each normalisation the columns, the highest score, and the columns as each of the means
  /// needs them.
  private(set) var scales: [(columns: ScaledColumns, ceiling: Double, transformed: [[[Double]]])]
  /// Means; nil for the definition's own.
  private(set) var aggregations: [Aggregation?] = [nil]
  /// The whole tree, and the tree without each indicator, with the nodes scored where.
  private(set) var trees: [(tree: IndexTree, isScored: [[Bool]])]
  /// Standard errors by column, 0 where a value has none; empty for columns without any.
  private(set) var errors: [[Double]]
  /// What became of each option.
  private(set) var alternatives: [UncertaintyReport.Alternative] = []

  init(_ own: ScoredIndex, _ matrix: IndicatorMatrix, _ uncertainty: Uncertainty) {
    self.own = own
    self.uncertainty = uncertainty
    usedColumns = own.tree.columns
    weights = [own.weights]
    scales = [(own.columns, own.definition.normalization.ceiling, [])]
    trees = [(own.tree, own.presence.isScored)]
    errors = matrix.columns.map { _ in [] }
    addWeights(matrix)
    for normalization in uncertainty.normalizations {
      if let other = varied(.normalization(normalization), .normalization, matrix) {
        scales.append((other.columns, normalization.ceiling, []))
      }
    }
    for aggregation in uncertainty.aggregations { add(aggregation, matrix) }
    for scale in scales.indices {
      scales[scale].transformed = aggregations.map {
        own.tree.transformed(scales[scale].columns.scaled, $0, floor: own.definition.floor)
      }
    }
    if uncertainty.leavesIndicatorsOut {
      for column in usedColumns { leaveOut(column, matrix) }
    }
    if uncertainty.usesStandardErrors { addErrors(matrix) }
  }

  /// The choices with more than one option.
  var factors: [UncertaintyReport.Factor] {
    UncertaintyReport.Factor.allCases.filter { factor in
      switch factor {
      case .weights: weights.count > 1 || uncertainty.weightShare > 0
      case .normalization: scales.count > 1
      case .aggregation: aggregations.count > 1
      case .leftOutIndicator: trees.count > 1
      case .samplingError: errors.contains { !$0.isEmpty }
      }
    }
  }

  private mutating func addWeights(_ matrix: IndicatorMatrix) {
    for weighting in uncertainty.weightings {
      if let other = varied(.weighting(weighting), .weights, matrix) {
        weights.append(other.weights)
      }
    }
    if uncertainty.weightShare > 0 {
      let percent = Int((uncertainty.weightShare * 100).rounded())
      alternatives.append(.init(factor: .weights, name: "weights ± \(percent) %"))
    }
  }

  /// A mean must work on every scale that scenarios may join it with.
  private mutating func add(_ aggregation: Aggregation, _ matrix: IndicatorMatrix) {
    let name = Variation.aggregation(aggregation).name
    do {
      var taker = MeanTaker(
        own.tree, areaCount: own.ranking.ranks.count, floor: own.definition.floor)
      for (columns, ceiling, _) in scales {
        let transformed = own.tree.transformed(
          columns.scaled, aggregation, floor: own.definition.floor)
        taker.take(
          own.tree, of: transformed, weights: own.weights, aggregation: aggregation,
          isScored: own.presence.isScored, ceiling: ceiling)
        try own.definition.varied(by: .normalization(columns.normalization)).checkPositive(
          own.tree, columns.scaled, taker.scores, identifiers: own.identifiers,
          aggregation: aggregation)
      }
    } catch {
      alternatives.append(
        .init(factor: .aggregation, name: name, refusal: UncertaintyReport.text(of: error)))
      return
    }
    if varied(.aggregation(aggregation), .aggregation, matrix) != nil {
      aggregations.append(aggregation)
    }
  }

  private mutating func leaveOut(_ column: Int, _ matrix: IndicatorMatrix) {
    let variation = Variation.without(indicator: own.identifiers[column])
    guard let tree = own.tree.without(column) else {
      alternatives.append(
        .init(
          factor: .leftOutIndicator, name: variation.name, refusal: "nothing would be left"))
      return
    }
    if varied(variation, .leftOutIndicator, matrix) != nil {
      let presence = tree.presence(
        in: own.columns.scaled, areaCount: matrix.areaCodes.count)
      trees.append((tree, presence.isScored))
    }
  }

  private mutating func addErrors(_ matrix: IndicatorMatrix) {
    for column in usedColumns {
      let errors = matrix.columns[column].cells.map { $0.standardError ?? 0 }
      if errors.contains(where: { $0 > 0 }) { self.errors[column] = errors }
    }
    let known = usedColumns.filter { !errors[$0].isEmpty }.map { own.identifiers[$0] }
    alternatives.append(
      .init(
        factor: .samplingError,
        name: known.isEmpty
          ? "standard errors" : "standard errors of " + known.joined(separator: ", "),
        refusal: known.isEmpty ? "no indicator has a standard error" : nil))
  }

  /// A column whose values with a standard error moved by normal noise, as a mean needs it.
  ///
  /// Noise goes to the areas two by two, whether they have a value or not.
  func noisy(
    _ column: Int, scale: Int, aggregation: Int, _ noise: inout CounterGenerator
  ) -> [Double] {
    let columns = scales[scale].columns
    var values = columns.raw[column]
    for area in stride(from: 0, to: values.count, by: 2) {
      let (one, other) = noise.nextNormalPair()
      values[area] += errors[column][area] * one
      if area + 1 < values.count { values[area + 1] += errors[column][area + 1] * other }
    }
    values = columns.scale(column, values)
    let mean = aggregations[aggregation] ?? own.tree.aggregation(of: column)
    mean.transform(&values, floor: own.definition.floor ?? 0)
    return values
  }

  /// The index made another way; nil, and noted as refused, when that cannot be.
  private mutating func varied(
    _ variation: Variation, _ factor: UncertaintyReport.Factor, _ matrix: IndicatorMatrix
  ) -> ScoredIndex? {
    do {
      let other = try ScoredIndex(own.definition.varied(by: variation), matrix)
      alternatives.append(
        .init(
          factor: factor, name: variation.name,
          comparison: Comparison(name: variation.name, own, other)))
      return other
    } catch {
      alternatives.append(
        .init(factor: factor, name: variation.name, refusal: UncertaintyReport.text(of: error)))
      return nil
    }
  }
}

extension UncertaintyReport {
  /// An error as the reason of a refusal, on one line, without where the definition stands: that is
  /// published, and another folder is no other reason.
  fileprivate static func text(of error: any Error) -> String {
    var error = error
    if var problem = error as? Problem {
      problem.place = nil
      error = problem
    }
    return "\(error)".split(separator: "\n").joined(separator: " ")
  }
}
