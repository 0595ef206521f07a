import Cartography
import Diagnostics
import Foundation
import Resampling
import Testing

/// Employment densities of 58 Californian counties, `calemp` of mapclassify's examples.
private let densities = [
  329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7,
  6.56, 3.27, 0.33, 370.5, 4.51, 75.29, 0.99, 2.74, 8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85,
  36.68, 0.74, 29.82, 192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93,
  66.26, 5.39, 0.13, 0.61, 50.65, 40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
]

@Suite struct ClassBreaksTests {
  @Test(
    "Bounds equal those of mapclassify 2.10 on its own example.",
    arguments: [
      (Classification.fisherJenks(5), [75.29, 192.05, 370.5, 722.85, 4111.45]),
      (.quantile(5), [1.464, 5.798, 13.278, 54.616, 4111.45]),
      (.equal(5), [822.394, 1644.658, 2466.922, 3289.186, 4111.45]),
    ])
  func oracle(method: Classification, bounds: [Double]) throws {
    let breaks = try ClassBreaks(densities, by: method)
    for (own, expected) in zip(breaks.upperBounds, bounds) { #expect(abs(own - expected) < 1e-9) }
    #expect(breaks.count == bounds.count)
    #expect(breaks.counts.reduce(0, +) == densities.count)
  }

  @Test("Bounds of 20 data sets are mapclassify's; Fisher-Jenks is as good or better.")
  func mapclassify() throws {
    struct Oracle: Decodable {
      var name: String
      var values, fisher_jenks, quantile, equal: [Double]
      var within: Double
      var quantile_counts, equal_counts: [Int]
    }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let oracles = try JSONDecoder().decode(
      [Oracle].self, from: Data(contentsOf: folder.appending(path: "oracles/class_breaks.json")))
    #expect(oracles.count == 20)
    for oracle in oracles {
      for (method, bounds) in [
        (Classification.quantile(5), oracle.quantile), (.equal(5), oracle.equal),
      ] {
        let breaks = try ClassBreaks(oracle.values, by: method)
        for (own, expected) in zip(breaks.upperBounds, bounds) {
          #expect(abs(own - expected) <= 1e-9 * max(1, abs(expected)), "\(oracle.name) \(method)")
        }
        #expect(breaks.upperBounds.count == bounds.count, "\(oracle.name) \(method)")
      }
      let jenks = try ClassBreaks(oracle.values, by: .fisherJenks(5))
      let groups = Dictionary(grouping: oracle.values) { jenks.index(of: $0) }
      let within = groups.values.reduce(0.0) { sum, group in
        let mean = group.reduce(0, +) / Double(group.count)
        return sum + group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      }
      #expect(within <= oracle.within * (1 + 1e-9), "\(oracle.name)")
    }
  }

  @Test("Quantile counts equal mapclassify's.")
  func quantileCounts() throws {
    #expect(try ClassBreaks(densities, by: .quantile(5)).counts == [12, 11, 12, 11, 12])
  }

  @Test("A value on a bound belongs to the class below the bound.")
  func upperBoundInside() throws {
    let breaks = try ClassBreaks([0, 5, 10, 15], by: .manual([5, 10, 20]))
    #expect(breaks.index(of: 5) == 0)
    #expect(breaks.index(of: 5.000001) == 1)
    #expect(breaks.index(of: 0) == 0)
    #expect(breaks.index(of: -1) == nil)
    #expect(breaks.index(of: 21) == nil)
    #expect(breaks.counts == [2, 1, 1])
  }

  @Test("An empty class keeps its place.")
  func emptyClass() throws {
    #expect(try ClassBreaks([1, 2, 30], by: .manual([10, 20, 30])).counts == [2, 0, 1])
  }

  @Test("Fisher-Jenks finds the grouping that trying every one finds.", arguments: 0..<40)
  func exact(seed: Int) throws {
    var state = UInt64(seed + 1)
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33 & 31)
    }
    let values = (0..<12).map { _ in random() }.sorted()
    let distinct = Array(Set(values)).sorted()
    let count = min(4, distinct.count)
    let breaks = try ClassBreaks(values, by: .fisherJenks(count))
    func within(_ bounds: [Double]) -> Double {
      var sum = 0.0
      var low = -Double.infinity
      for bound in bounds {
        let group = values.filter { $0 > low && $0 <= bound }
        let mean = group.reduce(0, +) / Double(max(1, group.count))
        sum += group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        low = bound
      }
      return sum
    }
    var best = Double.infinity
    func choose(_ start: Int, _ bounds: [Double]) {
      if bounds.count == count - 1 {
        best = min(best, within(bounds + distinct.suffix(1)))
        return
      }
      for index in start..<distinct.count - 1 { choose(index + 1, bounds + [distinct[index]]) }
    }
    choose(0, [])
    #expect(abs(within(breaks.upperBounds) - best) < 1e-9)
    #expect(breaks.count == count)
  }

  @Test("Head and tail part at the mean, and the head again, while it is the smaller part.")
  func headTail() throws {
    // Mean 10; of the head {20, 44} the mean is 32, and half of it lies above: the last bound.
    let values: [Double] = [1, 2, 3, 4, 4, 5, 7, 20, 44]
    let breaks = try ClassBreaks(values, by: .headTail(5))
    #expect(breaks.upperBounds == [10, 32, 44])
    #expect(breaks.counts == [7, 1, 1])
    #expect(try ClassBreaks(values, by: .headTail(2)).upperBounds == [10, 44])
    #expect(try ClassBreaks([3, 3], by: .headTail(5)).upperBounds == [3])
  }

  @Test("Classes of one standard deviation lie around the mean, and none lies beyond the values.")
  func standardDeviation() throws {
    // Mean 5, sum of squares 60, deviation √(60 / 15) = 2.
    let values: [Double] = [1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 7, 8, 9]
    let breaks = try ClassBreaks(values, by: .standardDeviation(5))
    #expect(breaks.upperBounds == [2, 4, 6, 8, 9])
    #expect(breaks.counts == [2, 2, 9, 2, 1])
    #expect(try ClassBreaks(values, by: .standardDeviation(4)).upperBounds == [3, 5, 7, 9])
    #expect(try ClassBreaks(values, by: .standardDeviation(9)).upperBounds == [2, 4, 6, 8, 9])
    #expect(try ClassBreaks(values, by: .standardDeviation(1)).upperBounds == [9])
  }

  @Test("Maps of a series have the same classes, each with counts and a fit of its own.")
  func series() throws {
    let (one, other): ([Double], [Double]) = ([1, 2, 3], [7, 8, 9])
    let both = try ClassBreaks(one + other, by: .equal(4))
    #expect(both.upperBounds == [3, 5, 7, 9])
    let breaks = ClassBreaks(other, as: both)
    #expect(breaks.upperBounds == both.upperBounds)
    #expect(breaks.counts == [0, 0, 1, 2])
    #expect(breaks.goodnessOfFit == 1 - 0.5 / 2)
  }

  @Test("The fit is the share of variance between the classes.")
  func fit() throws {
    // Mean 5, total 16 + 9 + 9 + 16 = 50; within two pairs 2 × 0.5 = 1.
    let breaks = try ClassBreaks([1, 2, 8, 9], by: .fisherJenks(2))
    #expect(breaks.upperBounds == [2, 9])
    #expect(abs(breaks.goodnessOfFit - 0.98) < 1e-12)
  }

  @Test("Pretty bounds are round numbers around the values.")
  func pretty() throws {
    let wide = try ClassBreaks([3.2, 41, 97.5], by: .pretty(5))
    #expect(wide.lowerBound == 0)
    #expect(wide.upperBounds == [20, 40, 60, 80, 100])
    let narrow = try ClassBreaks([0.12, 0.2, 0.48], by: .pretty(4))
    #expect(narrow.upperBounds == [0.2, 0.3, 0.4, 0.5])
    // A width of 2 would make nine classes, one of 5 makes four.
    let across = try ClassBreaks([-9.132, 6.851], by: .pretty(5))
    #expect(across.lowerBound == -10)
    #expect(across.upperBounds == [-5, 0, 5, 10])
  }

  @Test("Pretty classes are never more than asked for, but two where zero lies within.")
  func prettyCounts() throws {
    var generator = CounterGenerator(seed: 5, stream: 0, draw: 0)
    for _ in 0..<2000 {
      let scale = pow(10, Double(generator.next(below: 8) - 4))
      let values = (0..<6).map { _ in (Double(generator.next(below: 2000)) - 700) * scale }
      let count = 1 + generator.next(below: 9)
      let breaks = try ClassBreaks(values, by: .pretty(count))
      let isAcross = (values.min() ?? 0) < 0 && (values.max() ?? 0) > 0
      #expect(breaks.count <= max(count, isAcross ? 2 : 1))
      #expect(breaks.counts.reduce(0, +) == 6)
    }
  }

  @Test("What cannot be classed is refused with a remedy.")
  func problems() {
    func message(_ values: [Double], _ method: Classification) -> String? {
      do {
        _ = try ClassBreaks(values, by: method)
        return nil
      } catch { return "\(error)" }
    }
    #expect(
      message([1, 2, 2], .fisherJenks(3))
        == "2 distinct values cannot fill '3' classes; ask for 1 to 2 classes")
    #expect(
      message([7, 7], .equal(2))
        == "1 distinct value cannot fill '2' classes; ask for 1 to 1 classes")
    #expect(
      message([1, 1, 1, 1, 1, 2, 3], .quantile(3))
        == "two classes of 'quantile' have the same upper bound; ask for fewer classes, or for 'fisher-jenks'"
    )
    #expect(
      message([1, 9], .manual([5, 4, 9]))
        == "the bounds of 'manual' classes do not ascend; give them in ascending order, each once")
    #expect(
      message([1, 9], .manual([5]))
        == "the value '9.0' lies above the last bound '5.0'; add a bound of at least 9.0")
    #expect(
      message([], .equal(2))
        == "there is no value to classify; leave the map out until its figure has values")
  }

  @Test("A classification is known by its name, and an unknown name lists the known ones.")
  func names() throws {
    for name in Classification.names {
      #expect(try Classification(named: name, count: 3, bounds: [1]).name == name)
    }
    #expect(throws: Problem("'manual' classes have no bounds", remedy: "list their upper bounds")) {
      try Classification(named: "manual", count: 3)
    }
    #expect(
      throws: Problem(
        "there is no classification 'jenks'",
        remedy:
          "use one of fisher-jenks, quantile, equal, pretty, head-tail, standard-deviation, manual")
    ) { try Classification(named: "jenks", count: 3) }
  }
}
