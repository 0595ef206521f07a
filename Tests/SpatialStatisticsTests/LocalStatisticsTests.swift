import SpatialStatistics
import Testing

struct LocalMoranTests {
  @Test("Local Moran, its quadrants and the bivariate one are esda's.")
  func esda() throws {
    for oracle in try Oracle.globals().cases {
      let weights = oracle.spatialWeights
      let inference = Inference(exactLimit: 0, draws: 39)
      let results = try LocalMoran().results(
        for: oracle.values, weights: weights, inference: inference)
      let bivariate = try LocalMoran().results(
        for: oracle.values, amid: oracle.other, weights: weights, inference: inference)
      for area in results.indices {
        #expect(close(results[area].statistic, oracle.local_moran[area]), "\(oracle.name) \(area)")
        #expect(results[area].quadrant?.rawValue == oracle.quadrants[area])
        #expect(close(bivariate[area].statistic, oracle.bivariate[area]), "\(oracle.name) \(area)")
      }
    }
  }

  @Test("The other divisor gives n/(n − 1) times as much, and the same z and p.")
  func divisors() throws {
    let oracle = try Oracle.globals().cases[1]
    let weights = oracle.spatialWeights
    let sample = try LocalMoran(divisor: .sample).results(for: oracle.values, weights: weights)
    let population = try LocalMoran(divisor: .population).results(
      for: oracle.values, weights: weights)
    for (one, other) in zip(sample, population) {
      #expect(close(other.statistic, one.statistic.map { $0 * 25 / 24 }, within: 1e-12))
      #expect(one.z == other.z)
      #expect(one.p == other.p)
    }
  }

  @Test("p and its floor are those of Gi; low areas turn z and the tails around.")
  func sharedWithGi() throws {
    let oracle = try Oracle.cambodia()
    let weights = oracle.weights(oracle.rook)
    let gi = try GetisOrd.plain.results(for: oracle.scores, weights: weights)
    let moran = try LocalMoran().results(for: oracle.scores, weights: weights)
    let mean = oracle.scores.reduce(0, +) / Double(oracle.scores.count)
    for area in gi.indices {
      let isLow = oracle.scores[area] < mean
      #expect(moran[area].p == gi[area].p)
      #expect(moran[area].pMin == gi[area].pMin)
      #expect(moran[area].pAdjusted == gi[area].pAdjusted)
      #expect(moran[area].z == gi[area].z.map { isLow ? -$0 : $0 })
      #expect(moran[area].pUpper == (isLow ? gi[area].pLower : gi[area].pUpper))
    }
  }

  @Test("z is Sokal's: by the mean and variance over all outcomes, counted by hand.")
  func sokal() throws {
    // A row of five; area 1 has neighbours 0 and 2.
    let values: [Double] = [1, 5, 9, 2, 3]
    let results = try LocalMoran(divisor: .population).results(
      for: values, weights: lattice(1, 5))
    // Mean 4, z = −3 1 5 −2 −1, m₂ = 8: I = 1 · (−3 + 5) / 8.
    #expect(close(results[1].statistic, 0.25, within: 1e-15))
    // Sums of two of −3, 5, −2, −1: 2 −5 −4 3 4 −3; mean −0.5, mean square 79/6.
    let variance = 79.0 / 6 - 0.25
    #expect(close(results[1].z, 2.5 / variance.squareRoot(), within: 1e-12))
    #expect(results[1].pUpper == 3.0 / 6)
  }

  @Test("A high area unusually unlike its low neighbours is named so.")
  func unlike() throws {
    var values = (0..<49).map { Double($0 % 11 + 50) as Double? }
    values[24] = 300
    for neighbor in [17, 23, 25, 31] { values[neighbor] = 0 }
    let result = try LocalMoran().results(for: values, weights: lattice(7, 7))[24]
    #expect(result.quadrant == .highLow)
    #expect(result.cluster == .none)
    #expect(result.reason == "its value is unlike those of its neighbours")
    #expect((result.z ?? 0) < 0)
  }

  @Test("A large offset of the values changes neither z nor p.")
  func offset() throws {
    let small = [0, 1, -1, 1, 1, 0, -1, 0, 1, -1, 1, 0.5].map { $0 as Double? }
    let large = small.map { $0.map { $0 + 1e9 } }
    let own = (0..<12).map { Double($0 * 5 % 12) as Double? }
    let weights = lattice(3, 4)
    let pairs = [
      (
        try LocalMoran().results(for: own, amid: small, weights: weights),
        try LocalMoran().results(for: own, amid: large, weights: weights)
      ),
      (
        try GetisOrd.star.results(for: small, weights: weights),
        try GetisOrd.star.results(for: large, weights: weights)
      ),
      (
        try LocalGeary().results(for: small, weights: weights),
        try LocalGeary().results(for: large, weights: weights)
      ),
    ]
    for (near, far) in pairs {
      for (one, other) in zip(near, far) {
        #expect(close(one.z, other.z, within: 1e-12))
        #expect(one.p == other.p)
        #expect(one.pUpper == other.pUpper)
        #expect(one.quadrant == other.quadrant)
      }
    }
  }

