import Testing

@testable import SpatialStatistics

/// A generator for test inputs, so that every run sees the same.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
  }
}

struct InferenceTests {
  /// Values with ties, among which `k` others of `n` are neighbours of area 0.
  private func randomCase(
    _ generator: inout SeededGenerator
  ) -> (values: [Double], weights: SpatialWeights) {
    let n = Int.random(in: 5...14, using: &generator)
    let values = (0..<n).map { _ in Double(Int.random(in: -30...30, using: &generator)) / 10 }
    let k = Int.random(in: 1..<n, using: &generator)
    let isEqual = k > 3 || Bool.random(using: &generator)
    let row = (1..<n).shuffled(using: &generator).prefix(k).map { neighbor in
      (neighbor: neighbor, weight: isEqual ? 1 : Double.random(in: 0.1...2, using: &generator))
    }
    let rest = [[(neighbor: Int, weight: Double)]](repeating: [], count: n - 1)
    return (values, SpatialWeights(rows: [row] + rest))
  }

  @Test("Drawn tails lie within 4 standard errors of counted ones in 1,000 random cases.")
  func drawnAgainstCounted() throws {
    var generator = SeededGenerator(7)
    for number in 0..<1000 {
      let (values, weights) = randomCase(&generator)
      let exact = try ConditionalTest(
        values: values, weights: weights, inference: Inference(threads: 1)
      ).tails()[0]
      let drawn = try ConditionalTest(
        values: values, weights: weights,
        inference: Inference(exactLimit: 0, draws: 199, seed: UInt64(number), threads: 1)
      ).tails()[0]
      guard let exact, let drawn else {
        Issue.record("area 0 has neighbours")
        continue
      }
      for (share, estimate) in [(exact.upper, drawn.upper), (exact.lower, drawn.lower)] {
        // The observed outcome counts as one more draw.
        let expected = (1 + 199 * share) / 200
        let error = (share * (1 - share) * 199).squareRoot() / 200
        #expect(abs(estimate - expected) <= 4 * error + 1e-12, "case \(number)")
      }
    }
  }

  @Test("Areas that share draws have the tails they would have drawn alone, each of them.")
  func sharedDraws() throws {
    var generator = SeededGenerator(5)
    let n = 12
    // A ring with one chord: rows of two and of three neighbours, and ties among the values.
    let values = (0..<n).map { _ in Double(Int.random(in: -9...9, using: &generator)) }
    let pairs = (0..<n).map { ($0, ($0 + 1) % n) } + [(0, 6)]
    let rows = (0..<n).map { area in
      pairs.filter { $0.0 == area || $0.1 == area }.map {
        (neighbor: $0.0 == area ? $0.1 : $0.0, weight: 0.5)
      }
    }
    let weights = SpatialWeights(rows: rows)
    func tails(_ inference: Inference) throws -> [ConditionalTest.Tails] {
      try ConditionalTest(values: values, weights: weights, inference: inference)
        .tails().compactMap(\.self)
    }
    let exact = try tails(Inference())
    let (runs, draws) = (40, 499)
    let drawn = try (0..<runs).map {
      try tails(Inference(exactLimit: 0, draws: draws, seed: UInt64($0)))
    }
    #expect(exact.count == n)
    for area in 0..<n {
      for tail in [\ConditionalTest.Tails.upper, \.lower] {
        let share = exact[area][keyPath: tail]
        let expected = (1 + Double(draws) * share) / Double(1 + draws)
        let mean = drawn.reduce(0) { $0 + $1[area][keyPath: tail] } / Double(runs)
        let error = (share * (1 - share) / Double(draws * runs)).squareRoot()
        #expect(abs(mean - expected) <= 4 * error + 1e-12, "area \(area)")
      }
    }
  }

  @Test("Counting subsets by bounds equals visiting each, on both sides of a tie.")
  func subsetSums() {
    var generator = SeededGenerator(11)
    for _ in 0..<300 {
      let n = Int.random(in: 1...10, using: &generator)
      let values = (0..<n).map { _ in Double(Int.random(in: -5...5, using: &generator)) }
      let size = Int.random(in: 0...n, using: &generator)
      let sums = (0..<1 << n).filter { $0.nonzeroBitCount == size }.map { set in
        values.indices.reduce(0.0) { $0 + (set >> $1 & 1 == 1 ? values[$1] : 0) }
      }
      let subsets = SubsetSums(values, size: size)
      #expect(subsets.count == sums.count)
      for threshold in [-7.5, -2, 0, 0.5, 3, 11] {
        #expect(subsets.count(atLeast: threshold) == sums.count { $0 >= threshold })
      }
    }
  }

