import Diagnostics
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

/// Mean and variance of numbers.
private func moments(_ numbers: [Double?]) -> (mean: Double, variance: Double) {
  let numbers = numbers.compactMap(\.self)
  let mean = numbers.reduce(0, +) / Double(numbers.count)
  return (mean, numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count))
}

/// Seven areas, one link that is not mutual, unequal weights, and an island.
private let crooked = SpatialWeights(rows: [
  [(1, 1), (2, 0.5)], [(0, 2)], [(0, 0.5), (3, 1)], [(2, 1), (4, 3)], [(5, 1)], [(4, 1)], [],
])

struct GlobalMoranTests {
  @Test("Moran's I, its moments and z are esda's, Columbus and NC SIDS among them.")
  func esda() throws {
    for oracle in try Oracle.globals().cases {
      for statistic in GlobalMoran.allCases {
        let result = try statistic.result(for: oracle.values, weights: oracle.spatialWeights)
        let isNormal = statistic == .normality
        let (variance, z) =
          isNormal
          ? (oracle.moran.variance_normality, oracle.moran.z_normality)
          : (oracle.moran.variance_randomization, oracle.moran.z_randomization)
        #expect(close(result.statistic, oracle.moran.statistic), "\(oracle.name)")
        #expect(close(result.expected, oracle.moran.expected), "\(oracle.name)")
        #expect(close(result.variance, variance), "\(oracle.name)")
        #expect(close(result.z, z), "\(oracle.name)")
      }
    }
  }

  @Test("Moran's I of crime in Columbus is 0.500189 by queen and 0.523670 by rook.")
  func columbus() throws {
    let cases = try Oracle.globals().cases
    for (name, expected) in [("Columbus, queen", 0.500189), ("Columbus, rook", 0.523670)] {
      let oracle = try #require(cases.first { $0.name == name })
      let result = try GlobalMoran.randomization.result(
        for: oracle.values, weights: oracle.spatialWeights)
      #expect(close(result.statistic, expected, within: 1e-6))
    }
  }

  @Test("Mean and variance are those over all orders of the values.")
  func allOrders() throws {
    let values: [Double?] = [3, -1, 4, 1.5, -5, 9, 2]
    let result = try GlobalMoran.randomization.result(for: values, weights: crooked)
    let all = try orders(values).map {
      try GlobalMoran.randomization.result(for: $0, weights: crooked).statistic
    }
    #expect(close(result.expected, moments(all).mean, within: 1e-12))
    #expect(close(result.variance, moments(all).variance, within: 1e-12))
  }

  @Test("The tails of z add up to one, and p is twice the smaller.")
  func tails() throws {
    let values = (0..<16).map { Double($0) as Double? }
    let result = try GlobalMoran.normality.result(for: values, weights: lattice(4, 4))
    let (upper, lower) = (try #require(result.pUpper), try #require(result.pLower))
    #expect(close(upper + lower, 1, within: 1e-15))
    #expect(upper < 0.001)
    #expect(result.p == 2 * upper)
  }

  @Test("A gap is left out, and very large values change nothing.")
  func gapsAndScale() throws {
    let values: [Double?] = [1, 4, nil, 2, 8, 5]
    let pairs = [(0, 1), (1, 2), (3, 4), (4, 5), (0, 3)]
    let result = try GlobalMoran.normality.result(
      for: values, weights: SpatialWeights(areaCount: 6, pairs: pairs))
    let without = try GlobalMoran.normality.result(
      for: [1, 4, 2, 8, 5],
      weights: SpatialWeights(areaCount: 5, pairs: [(0, 1), (2, 3), (3, 4), (0, 2)]))
    #expect(result == without)
    let large = try GlobalMoran.normality.result(
      for: values.map { $0.map { $0 * 1e200 } },
      weights: SpatialWeights(areaCount: 6, pairs: pairs))
    #expect(close(large.statistic, result.statistic, within: 1e-12))
  }

  @Test("What has no Moran's I says why.")
  func reasons() throws {
    func reason(_ values: [Double?], _ weights: SpatialWeights) throws -> String? {
      let result = try GlobalMoran.randomization.result(for: values, weights: weights)
      #expect(result.statistic == nil && result.p == nil)
      return result.reason
    }
    #expect(try reason([2, 2, 2, 2], lattice(2, 2)) == "all values are equal")
    #expect(try reason([nil, nil], lattice(1, 2)) == "no value that statistics may use")
    #expect(
      try reason([1, nil, 2], lattice(1, 3)) == "no two areas with a value are neighbours")
    let three = try GlobalMoran.randomization.result(for: [1, 2, 4], weights: lattice(1, 3))
    #expect(three.statistic != nil && three.variance == nil && three.z == nil)
    #expect(three.reason == "the 3 areas with a value are too few for a variance")
    let two = try GlobalMoran.normality.result(for: [1, 2], weights: lattice(1, 2))
    #expect(two.reason == "the 2 areas with a value are too few for a variance")
    #expect(two.permutation == nil)
  }
}

