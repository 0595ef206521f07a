import Diagnostics
import Resampling

/// Conditional randomisation of the sum of the neighbours' weighted values, Σⱼ wᵢⱼ xⱼ.
///
/// Whatever a local statistic does to that sum, as long as it grows with it, has the same tails.
/// What is added up are deviations from the mean, so that digits do not get lost on large values
/// that differ little. Equal sums count as equal although they are added in different orders: two
/// sums are the same when they differ by at most 10⁻¹² times the largest sum that the weights
/// allow, or by what the values are rounded by.
struct ConditionalTest: Sendable {
  /// Shares of outcomes at least and at most as high as the observed one, which is among them.
  struct Tails: Sendable, Hashable {
    var upper: Double
    var lower: Double
    /// Random outcomes behind them; nil when every outcome was counted.
    var draws: Int?

    /// Twice the smaller tail, at most 1.
    var twoSided: Double { min(1, 2 * min(upper, lower)) }

    /// Standard error of `twoSided` by chance: twice that of a share of `draws` outcomes.
    var error: Double {
      guard let draws else { return 0 }
      let tail = min(upper, lower)
      return 2 * (tail * (1 - tail) / Double(draws)).squareRoot()
    }
  }

  /// What is added up over the neighbours.
  enum Term: Sendable {
    /// Their values.
    case value
    /// The squares of what they differ by from the area's own value.
    case squaredDifference

    func callAsFunction(_ other: Double, from own: Double) -> Double {
      self == .value ? other : (own - other) * (own - other)
    }
  }

  static let tieTolerance = 1e-12

  /// The values, one finite one an area, about their mean.
  let moments: Moments
  /// Neighbours among those areas; weights that are equal up to rounding are equal.
  let weights: SpatialWeights
  let inference: Inference
  let term: Term
  private let range: ClosedRange<Double>

  init(
    values: [Double], weights: SpatialWeights, inference: Inference, term: Term = .value
  ) {
    moments = Moments(values)
    self.weights = weights.leveled()
    self.inference = inference
    self.term = term
    range = (moments.deviations.min() ?? 0)...(moments.deviations.max() ?? 0)
  }

  /// Deviations from the mean.
  var values: [Double] { moments.deviations }

  /// The tails of each area; nil for islands.
  ///
  /// All areas are counted when their outcomes together are few enough. Otherwise an area is
  /// counted when that is no more work than drawing: at most as many outcomes as draws times
  /// neighbours. What is done for an area does not depend on the values. Areas with as many
  /// neighbours of equal weight share their draws.
  ///
  /// - Throws: `Problem` when outcomes must be drawn and are too few to reach the level.
  func tails() throws -> [Tails?] {
    let counts = values.indices.map(outcomeCount)
    let limit = Double(inference.exactLimit)
    let areAllCounted = counts.reduce(0, +) <= limit
    let isCounted = values.indices.map { area in
      let work = Double(inference.draws) * Double(weights.row(of: area).count)
      return areAllCounted || counts[area] <= min(limit, work)
    }
    if isCounted.contains(false), 2 / Double(1 + inference.draws) > inference.level {
      throw Problem(
        "'\(inference.draws)' random draws cannot reach the level \(inference.level)",
        remedy: "draw at least \(Int((2 / inference.level).rounded(.up)) - 1)")
    }
    let shared = sharedDraws(for: values.indices.filter { !isCounted[$0] })
    return inParallel(count: values.count, threads: inference.threads) { areas in
      var pool = values
      return areas.map { area in
        if isCounted[area] { return exactTails(area) }
        return sharedTails(area, shared) ?? drawnTails(area, from: &pool)
      }
    }
  }

  /// Number of equally likely outcomes of an area with neighbours, 0 for an island: the ways to
  /// choose the values of its neighbours. C(n − 1, k) for equal weights; where weights differ,
  /// the product of such numbers over the groups of equal ones, each choosing from what is left.
  func outcomeCount(_ area: Int) -> Double {
    let row = weights.row(of: area)
    if row.isEmpty { return 0 }
    var others = values.count - 1
    let groups = weights.weights[row].sorted().runLengths
    return groups.reduce(1.0) { product, group in
      defer { others -= group }
      return product * combinations(of: others, choosing: group)
    }
  }

  func hasEqualWeights(_ row: Range<Int>) -> Bool {
    weights.weights[row].allSatisfy { $0 == weights.weights[row.lowerBound] }
  }

  /// The sum that an area has.
  func observed(_ area: Int) -> Double {
    weights.row(of: area).reduce(0.0) {
      $0 + weights.weights[$1] * term(values[weights.neighbors[$1]], from: values[area])
    }
  }

  /// Σⱼ wᵢⱼ zⱼ of the deviations z of the neighbours; 0 where that is rounding only.
  func lag(of area: Int) -> Double {
    let lag = weights.lag(of: area, values)
    let largest = max(-range.lowerBound, range.upperBound)
    let sum = weights.weights[weights.row(of: area)].reduce(0, +)
    return abs(lag) <= moments.tieShare * sum * largest ? 0 : lag
  }

  /// The distance within which another sum counts as equal to that of an area.
  func tolerance(_ area: Int) -> Double {
    let largest = max(
      abs(term(range.lowerBound, from: values[area])),
      abs(term(range.upperBound, from: values[area])))
    return moments.tieShare * weights.weights[weights.row(of: area)].reduce(0, +) * largest
  }
}
