import SpatialStatistics
import Testing

/// What spdep 1.2-7 gives for the data of `global_statistics.json`, with binary weights.
private struct Spdep: Decodable {
  var name: String
  var gi, gi_star, gi_star_standardised, local_moran, local_moran_z: [Double?]
  /// Statistic, expectation, variance.
  var moran: [Double]
  var g: [Double]?
  /// Joins of values above the median: number, expectation, variance.
  var joins: [Double]
}

struct SpdepTests {
  private func cases() throws -> [(spdep: Spdep, values: [Double], weights: SpatialWeights)] {
    let inputs = try Oracle.globals().cases
    return try Oracle.read("spdep.json", as: [Spdep].self).map { spdep in
      let input = try #require(inputs.first { $0.name == spdep.name })
      let rows = input.weights.map { row in row.map { (neighbor: Int($0[0]), weight: 1.0) } }
      return (spdep, input.values.compactMap(\.self), SpatialWeights(rows: rows))
    }
  }

  @Test("z of Gi and Gi* are spdep's, whichever way its weights are standardised.")
  func getisOrd() throws {
    for (spdep, values, weights) in try cases() {
      for (statistic, expected) in [
        (GetisOrd.plain, spdep.gi), (.star, spdep.gi_star), (.star, spdep.gi_star_standardised),
      ] {
        let results = try statistic.results(
          for: values, weights: weights, inference: Inference(exactLimit: 0, draws: 99))
        for area in values.indices {
          #expect(close(results[area].z, expected[area]), "\(spdep.name), area \(area)")
        }
      }
    }
  }

  @Test("Local Moran and its conditional z are spdep's.")
  func localMoran() throws {
    for (spdep, values, weights) in try cases() {
      let results = try LocalMoran(divisor: .population).results(
        for: values, weights: weights, inference: Inference(exactLimit: 0, draws: 99))
      for area in values.indices {
        #expect(close(results[area].statistic, spdep.local_moran[area]), "\(spdep.name) \(area)")
        #expect(close(results[area].z, spdep.local_moran_z[area]), "\(spdep.name), area \(area)")
      }
    }
  }

  @Test("Moran's I, G and join counts have spdep's means and variances.")
  func globals() throws {
    func expect(_ result: GlobalResult, _ expected: [Double], _ name: String) {
      #expect(
        close(result.statistic, expected[0], within: 1e-9 * max(1, abs(expected[0]))), "\(name)")
      #expect(close(result.expected, expected[1]), "\(name)")
      #expect(close(result.variance, expected[2], within: 1e-9 * max(1, expected[2])), "\(name)")
    }
    for (spdep, values, weights) in try cases() {
      expect(
        try GlobalMoran.randomization.result(for: values, weights: weights), spdep.moran,
        spdep.name)
      if let g = spdep.g {
        expect(try GlobalG.result(for: values, weights: weights), g, spdep.name)
      }
      let sorted = values.sorted()
      let middle = sorted.count / 2
      let median =
        sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      expect(
        JoinCounts(of: values.map { $0 > median }, weights: weights).both, spdep.joins, spdep.name)
    }
  }
}
