/// What became of clusters under each alternative.
public struct StabilityReport: Sendable, Hashable, Codable {
  /// One combination of choices, and the clusters it finds.
  public struct Alternative: Sendable, Hashable, Codable {
    /// Name of the values; empty when refused.
    public var values: String
    /// Name of the neighbours.
    public var neighbors: String
    /// The level; 0 when refused.
    public var level: Double
    /// Whether p were corrected for multiple tests.
    public var isCorrected: Bool
    /// Areas found hot, in layer order.
    public var hot: [Int]
    /// Areas found cold, in layer order.
    public var cold: [Int]
    /// Number of areas that could be tested.
    public var testable: Int
    /// Why it was not run; nil when it was.
    public var refusal: String?

    /// What a combination finds in judged results.
    init(
      values: String, neighbors: String, level: Double, isCorrected: Bool, _ results: [LocalResult]
    ) {
      self.values = values
      self.neighbors = neighbors
      self.level = level
      self.isCorrected = isCorrected
      hot = results.areas(.hot, or: .possiblyHot, isCorrected: isCorrected)
      cold = results.areas(.cold, or: .possiblyCold, isCorrected: isCorrected)
      testable = results.count(where: \.isTestable)
    }

    /// Neighbours that could not be made.
    init(neighbors: String, refusal: String?) {
      values = ""
      self.neighbors = neighbors
      level = 0
      isCorrected = false
      hot = []
      cold = []
      testable = 0
      self.refusal = refusal
    }
  }

  /// What the correction for multiple tests leaves of the clusters in some values, with the first
  /// neighbours and level that were run.
  public struct Survival: Sendable, Hashable, Codable {
    /// Name of the values.
    public var values: String
    /// Areas found hot before the correction, in layer order.
    public var before: [Int]
    /// Areas found hot after it.
    public var after: [Int]
  }

  /// Every combination, in the order neighbours, values, levels, corrections.
  public var alternatives: [Alternative]
  /// Share of the combinations run, 0–1, that find each area hot; layer order.
  public var hot: [Double]
  /// The same for cold.
  public var cold: [Double]
  /// Clusters of at least this stability may be named in headlines.
  public var headlineShare: Double

  init(alternatives: [Alternative], areaCount: Int, headlineShare: Double) {
    self.alternatives = alternatives
    self.headlineShare = headlineShare
    let run = alternatives.filter { $0.refusal == nil }
    func shares(_ found: (Alternative) -> [Int]) -> [Double] {
      var counts = [Int](repeating: 0, count: areaCount)
      for area in run.flatMap(found) { counts[area] += 1 }
      return counts.map { Double($0) / Double(run.count) }
    }
    hot = shares(\.hot)
    cold = shares(\.cold)
  }

  /// Areas whose hot verdict is stable enough for a headline, in layer order.
  public var headlineAreas: [Int] {
    hot.indices.filter { hot[$0] > 0 && hot[$0] >= headlineShare - 1e-9 }
  }

  /// For each kind of values what the correction leaves of its hot areas; empty unless clusters
  /// were looked for both with and without it.
  public var survival: [Survival] {
    guard let first = alternatives.first(where: { $0.refusal == nil }) else { return [] }
    let same = alternatives.filter {
      $0.refusal == nil && $0.neighbors == first.neighbors && $0.level == first.level
    }
    return same.filter(\.isCorrected).compactMap { corrected in
      same.first { $0.values == corrected.values && !$0.isCorrected }.map {
        Survival(values: corrected.values, before: $0.hot, after: corrected.hot)
      }
    }
  }
}