  @Test("Values equal but for rounding have no statistic.")
  func nearlyConstant() throws {
    let results = try GetisOrd.star.results(
      for: [0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2], weights: lattice(1, 4))
    #expect(results.allSatisfy { $0.z == nil && $0.cause == .equalValues })
  }

  @Test("An area that has the mean can be neither; equal values have no statistic.")
  func degenerate() throws {
    let middle = try LocalMoran().results(for: [1, 2, 3, 1, 2, 3], weights: lattice(2, 3))[1]
    #expect(middle.statistic == 0)
    #expect(middle.p == 1)
    #expect(middle.z == nil)
    // The middle has the mean of 1…25 but for rounding, its neighbours the highest values.
    var values = (1...25).map(Double.init)
    for (neighbor, high) in zip([7, 11, 13, 17], [21, 22, 23, 24]) { values.swapAt(neighbor, high) }
    for own in [13.0, 13.0.nextUp, 13.0.nextDown] {
      values[12] = own
      let given = values.map { $0 as Double? }
      let alone = try LocalMoran().results(for: given, weights: lattice(5, 5))[12]
      let amid = try LocalMoran().results(for: given, amid: given, weights: lattice(5, 5))[12]
      for result in [alone, amid] {
        #expect(result.statistic == 0 && result.z == nil && result.p == 1)
        #expect(result.cluster == .none && result.quadrant == .lowHigh)
      }
    }
    let equal = try LocalMoran().results(
      for: [7, 7, 7, 7], amid: [1, 2, 3, 5], weights: lattice(2, 2))
    #expect(equal.allSatisfy { $0.p == nil && $0.cause == .equalValues })
    let gap = try LocalMoran().results(
      for: [7, 6, 5, 7], amid: [1, 2, nil, 5], weights: lattice(2, 2))
    #expect(gap[2].cause == .noValue)
    #expect(gap[0].neighbors == 1)
  }
}

struct LocalGearyTests {
  @Test("Local Geary divided by n is esda's.")
  func esda() throws {
    for oracle in try Oracle.globals().cases {
      guard let expected = oracle.local_geary else { continue }
      let results = try LocalGeary(divisor: .population).results(
        for: oracle.values, weights: oracle.spatialWeights,
        inference: Inference(exactLimit: 0, draws: 39))
      for area in results.indices {
        #expect(close(results[area].statistic, expected[area]), "\(oracle.name) \(area)")
      }
    }
  }

  @Test("z and tails are those over all outcomes, counted by hand.")
  func byHand() throws {
    // Area 1 of a row of five has 5: the others differ by 16, 16, 9, 4 squared.
    let result = try LocalGeary(divisor: .population).results(
      for: [1, 5, 9, 2, 3], weights: lattice(1, 5))[1]
    #expect(close(result.statistic, 4, within: 1e-15))
    // Sums of two: 32 25 20 25 20 13; mean 22.5.
    let sums: [Double] = [32, 25, 20, 25, 20, 13]
    let variance = sums.reduce(0) { $0 + ($1 - 22.5) * ($1 - 22.5) } / 6
    #expect(close(result.z, 9.5 / variance.squareRoot(), within: 1e-12))
    #expect(result.pUpper == 1.0 / 6)
    #expect(result.pLower == 1)
  }

  @Test("Drawn p lie within 4 standard errors of counted ones.")
  func drawn() throws {
    let oracle = try Oracle.cambodia()
    let weights = oracle.weights(oracle.rook)
    let counted = try LocalGeary().results(for: oracle.scores, weights: weights)
    let drawn = try LocalGeary().results(
      for: oracle.scores, weights: weights, inference: Inference(exactLimit: 0, draws: 999))
    for (one, other) in zip(counted, drawn) {
      guard let p = one.pUpper, let estimate = other.pUpper else { continue }
      #expect(abs(estimate - (1 + 999 * p) / 1000) <= 4 * (p * (1 - p) / 999).squareRoot() + 1e-9)
    }
  }

  @Test("High values alike are hot, low ones cold.")
  func clusters() throws {
    let values = (0..<49).map { area -> Double? in
      let (row, column) = (area / 7, area % 7)
      if row < 3, column < 3 { return 100 + Double(area % 2) }
      return Double(area * 37 % 49) - 20
    }
    let results = try LocalGeary().results(for: values, weights: lattice(7, 7))
    #expect(results[8].quadrant == .highHigh)
    #expect([.hot, .possiblyHot].contains(results[8].cluster))
    #expect((results[8].z ?? 0) < 0)
  }
}
