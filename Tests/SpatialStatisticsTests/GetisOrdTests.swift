import Diagnostics
import SpatialStatistics
import Testing

/// The values of the six points of esda's own tests.
private let sixValues: [Double?] = [2, 3, 3.2, 5, 8, 7]

struct GetisOrdTests {
  @Test("Gi of esda's six points is esda's.")
  func sixPointsPlain() throws {
    let pairs = try Oracle.cases()[0].spatialWeights
    let results = try GetisOrd.plain.results(for: sixValues, weights: pairs)
    let expected = [-1.0137, -0.0436, 1.3156, -0.3141, 1.1537, 1.7783]
    for (result, z) in zip(results, expected) { #expect(close(result.z, z, within: 5e-5)) }
  }

  @Test("Gi* of esda's six points is esda's.")
  func sixPointsStar() throws {
    let pairs = try Oracle.cases()[0].spatialWeights
    let results = try GetisOrd.star.results(for: sixValues, weights: pairs)
    #expect(close(results[0].z, -1.397_276_26, within: 1e-8))
    #expect(close(results[5].z, 2.0242, within: 5e-5))
  }

  @Test("Standardising the rows of equal weights changes nothing.", arguments: GetisOrd.allCases)
  func rowScale(statistic: GetisOrd) throws {
    let pairs = try Oracle.cases()[0].spatialWeights
    let binary = try statistic.results(for: sixValues, weights: pairs)
    let standardized = try statistic.results(for: sixValues, weights: pairs.rowStandardized())
    for (one, other) in zip(binary, standardized) {
      #expect(close(one.z, other.z, within: 1e-12))
      #expect(one.p == other.p)
      #expect(one.pMin == other.pMin)
    }
  }

  @Test("z and exact p equal brute force: ties, gaps, islands, unequal weights.")
  func bruteForce() throws {
    for oracle in try Oracle.cases() {
      let weights = oracle.spatialWeights
      expect(
        try GetisOrd.plain.results(for: oracle.values, weights: weights), equal: oracle.gi)
      expect(
        try GetisOrd.star.results(for: oracle.values, weights: weights), equal: oracle.gi_star)
    }
  }

  @Test("In a 5×5 lattice of 1 to 25 the corner has 6 of 276 outcomes as extreme.")
  func latticeCorner() throws {
    let values = (1...25).map { Double($0) as Double? }
    let results = try GetisOrd.star.results(for: values, weights: lattice(5, 5))
    #expect(results[24].pUpper == 6.0 / 276)
    #expect(results[24].p == 12.0 / 276)
    #expect(results[24].pMin == 2.0 / 276)
    #expect(results[12].p == 1)
  }

  @Test("An area without a value is left out, and out of its neighbours' sums.")
  func missingValue() throws {
    var values = (1...9).map { Double($0) as Double? }
    values[4] = nil
    let results = try GetisOrd.star.results(for: values, weights: lattice(3, 3))
    #expect(results[4].reason == "no value that statistics may use")
    #expect(results[4].z == nil)
    #expect(results[4].p == nil)
    #expect(results[1].neighbors == 2)
    #expect(results[1].pMin == 2.0 / 21)  // C(8 − 1, 2)
  }

  @Test("Adding the same to all values, or multiplying them, changes neither z nor p.")
  func affine() throws {
    let oracle = try Oracle.cambodia()
    let weights = oracle.weights(oracle.rook)
    for (factor, offset) in [(1e-150, 0.0), (1e200, 0), (3, 0), (0.7, 1e4)] {
      let results = try GetisOrd.star.results(
        for: oracle.scores.map { $0 * factor + offset }, weights: weights)
      for (result, expected) in zip(results, oracle.gi_star_rook) {
        #expect(close(result.z, expected?.z, within: 1e-8))
        #expect(result.p == expected?.p)
      }
    }
  }

  @Test("Turning the values around swaps the tails and the sign.")
  func negated() throws {
    let oracle = try Oracle.cambodia()
    let weights = oracle.weights(oracle.rook)
    let results = try GetisOrd.star.results(for: oracle.scores, weights: weights)
    let negated = try GetisOrd.star.results(for: oracle.scores.map { -$0 }, weights: weights)
    for (one, other) in zip(results, negated) {
      #expect(close(one.z, other.z.map { -$0 }, within: 1e-12))
      #expect(one.pUpper == other.pLower)
      #expect(one.pLower == other.pUpper)
    }
    #expect(negated[10].cluster == .cold)
  }
}

struct GetisOrdStatusTests {
  @Test("Equal values have no statistic, and say so.", arguments: GetisOrd.allCases)
  func constant(statistic: GetisOrd) throws {
    let values = [Double?](repeating: 0.1, count: 9)
    for result in try statistic.results(for: values, weights: lattice(3, 3)) {
      #expect(result.z == nil)
      #expect(result.p == nil)
      #expect(result.cluster == .notTestable)
      #expect(result.reason == "all values it is compared with are equal")
    }
  }

