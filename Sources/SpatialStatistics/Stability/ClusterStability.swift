import Diagnostics

/// Which clusters stay when the choices behind them change.
///
/// Clusters are looked for in every combination of the declared values, neighbours, levels and
/// corrections; an area's stability is the share of the combinations that find it hot, or cold.
public struct ClusterStability: Sendable, Hashable {
  /// Values to look for clusters in.
  public struct Values: Sendable, Hashable {
    /// What they are called: `chosen weights`, `equal weights`.
    public var name: String
    /// One value an area, in layer order.
    public var values: [Double?]

    /// Named values.
    public init(_ name: String, _ values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// A way to say who neighbours whom.
  public struct Neighbors: Sendable, Hashable {
    /// What it is called: `shared boundary`, `4 nearest`.
    public var name: String
    /// The weights; nil when they could not be made.
    public var weights: SpatialWeights?
    /// Why they could not be made; nil otherwise.
    public var refusal: String?

    /// Named weights. What `weights` throws is kept as the reason of a refusal.
    public init(_ name: String, _ weights: () throws -> SpatialWeights) {
      self.name = name
      do {
        self.weights = try weights()
      } catch {
        refusal = "\(error)".split(separator: "\n").joined(separator: " ")
      }
    }
  }

  /// The statistic.
  public var statistic: GetisOrd
  /// The values, the chosen ones first.
  public var values: [Values]
  /// The neighbours, the chosen ones first.
  public var neighbors: [Neighbors]
  /// The levels, the chosen one first; nothing but `Inference.level` when empty.
  public var levels: [Double]
  /// Whether to correct for multiple tests, one entry for each alternative.
  public var corrections: [Bool]
  /// Clusters of at least this stability may be named in headlines, 0–1.
  public var headlineShare: Double

  /// Alternatives; by default Gi\* with and without correction, named from one half on.
  public init(
    statistic: GetisOrd = .star, values: [Values], neighbors: [Neighbors], levels: [Double] = [],
    corrections: [Bool] = [true, false], headlineShare: Double = 0.5
  ) {
    self.statistic = statistic
    self.values = values
    self.neighbors = neighbors
    self.levels = levels
    self.corrections = corrections
    self.headlineShare = headlineShare
  }

  /// Looks for clusters in every combination.
  ///
  /// A statistic is computed once for its values and neighbours, whatever the levels.
  ///
  /// - Throws: `Problem` when there is no combination, a level lies outside 0 to 1, or random
  ///   draws cannot reach it.
  public func report(_ inference: Inference = Inference()) throws -> StabilityReport {
    var alternatives: [StabilityReport.Alternative] = []
    let levels = levels.isEmpty ? [inference.level] : levels
    for neighbors in neighbors {
      guard let weights = neighbors.weights else {
        alternatives.append(.init(neighbors: neighbors.name, refusal: neighbors.refusal))
        continue
      }
      for values in values {
        // The smallest level asks for the most draws.
        var setting = inference
        setting.level = levels.min() ?? inference.level
        let tested = statistic.tested(
          try NeighborSums(of: values.values, weights: weights, inference: setting))
        for level in levels {
          setting.level = level
          try setting.check()
          var results = tested
          results.judge(level: level)
          for isCorrected in corrections {
            alternatives.append(
              .init(
                values: values.name, neighbors: neighbors.name, level: level,
                isCorrected: isCorrected, results))
          }
        }
      }
    }
    guard alternatives.contains(where: { $0.refusal == nil }) else {
      throw Problem(
        "the stability of clusters has no alternative to run"
          + (alternatives.first?.refusal.map { ": \($0)" } ?? ""),
        remedy: "declare at least one rule for neighbours and one correction")
    }
    return StabilityReport(
      alternatives: alternatives, areaCount: values.first?.values.count ?? 0,
      headlineShare: headlineShare)
  }
}
