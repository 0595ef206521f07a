import SpatialStatistics
import Testing

/// Hotspots on Cambodia's divide index against `Tests/oracles/cambodia.py`, which visits all
/// 1,415,148 outcomes. The scores are those of the shipped tables.
struct CambodiaTests {
  private func results(
    _ values: KeyPath<Oracle.Cambodia, [Double]> = \.scores,
    _ pairs: KeyPath<Oracle.Cambodia, [[Int]]> = \.rook, _ inference: Inference = Inference()
  ) throws -> [LocalResult] {
    let oracle = try Oracle.cambodia()
    return try GetisOrd.star.results(
      for: oracle[keyPath: values], weights: oracle.weights(oracle[keyPath: pairs]),
      inference: inference)
  }

  private func codes(_ results: [LocalResult], _ cluster: Cluster) throws -> [String] {
    zip(try Oracle.cambodia().codes, results).filter { $0.1.cluster == cluster }.map(\.0)
  }

  @Test("z and exact p equal brute force, by shared boundary, by any touch, with equal weights.")
  func bruteForce() throws {
    let oracle = try Oracle.cambodia()
    #expect(oracle.rook.count == 48)
    #expect(oracle.queen.count == 49)
    expect(try results(), equal: oracle.gi_star_rook)
    expect(try results(\.scores, \.queen), equal: oracle.gi_star_queen)
    expect(try results(\.scores_equal_weights), equal: oracle.gi_star_rook_equal_weights)
  }

  @Test("The north-east is hot with the chosen weights, and only possibly so with equal ones.")
  func verdicts() throws {
    let chosen = try results()
    #expect(try codes(chosen, .hot) == ["11", "19"])
    #expect(try codes(chosen, .possiblyHot) == ["16"])
    #expect(try codes(chosen, .possiblyCold) == ["08"])
    #expect(try codes(chosen, .notTestable) == ["12", "20", "23", "24"])
    let equal = try results(\.scores_equal_weights)
    #expect(try codes(equal, .hot) == [])
    #expect(try codes(equal, .possiblyHot) == ["11", "16", "19"])
  }

  @Test("Phnom Penh, with one neighbour, says why it cannot be tested.")
  func phnomPenh() throws {
    let result = try results()[11]
    #expect(result.method == "exact")
    #expect(result.pError == 0)
    #expect(result.pMin == 2.0 / 24)
    #expect(result.p == 4.0 / 24)
    #expect(result.pAdjusted == nil)
    #expect(
      result.reason == "too few neighbours to test: with 1 of them p is at least 0.083, "
        + "above the level 0.05")
  }

  @Test("The results are the same for 1, 2 and 8 threads, counted or drawn.")
  func threads() throws {
    for limit in [0, 50_000_000] {
      let all = try [1, 2, 8].map {
        try results(\.scores, \.rook, Inference(exactLimit: limit, draws: 499, threads: $0))
      }
      #expect(all[0] == all[1])
      #expect(all[0] == all[2])
    }
  }

  @Test("Random draws say so, change with the seed, and state their error.")
  func drawn() throws {
    let one = try results(\.scores, \.rook, Inference(exactLimit: 0, draws: 999))
    let other = try results(\.scores, \.rook, Inference(exactLimit: 0, draws: 999, seed: 2))
    #expect(one[15].method == "monte carlo (999 draws)")
    #expect(one != other)
    let tail = min(one[15].pUpper ?? 1, one[15].pLower ?? 1)
    #expect(close(one[15].pError, 2 * (tail * (1 - tail) / 999).squareRoot()))
  }

  @Test("Beyond the limit an area is still counted where that is no more work than drawing.")
  func countedWhereCheap() throws {
    let exact = try results(\.scores, \.rook, Inference())
    // All together have 1,415,148 outcomes.
    let mixed = try results(\.scores, \.rook, Inference(exactLimit: 1_415_147, draws: 999))
    for (one, other) in zip(mixed, exact) {
      let outcomes = [0, 24, 276, 2024, 10_626][min(one.neighbors, 4)]
      let isCounted = one.neighbors < 4 && outcomes <= 999 * one.neighbors
      #expect(one.method == (isCounted ? "exact" : "monte carlo (999 draws)"))
      if isCounted {
        #expect(one.p == other.p)
        #expect(one.pError == 0)
      }
    }
    #expect(Set(mixed.map(\.method)).count == 2)
    let all = try results(\.scores, \.rook, Inference(exactLimit: 1_415_148, draws: 999))
    #expect(all == exact)
  }
}
