import SpatialStatistics
import Testing

/// All orders of `elements`.
private func orders<Element>(_ elements: [Element]) -> [[Element]] {
  if elements.count < 2 { return [elements] }
  return elements.indices.flatMap { first in
    var rest = elements
    rest.remove(at: first)
    return orders(rest).map { [elements[first]] + $0 }
  }
}

/// Seven areas with unequal links, and an island.
private let crooked = SpatialWeights(rows: [
  [(1, 1), (2, 0.5)], [(0, 2)], [(0, 0.5), (3, 1)], [(2, 1), (4, 3)], [(5, 1)], [(4, 1)], [],
])

struct PermutationTests {
  @Test("Both tails of Moran's I and G are shares of all orders of the values, each counted once.")
  func allOrders() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2]
    let all = orders(values)
    let moran = try GlobalMoran.randomization.result(
      for: values, weights: crooked, inference: Inference())
    let g = try GlobalG.result(for: values, weights: crooked, inference: Inference())
    let morans = try all.map {
      try #require(GlobalMoran.randomization.result(for: $0, weights: crooked).statistic)
    }
    let gs = try all.map { try #require(GlobalG.result(for: $0, weights: crooked).statistic) }
    for (result, others) in [(moran, morans), (g, gs)] {
      let observed = try #require(result.statistic)
      let permutation = try #require(result.permutation)
      func share(_ isIn: (Double) -> Bool) -> Double {
        Double(others.count(where: isIn)) / Double(others.count)
      }
      #expect(close(permutation.pUpper, share { $0 >= observed - 1e-12 }))
      #expect(close(permutation.pLower, share { $0 <= observed + 1e-12 }))
      // Two values are equal, so half of the 5,040 orders are different arrangements.
      #expect(permutation.outcomes == 2520)
      #expect(close(permutation.pMin, 2.0 / 2520))
      #expect(permutation.method == "exact")
      #expect(permutation.pError == 0)
    }
  }

  @Test(
    "Three of nine squares in a row of a lattice: 2 joins of both, which 22 of 84 choices reach.")
  func joins() throws {
    let facts: [Bool?] = [true, true, true] + [Bool?](repeating: false, count: 6)
    let joins = JoinCounts(of: facts, weights: lattice(3, 3), inference: Inference())
    #expect(joins.both.statistic == 2)
    let permutation = try #require(joins.both.permutation)
    // Two joined pairs are a path of three squares: 6 straight ones, 16 around a corner.
    #expect(close(permutation.pUpper, 22.0 / 84))
    #expect(permutation.outcomes == 84)
    let none = JoinCounts(
      of: [Bool?](repeating: false, count: 9), weights: lattice(3, 3), inference: Inference())
    #expect(none.both.permutation?.p == 1)
    #expect(none.both.z == nil)
  }

  @Test("Drawn tails lie within four standard errors of the counted ones, for 200 lattices.")
  func drawn() throws {
    var numbers = SystemlessNumbers(state: 7)
    for seed in 0..<200 {
      let facts: [Bool?] = (0..<9).map { _ in Double.random(in: 0..<1, using: &numbers) < 0.4 }
      let exact = JoinCounts(of: facts, weights: lattice(3, 3), inference: Inference())
      let drawn = JoinCounts(
        of: facts, weights: lattice(3, 3),
        inference: Inference(exactLimit: 0, draws: 999, seed: UInt64(seed)))
      let (one, other) = (exact.one.permutation, drawn.one.permutation)
      let upper = try #require(one?.pUpper)
      let error = (upper * (1 - upper) / 999).squareRoot()
      #expect(abs(upper - (other?.pUpper ?? 2)) <= 4 * error + 1.0 / 1000, "lattice \(seed)")
    }
  }

  @Test("Draws do not depend on the number of threads, and say what they are.")
  func threads() throws {
    let values = (0..<64).map { Double($0 * $0 % 17) }
    let results = try [1, 2, 8].map { threads in
      try GlobalMoran.randomization.result(
        for: values, weights: lattice(8, 8),
        inference: Inference(draws: 499, seed: 3, threads: threads))
    }
    #expect(results[0] == results[1] && results[1] == results[2])
    let permutation = try #require(results[0].permutation)
    #expect(permutation.method == "monte carlo (499 draws)")
    #expect(permutation.pMin == 2.0 / 500)
    #expect(permutation.pError > 0)
  }

  @Test("What is too much work is left to the normal approximation.")
  func tooMuch() throws {
    let values = (0..<64).map(Double.init)
    let result = try GlobalMoran.randomization.result(
      for: values, weights: lattice(8, 8), inference: Inference(draws: 100_000_000))
    #expect(result.permutation == nil)
    #expect(result.p != nil)
  }
}

/// Numbers that are the same in every run.
struct SystemlessNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
  }
}
