import Resampling

// Drawing outcomes at random.
extension ConditionalTest {
  /// The random sums that serve all of `areas` whose neighbours weigh the same, by their number.
  func sharedDraws(for areas: [Int]) -> [Int: SharedDraws] {
    if term != .value { return [:] }
    let rows = areas.map(weights.row).filter { !$0.isEmpty && hasEqualWeights($0) }
    let sizes = Set(rows.map(\.count)).sorted()
    let draws = inParallel(count: sizes.count, threads: inference.threads) { range in
      sizes[range].map { SharedDraws(of: values, size: $0, inference: inference) }
    }
    return Dictionary(uniqueKeysWithValues: zip(sizes, draws))
  }

  /// The tails of an area by the draws it shares; nil where it has none to share.
  func sharedTails(_ area: Int, _ shared: [Int: SharedDraws]) -> Tails? {
    let row = weights.row(of: area)
    guard let draws = shared[row.count], hasEqualWeights(row) else { return nil }
    let weight = weights.weights[row.lowerBound]
    return draws.tails(
      of: area, sum: observed(area) / weight, tolerance: tolerance(area) / weight)
  }

  /// The tails of an area that draws alone; nil for an island.
  func drawnTails(_ area: Int, from pool: inout [Double]) -> Tails? {
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
