import CompositeIndex
import Foundation
import Indicators
import Testing

/// `Tests/oracles/coinr.json`: COINr 1.1.14 on its ASEM example, made by the script beside it.
private struct COINr: Decodable {
  struct Element: Decodable {
    var id: String
    var parent: String?
    var direction: Int
    var weight: Double
    var isIndicator: Bool
  }
  struct Result: Decodable {
    var weights: String
    var normalization: String
    var aggregation: String
    var scores: [Double]
  }
  struct Loadings: Decodable {
    var pillar: String
    var loadings: [Double]
    var explained: Double
  }
  var codes: [String]
  var structure: [Element]
  var values: [String: [Double?]]
  var goalposts: [String: [Double]]
  var results: [Result]
  var treated: [String: [Double?]]
  var treated_once: [String: [Double?]]
  var loadings: [Loadings]

  static func read() throws -> COINr {
    try JSONDecoder().decode(
      COINr.self, from: Data(contentsOf: project.appending(path: "Tests/oracles/coinr.json")))
  }

  var matrix: IndicatorMatrix {
    IndicatorMatrix(
      areaCodes: codes,
      columns: structure.filter(\.isIndicator).map { element in
        column(
          element.id, values[element.id] ?? [], element.direction > 0 ? .highIsWorse : .lowIsWorse)
      })
  }

  func members(of parent: String, _ weighted: Bool) -> [Pillar.Member] {
    structure.filter { $0.parent == parent }.map { element in
      let weight = weighted ? element.weight : 1
      return element.isIndicator
        ? .indicator(element.id, weight: weight)
        : .pillar(
          Pillar(id: element.id, weight: weight, members: members(of: element.id, weighted)))
    }
  }

  /// Nothing is ever left out: COINr's example has no coverage rule.
  func definition(weighted: Bool = false) -> IndexDefinition {
    IndexDefinition(
      id: "asem",
      pillars: members(of: "Index", weighted).compactMap {
        if case .pillar(let pillar) = $0 { pillar } else { nil }
      },
      coverage: CoverageRule(areas: 0, indicators: 0), floor: 1,
      goalposts: goalposts.mapValues { Goalposts(low: $0[0], high: $0[1]) })
  }
}

struct COINrTests {
  @Test("Five normalisations, three means and two sets of weights equal COINr's on its example.")
  func scores() throws {
    let oracle = try COINr.read()
    #expect(oracle.results.count == 30)
    for expected in oracle.results {
      var definition = oracle.definition(weighted: expected.weights != "ASEM")
      definition.normalization = try #require(Normalization(rawValue: expected.normalization))
      definition.aggregation = try #require(Aggregation(rawValue: expected.aggregation))
      let result = try definition.result(for: oracle.matrix)
      for (score, value) in zip(result.scores, expected.scores) {
        #expect(
          abs((score.score ?? -1) - value) < 1e-9,
          "\(expected.normalization), \(expected.aggregation)")
        let sum = score.drivers.reduce(0) { $0 + $1.points }
        #expect(abs(sum - value) < 1e-9, "the drivers add up to the score")
      }
    }
  }

  @Test("Outliers are winsorised, or put on a logarithmic scale, as in COINr.")
  func treatment() throws {
    let oracle = try COINr.read()
    try expect(oracle.treated, points: 5, oracle)
    let once = try expect(oracle.treated_once, points: 1, oracle)
    #expect(Set(once.map(\.method)) == [.winsorized, .logarithm])
  }

  @discardableResult
  private func expect(
    _ expected: [String: [Double?]], points: Int, _ oracle: COINr
  ) throws -> [TreatedIndicator] {
    var definition = oracle.definition()
    definition.treatment = Treatment(winsorizedPoints: points)
    let result = try definition.result(for: oracle.matrix)
    #expect(Set(result.treated.map(\.indicator)) == Set(expected.keys))
    for treated in result.treated {
      var values = try #require(oracle.values[treated.indicator])
      for cell in treated.cells {
        #expect(values[cell.area] == cell.from)
        values[cell.area] = cell.to
      }
      for (value, expected) in zip(values, try #require(expected[treated.indicator])) {
        #expect((value == nil) == (expected == nil))
        #expect(abs((value ?? 0) - (expected ?? 0)) < 1e-9, "\(treated.indicator)")
      }
    }
    return result.treated
  }

  @Test("PCA weights are the squared loadings that R's prcomp gives.")
  func loadings() throws {
    let oracle = try COINr.read()
    for expected in oracle.loadings where expected.loadings.allSatisfy({ $0 > 0 }) {
      let definition = IndexDefinition(
        id: "pillar",
        pillars: [Pillar(id: expected.pillar, members: oracle.members(of: expected.pillar, false))],
        coverage: CoverageRule(areas: 0, indicators: 0), weighting: .principalComponent)
      let result = try definition.result(for: oracle.matrix)
      let component = try #require(result.components.first)
      #expect(abs(component.explained - expected.explained) < 1e-9)
      for (weight, loading) in zip(result.weights, expected.loadings) {
        #expect(abs(weight.share - loading * loading) < 1e-9)
      }
    }
  }
}