  @Test("Weights that differ by rounding have the tails of equal ones.")
  func nearlyEqualWeights() throws {
    func tails(_ last: Double, _ limit: Int) throws -> ConditionalTest.Tails? {
      let rest = [[(neighbor: Int, weight: Double)]](repeating: [], count: 5)
      return try ConditionalTest(
        values: [5, 1, 8, 3, 9, 4],
        weights: SpatialWeights(rows: [[(1, 0.1), (2, 0.3), (3, last)]] + rest),
        inference: Inference(exactLimit: limit, draws: 99)
      ).tails()[0]
    }
    // 0.1 + 0.2 is more than 0.3 by its last bit.
    #expect(0.1 + 0.2 != 0.3)
    #expect(try tails(0.1 + 0.2, 1000) == (try tails(0.3, 1000)))
    #expect(try tails(0.1 + 0.2, 0) == (try tails(0.3, 0)))
  }

  @Test("Drawn p have a second floor, 2 / (1 + R), where they could otherwise be smaller.")
  func drawnFloor() throws {
    let values = (0..<25).map { Double($0 * 7 % 25) as Double? }
    let results = try GetisOrd.star.results(
      for: values, weights: lattice(1, 25), inference: Inference(exactLimit: 0, draws: 99))
    // One neighbour: 2/24 is more than 2/100. Two: 2/276 is less.
    #expect(results[0].pMin == 2.0 / 24)
    #expect(results[12].pMin == 2.0 / 100)
    #expect(results[12].outcomes == 276)
    let exact = try GetisOrd.star.results(for: values, weights: lattice(1, 25))
    #expect(exact[12].pMin == 2.0 / 276)
  }

  @Test("The number of outcomes is C(n − 1, k), and with unequal weights counts who gets which.")
  func outcomes() {
    func count(_ weights: [Double], of n: Int) -> Double {
      let row = weights.enumerated().map { (neighbor: $0.offset + 1, weight: $0.element) }
      let rest = [[(neighbor: Int, weight: Double)]](repeating: [], count: n - 1)
      return ConditionalTest(
        values: (0..<n).map(Double.init), weights: SpatialWeights(rows: [row] + rest),
        inference: Inference()
      ).outcomeCount(0)
    }
    #expect(count([1, 1], of: 25) == 276)
    #expect(count([0.5, 0.25], of: 25) == 24 * 23)
    #expect(count([0.5, 0.25, 0.5], of: 25) == 24 * 253)
    #expect(count([9.020743769669453e-05, 9.020743769669445e-05], of: 9) == 28)
    #expect(count([1, 1, 1, 1], of: 5) == 1)
    #expect(count([], of: 5) == 0)
    #expect(combinations(of: 5000, choosing: 2500) == .greatestFiniteMagnitude)
  }
}

struct FalseDiscoveryTests {
  @Test("Adjusted p are those of the step-up rule.")
  func adjusted() {
    // By hand: 0.01·4/1, min(0.03·4/2, …), 0.04·4/3 before 0.04, 0.2.
    let adjusted = FalseDiscovery.adjusted([0.03, 0.2, 0.01, 0.04])
    for (value, expected) in zip(adjusted, [0.16 / 3, 0.2, 0.04, 0.16 / 3]) {
      #expect(close(value, expected, within: 1e-15))
    }
    #expect(FalseDiscovery.adjusted([]).isEmpty)
    #expect(FalseDiscovery.adjusted([1, 1]) == [1, 1])
  }

  @Test("The cut-off is the largest p that is still a finding.")
  func cutoff() {
    // Benjamini and Hochberg 1995, section 3.2: 15 p-values, four findings at 0.05.
    let published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1,
    ]
    #expect(FalseDiscovery.cutoff(published, level: 0.05) == 0.0095)
    #expect(FalseDiscovery.cutoff([0.5, 0.9], level: 0.05) == nil)
  }
}