struct GlobalGTests {
  @Test("G of esda's six points is esda's: 0.55709779, p 0.172936 one-tailed.")
  func sixPoints() throws {
    let oracle = try Oracle.globals().g
    let result = try GlobalG.result(
      for: [2, 3, 3.2, 5, 8, 7], weights: try Oracle.cases()[0].spatialWeights)
    #expect(close(result.statistic, 0.55709779, within: 1e-8))
    #expect(close(result.pUpper, 0.172936, within: 5e-7))
    #expect(close(result.statistic, oracle.statistic))
    #expect(close(result.expected, oracle.expected))
    #expect(close(result.variance, oracle.variance))
    #expect(close(result.pUpper, oracle.one_tailed_p))
  }

  @Test("Mean and variance are those over all orders of the values.")
  func allOrders() throws {
    let values: [Double?] = [3, 1, 4, 1.5, 5, 9, 0]
    let result = try GlobalG.result(for: values, weights: crooked)
    let all = try orders(values).map { try GlobalG.result(for: $0, weights: crooked).statistic }
    #expect(close(result.expected, moments(all).mean, within: 1e-12))
    #expect(close(result.variance, moments(all).variance, within: 1e-12))
  }

  @Test("Negative values are refused.")
  func negative() {
    let error = #expect(throws: Problem.self) {
      try GlobalG.result(for: [1, -2.5, 3, 4], weights: lattice(2, 2))
    }
    #expect(
      error?.description
        == "the value '-2.5' of area 2 of 4 is negative, and G compares products of values; "
        + "use Moran's I, or a scale that starts at zero")
  }

  @Test("One value above zero gives no products to compare.")
  func mostlyZero() throws {
    let result = try GlobalG.result(for: [0, 0, 7, 0], weights: lattice(2, 2))
    #expect(result.statistic == nil)
    #expect(result.reason == "fewer than two values are above zero")
  }
}

struct JoinCountsTests {
  @Test("In a 4×4 lattice, white above and black below, joins are 10, 4 and 10 of 24.")
  func halves() throws {
    let oracle = try Oracle.globals().joins
    let joins = JoinCounts(of: (0..<16).map { $0 >= 8 }, weights: lattice(4, 4))
    #expect(joins.both.statistic == 10 && oracle.bb == 10)
    #expect(joins.one.statistic == 4 && oracle.bw == 4)
    #expect(joins.neither.statistic == 10 && oracle.ww == 10)
    #expect(joins.total == 24 && oracle.total == 24)
    #expect((joins.one.z ?? 0) < -2)
  }

  @Test("Means and variances are those over all ways to colour the areas.")
  func allColourings() {
    var colourings: [[Bool?]] = []
    for set in 0..<128 where set.nonzeroBitCount == 3 {
      colourings.append((0..<7).map { area -> Bool? in (set >> area) % 2 == 1 })
    }
    let all = colourings.map { JoinCounts(of: $0, weights: crooked) }
    let parts: [KeyPath<JoinCounts, GlobalResult>] = [\.both, \.one, \.neither]
    for part in parts {
      let (mean, variance) = moments(all.map { $0[keyPath: part].statistic })
      #expect(close(all[0][keyPath: part].expected, mean, within: 1e-12))
      #expect(close(all[0][keyPath: part].variance, variance, within: 1e-12))
    }
  }

  @Test("Areas of which the fact is not known are left out; one colour has no z.")
  func unknown() {
    let joins = JoinCounts(of: [true, nil, true, true, true, nil], weights: lattice(2, 3))
    #expect(joins.total == 2)
    #expect(joins.black == 4 && joins.white == 0)
    #expect(joins.both.statistic == 2)
    #expect(joins.both.z == nil)
    #expect(joins.both.reason == "it is the same wherever the values lie")
    let none = JoinCounts(of: [nil, nil], weights: lattice(1, 2))
    #expect(none.both.reason == "no value that statistics may use")
  }
}
