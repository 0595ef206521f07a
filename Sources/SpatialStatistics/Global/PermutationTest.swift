import Resampling

/// Full randomisation of Σᵢ Σⱼ wᵢⱼ t(xᵢ, xⱼ): all values are handed out to the areas anew.
///
/// Every different arrangement is visited when those, times links, are within the exact limit;
/// otherwise arrangements are drawn, each a function of seed and number of the draw. Equal sums
/// count as equal as in `ConditionalTest`.
struct PermutationTest: Sendable {
  /// What is added up over pairs of neighbours.
  enum Term: Sendable {
    case product
    case squaredDifference

    func callAsFunction(_ one: Double, _ other: Double) -> Double {
      self == .product ? one * other : (one - other) * (one - other)
    }
  }

  /// Draws times links beyond which the normal approximation has to do.
  private static let greatestWork = 1e9
  /// Areas have the streams from 0 on.
  private static let stream = -1

  private let values: [Double]
  private let weights: SpatialWeights
  private let inference: Inference
  private let term: Term
  private let tolerance: Double

  /// Values and weights of the areas that have a value.
  init(
    values: [Double], weights: SpatialWeights, inference: Inference, term: Term = .product
  ) {
    self.values = values
    self.weights = weights
    self.inference = inference
    self.term = term
    let largest = values.reduce(0) { max($0, abs($1)) }
    tolerance =
      ConditionalTest.tieTolerance * weights.weights.reduce(0, +) * 4 * largest * largest
  }

  /// The tails of the observed arrangement; nil when they are too much work.
  func result() -> Permutation? {
    let links = Double(weights.neighbors.count)
    let outcomes = arrangementCount
    if outcomes * links <= Double(inference.exactLimit) { return visited(outcomes) }
    let work = Double(inference.draws) * (links + Double(values.count))
    if work > PermutationTest.greatestWork { return nil }
    return drawn(outcomes < .greatestFiniteMagnitude ? outcomes : nil)
  }

  /// n! / Π mᵢ! over the numbers mᵢ of equal values.
  private var arrangementCount: Double {
    var left = values.count
    let count = values.sorted().runLengths.reduce(1.0) { product, run in
      defer { left -= run }
      return product * combinations(of: left, choosing: run)
    }
    return min(count, .greatestFiniteMagnitude)
  }

  private func sum(_ values: [Double]) -> Double {
    var sum = 0.0
    for area in values.indices {
      let own = values[area]
      for link in weights.row(of: area) {
        sum += weights.weights[link] * term(own, values[weights.neighbors[link]])
      }
    }
    return sum
  }

  private func visited(_ outcomes: Double) -> Permutation {
    let observed = sum(values)
    var (upper, lower, count) = (0.0, 0.0, 0.0)
    var arrangement = values.sorted()
    repeat {
      let sum = sum(arrangement)
      if sum >= observed - tolerance { upper += 1 }
      if sum <= observed + tolerance { lower += 1 }
      count += 1
    } while arrangement.advance()
    return Permutation(pUpper: upper / count, pLower: lower / count, outcomes: outcomes)
  }

  private func drawn(_ outcomes: Double?) -> Permutation {
    let observed = sum(values)
    let tails = inParallel(count: inference.draws, threads: inference.threads) { draws in
      draws.map { draw -> (upper: Bool, lower: Bool) in
        var arrangement = values
        var generator = CounterGenerator(
          seed: inference.seed, stream: PermutationTest.stream, draw: draw)
        for place in arrangement.indices.dropLast() {
          arrangement.swapAt(place, place + generator.next(below: arrangement.count - place))
        }
        let sum = sum(arrangement)
        return (sum >= observed - tolerance, sum <= observed + tolerance)
      }
    }
    let total = Double(1 + inference.draws)
    return Permutation(
      pUpper: Double(1 + tails.count(where: \.upper)) / total,
      pLower: Double(1 + tails.count(where: \.lower)) / total, draws: inference.draws,
      outcomes: outcomes)
  }
}

extension [Double] {
  /// Goes on to the next arrangement in lexicographic order; false after the last.
  fileprivate mutating func advance() -> Bool {
    guard let pivot = indices.dropLast().last(where: { self[$0] < self[$0 + 1] }),
      let next = indices.last(where: { self[$0] > self[pivot] })
    else { return false }
    swapAt(pivot, next)
    self[(pivot + 1)...].reverse()
    return true
  }
}
