import Diagnostics
import Resampling

/// Conditional randomisation of the sum of the neighbours' weighted values, Σⱼ wᵢⱼ xⱼ.
///
/// Whatever a local statistic does to that sum, as long as it grows with it, has the same tails.
/// Equal sums count as equal although they are added in different orders: two sums are the same
/// when they differ by at most 10⁻¹² times the largest sum that the weights allow.
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

  /// One finite value an area.
  let values: [Double]
  /// Neighbours among those areas.
  let weights: SpatialWeights
  let inference: Inference
  let term: Term
  private let range: ClosedRange<Double>

  init(
    values: [Double], weights: SpatialWeights, inference: Inference, term: Term = .value
  ) {
    self.values = values
    self.weights = weights
    self.inference = inference
    self.term = term
    range = (values.min() ?? 0)...(values.max() ?? 0)
  }

  /// The tails of each area; nil for islands.
  ///
  /// All areas are counted when their outcomes together are few enough. Otherwise an area is
  /// counted when that is no more work than drawing: at most as many outcomes as draws times
  /// neighbours. What is done for an area does not depend on the values.
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
    return inParallel(count: values.count, threads: inference.threads) { areas in
      var pool = values
      return areas.map { isCounted[$0] ? exactTails($0) : drawnTails($0, from: &pool) }
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

  private func hasEqualWeights(_ row: Range<Int>) -> Bool {
    weights.weights[row].allSatisfy { $0 == weights.weights[row.lowerBound] }
  }

  /// The sum that an area has.
  func observed(_ area: Int) -> Double {
    weights.row(of: area).reduce(0.0) {
      $0 + weights.weights[$1] * term(values[weights.neighbors[$1]], from: values[area])
    }
  }

  /// The distance within which another sum counts as equal to that of an area.
  private func tolerance(_ area: Int) -> Double {
    let largest = max(
      abs(term(range.lowerBound, from: values[area])),
      abs(term(range.upperBound, from: values[area])))
    return Self.tieTolerance * weights.weights[weights.row(of: area)].reduce(0, +) * largest
  }
}

// Counting every outcome.
extension ConditionalTest {
  private func exactTails(_ area: Int) -> Tails? {
    let row = weights.row(of: area)
    if row.isEmpty { return nil }
    var others = values.map { term($0, from: values[area]) }
    others.remove(at: area)
    return hasEqualWeights(row) ? chosenTails(area, others) : arrangedTails(area, others)
  }

  /// Equal weights: which values the neighbours get matters, their order does not.
  private func chosenTails(_ area: Int, _ others: [Double]) -> Tails {
    let row = weights.row(of: area)
    let weight = weights.weights[row.lowerBound]
    let (sum, margin) = (observed(area) / weight, tolerance(area) / weight)
    // Choosing k values and leaving out n − 1 − k are the same choice; the smaller set is faster.
    let isComplement = row.count > others.count / 2
    let all = others.reduce(0, +)
    let subsets =
      isComplement
      ? SubsetSums(others.map { -$0 }, size: others.count - row.count)
      : SubsetSums(others, size: row.count)
    let shift = isComplement ? all : 0
    let total = subsets.count
    let upper = subsets.count(atLeast: sum - margin - shift)
    let lower = total - subsets.count(atLeast: sum + margin - shift)
    return Tails(upper: Double(upper) / Double(total), lower: Double(lower) / Double(total))
  }

  /// Different weights: every way to hand out the others' values, but neighbours that weigh the
  /// same get theirs in one order only.
  private func arrangedTails(_ area: Int, _ others: [Double]) -> Tails {
    let (observed, tolerance) = (observed(area), tolerance(area))
    let weights = self.weights.weights[weights.row(of: area)].sorted()
    var isTaken = [Bool](repeating: false, count: others.count)
    var (upper, lower, total) = (0, 0, 0)
    func place(_ position: Int, after previous: Int, _ sum: Double) {
      if position == weights.count {
        total += 1
        if sum >= observed - tolerance { upper += 1 }
        if sum <= observed + tolerance { lower += 1 }
        return
      }
      let isNewGroup = position == 0 || weights[position] != weights[position - 1]
      for other in (isNewGroup ? 0 : previous + 1)..<others.count where !isTaken[other] {
        isTaken[other] = true
        place(position + 1, after: other, sum + weights[position] * others[other])
        isTaken[other] = false
      }
    }
    place(0, after: -1, 0)
    return Tails(upper: Double(upper) / Double(total), lower: Double(lower) / Double(total))
  }
}

// Drawing outcomes at random.
extension ConditionalTest {
  private func drawnTails(_ area: Int, from pool: inout [Double]) -> Tails? {
    let own = values[area]
    return switch term {
    case .value: drawnTails(area, from: &pool) { $0 }
    case .squaredDifference: drawnTails(area, from: &pool) { (own - $0) * (own - $0) }
    }
  }

  /// Each draw shuffles the head of the pool and puts it back, so that it does not depend on
  /// the draws before it. The observed outcome counts as one more draw.
  @inline(__always)
  private func drawnTails(
    _ area: Int, from pool: inout [Double], _ term: (Double) -> Double
  ) -> Tails? {
    let row = weights.row(of: area)
    if row.isEmpty { return nil }
    let (observed, tolerance) = (observed(area), tolerance(area))
    let (seed, draws, last) = (inference.seed, inference.draws, pool.count - 1)
    pool.swapAt(area, last)
    defer { pool.swapAt(area, last) }
    var (upper, lower) = (1, 1)
    // Buffers, so that the threads do not meet at the counters of shared arrays.
    pool.withUnsafeMutableBufferPointer { pool in
      weights.weights[row].withUnsafeBufferPointer { row in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: row.count) { drawn in
          for draw in 0..<draws {
            var generator = CounterGenerator(seed: seed, stream: area, draw: draw)
            var sum = 0.0
            for position in row.indices {
              let other = position + generator.next(below: last - position)
              let value = pool[other]
              pool[other] = pool[position]
              pool[position] = value
              drawn[position] = other
              sum += row[position] * term(value)
            }
            for position in row.indices.reversed() { pool.swapAt(position, drawn[position]) }
            if sum >= observed - tolerance { upper += 1 }
            if sum <= observed + tolerance { lower += 1 }
          }
        }
      }
    }
    let total = Double(1 + draws)
    return Tails(upper: Double(upper) / total, lower: Double(lower) / total, draws: draws)
  }
}