  @Test("Gi has no statistic where all others are equal, however much the area differs.")
  func constantOthers() throws {
    let values: [Double?] = [0.1, 0.1, 0.1, 7, 0.1, 0.1]
    let results = try GetisOrd.plain.results(for: values, weights: lattice(2, 3))
    #expect(results[3].z == nil)
    #expect(results[3].cause == .equalValues)
    #expect(results[0].z != nil)
  }

  @Test("Where every other area is a neighbour, p is 1 and there is no z.")
  func everyAreaIsNeighbor() throws {
    let pairs = [(0, 1), (0, 2), (0, 3)]
    let results = try GetisOrd.star.results(
      for: [1, 2, 3, 5], weights: SpatialWeights(areaCount: 4, pairs: pairs))
    #expect(results[0].z == nil)
    #expect(results[0].p == 1)
    #expect(results[0].pMin == 1)
    #expect(results[0].reason == "every other area is its neighbour")
  }

  @Test("One area, no area, and nothing but gaps give statuses.")
  func tooLittle() throws {
    let lonely = SpatialWeights(areaCount: 1, pairs: [])
    #expect(try GetisOrd.star.results(for: [5], weights: lonely)[0].cause == .noNeighbors)
    #expect(
      try GetisOrd.star.results(for: [5], weights: lonely)[0].reason == "no neighbours")
    #expect(
      try GetisOrd.star.results(for: [], weights: SpatialWeights(areaCount: 0, pairs: [])).isEmpty)
    let gaps = try GetisOrd.star.results(
      for: [Double?](repeating: nil, count: 9), weights: lattice(3, 3))
    #expect(gaps.allSatisfy { $0.cause == .noValue })
  }

  @Test("An area whose neighbours all lack a value says how many there are.")
  func gapsAround() throws {
    let values: [Double?] = [1, nil, 3, nil, 4, 5]
    let corner = try GetisOrd.star.results(for: values, weights: lattice(2, 3))[0]
    #expect(corner.reason == "none of its 2 neighbours has a value that statistics may use")
    let pair = SpatialWeights(areaCount: 3, pairs: [(0, 1)])
    let end = try GetisOrd.star.results(for: [1, nil, 2], weights: pair)[0]
    #expect(end.reason == "its only neighbour has no value that statistics may use")
  }

  @Test("A high area among unusually low neighbours is no hot spot.")
  func opposed() throws {
    // The corner is so high that it carries its low neighbours above the mean.
    var values = (0..<25).map { Double($0) as Double? }
    values[1] = -20
    values[5] = -20
    values[0] = 900
    let corner = try GetisOrd.star.results(for: values, weights: lattice(5, 5))[0]
    #expect((corner.z ?? 0) > 0)
    #expect((corner.p ?? 1) <= 0.05)
    #expect(corner.cluster == Cluster.none)
    #expect(
      corner.reason == "its own value and those of its neighbours are unusual in opposite ways")
  }

  @Test("A value that is not finite is refused.")
  func notFinite() {
    #expect(
      throws: Problem(
        "the value of area 2 of 6 is not a finite number", remedy: "leave it empty")
    ) {
      try GetisOrd.star.results(for: [1, .nan, 2, 3, 4, 5], weights: lattice(2, 3))
    }
  }

  @Test("A level outside 0 to 1 and draws that cannot reach it are refused.")
  func uselessSettings() {
    let values = (0..<6).map { Double($0) as Double? }
    func run(_ inference: Inference) throws {
      _ = try GetisOrd.star.results(for: values, weights: lattice(2, 3), inference: inference)
    }
    #expect(
      throws: Problem("the level '1.0' does not lie between 0 and 1", remedy: "use 0.05")
    ) { try run(Inference(level: 1)) }
    #expect(throws: Problem("'0' random draws say nothing", remedy: "use 9999")) {
      try run(Inference(draws: 0))
    }
    #expect(
      throws: Problem(
        "'19' random draws cannot reach the level 0.05", remedy: "draw at least 39")
    ) { try run(Inference(exactLimit: 0, draws: 19)) }
    #expect(throws: Never.self) { try run(Inference(exactLimit: 0, draws: 39)) }
  }
}
