import CompositeIndex
import Diagnostics
import Indicators
import Testing

/// Ways to make an index beside the usual one, on cases that can be followed by hand.
struct IndexMethodTests {
  private let two = matrix(column("a", [10, 20, 30, 50]), column("b", [4, 1, 2, 3]))

  private func scores(_ definition: IndexDefinition, _ matrix: IndicatorMatrix) throws -> [Double] {
    try definition.result(for: matrix).scores.map { ($0.score ?? -1) }
  }

  @Test("Ranks count the areas that are better, equal values sharing a rank.")
  func ranks() throws {
    var definition = index("a")
    let values = matrix(column("a", [7, 3, 7, nil, 1]))
    definition.normalization = .rank
    #expect(try scores(definition, values) == [75, 50, 75, -1, 25])
    definition.normalization = .percentRank
    #expect(try scores(definition, values) == [200.0 / 3, 100.0 / 3, 200.0 / 3, -1, 0])
    let low = matrix(column("a", [7, 3, 7, nil, 1], .lowIsWorse))
    #expect(try scores(definition, low) == [0, 200.0 / 3, 0, -1, 100])
  }

  @Test("z scores have mean 50 and standard deviation 10, whichever way is worse.")
  func zScores() throws {
    var definition = index("a")
    definition.normalization = .zScore
    let values = [2.0, 4, 9]  // mean 5, s² = (9 + 1 + 16) / 2 = 13
    for direction in [Indicator.Direction.highIsWorse, .lowIsWorse] {
      let sign: Double = direction == .highIsWorse ? 1 : -1
      let found = try scores(definition, matrix(column("a", values, direction)))
      for (score, value) in zip(found, values) {
        #expect(abs(score - (50 + sign * 10 * (value - 5) / 13.0.squareRoot())) < 1e-12)
      }
    }
  }

  @Test("Goalposts stand still: only values outside change, and each is listed.")
  func goalposts() throws {
    var definition = index("a")
    definition.normalization = .goalposts
    definition.goalposts = ["a": Goalposts(low: 15, high: 40)]
    let result = try definition.result(for: two)
    #expect(result.scores.map(\.score) == [0, 20, 60, 100])
    #expect(
      result.treated == [
        TreatedIndicator(
          indicator: "a", method: .goalposts,
          cells: [.init(area: 0, from: 10, to: 15), .init(area: 3, from: 50, to: 40)])
      ])
    // Between goalposts even equal values have a place.
    #expect(try scores(definition, matrix(column("a", [30, 30]))) == [60, 60])
  }

  @Test("In a geometric or harmonic mean what is below the floor counts as the floor.")
  func floor() throws {
    var definition = index("a", "b")
    definition.floor = 25
    definition.aggregation = .geometric
    // Normalised: a 0 25 50 100, b 100 0 33⅓ 66⅔.
    let geometric = [50, 25, (50 * 100 / 3.0).squareRoot(), (20_000 / 3.0).squareRoot()]
    for (score, expected) in zip(try scores(definition, two), geometric) {
      #expect(abs(score - expected) < 1e-12)
    }
    definition.aggregation = .harmonic
    for (score, expected) in zip(try scores(definition, two), [40.0, 25, 40, 80]) {
      #expect(abs(score - expected) < 1e-12)
    }
    definition.aggregation = .arithmetic
    #expect(try scores(definition, two)[0] == 50)
  }

  @Test("Shares of a geometric mean are those of the logarithms above the floor.")
  func logarithmicDrivers() throws {
    var definition = index("a", "b")
    definition.floor = 25
    definition.aggregation = .geometric
    let result = try definition.result(for: two)
    // Area 4: ln(100/25) = 2 ln 2 and ln(66⅔/25) = ln(8/3); beyond 12.5 each they share S − 25.
    let score = result.scores[3].score ?? 0
    let (first, second) = (2 * 0.693_147_180_559_945_3, 0.980_829_253_011_726_2)
    let expected = 12.5 + (score - 25) * first / (first + second)
    #expect(result.scores[3].drivers.map(\.indicator) == ["a", "b"])
    #expect(abs(result.scores[3].drivers[0].points - expected) < 1e-12)
    for (driver, normalized) in zip(result.scores[3].drivers, [100, 200.0 / 3]) {
      #expect(abs((driver.normalized ?? 0) - normalized) < 1e-12)
    }
    // Area 2 lies at the floor altogether.
    #expect(result.scores[1].drivers.allSatisfy { abs($0.points - 12.5) < 1e-12 })
  }

  @Test("A pillar may use another mean inside than the index does.")
  func nestedMeans() throws {
    let inner = Pillar(
      id: "p", members: [.indicator("a"), .indicator("b")], aggregation: .geometric)
    let definition = IndexDefinition(
      id: "i", pillars: [inner, Pillar(id: "q", members: [.indicator("c")])], floor: 25)
    let result = try definition.result(
      for: matrix(
        column("a", [10, 20, 30, 50]), column("b", [4, 1, 2, 3]), column("c", [10, 20, 30, 50])))
    #expect(abs((result.scores[0].score ?? 0) - 25) < 1e-12)  // (√(25 · 100) + 0) / 2
    #expect(result.pillars.map(\.pillar) == ["p", "q"])
    #expect(result.pillars[1].scores == [0, 25, 50, 100])
    for score in result.scores {
      #expect(abs(score.drivers.reduce(0) { $0 + $1.points } - (score.score ?? 0)) < 1e-12)
    }
  }

  @Test("Equal weights forget what the definition says at every level.")
  func equalWeights() throws {
    var definition = IndexDefinition(
      id: "i",
      pillars: [
        Pillar(id: "p", weight: 3, members: [.indicator("a", weight: 9), .indicator("b")]),
        Pillar(id: "q", members: [.indicator("c")]),
      ])
    definition.weighting = .equal
    let result = try definition.result(
      for: matrix(column("a", [0, 1]), column("b", [0, 1]), column("c", [0, 1])))
    #expect(result.weights.map(\.share) == [0.25, 0.25, 0.5])
  }

  @Test("A comparison tells what moves when one choice changes.")
  func comparison() throws {
    let definition = IndexDefinition(
      id: "i",
      pillars: [
        Pillar(id: "p", weight: 9, members: [.indicator("a")]),
        Pillar(id: "q", members: [.indicator("b")]),
      ], worstShare: 0.25)
    let comparison = try definition.comparison(with: .weighting(.equal), for: two)
    // Chosen: 10, 22.5, 48⅓, 96⅔. Equal: 50, 12.5, 41⅔, 83⅓: ranks 4 3 2 1 become 2 4 3 1.
    #expect(comparison.name == "equal weights")
    #expect(comparison.meanRankShift == 1)
    #expect(abs((comparison.rankCorrelation ?? 0) - 0.4) < 1e-12)  // 1 − 6·6 / (4·15)
    #expect(comparison.entering == [])
    #expect(comparison.leaving == [])
    let without = try definition.comparison(with: .without(indicator: "a"), for: two)
    #expect(without.scores[0] == 100)
    #expect(without.entering == [0])
    #expect(without.leaving == [3])
  }
}

struct IndexMethodProblemTests {
  private func problems(
    _ definition: IndexDefinition, _ columns: IndicatorMatrix.Column...
  ) -> String? {
    let matrix = IndicatorMatrix(
      areaCodes: (columns.first?.cells ?? []).indices.map { "\($0 + 1)" }, columns: columns)
    return #expect(throws: Problems.self) { try definition.result(for: matrix) }?.description
  }

  @Test("A geometric mean of zeros is refused without a floor.")
  func zero() {
    var definition = index("a")
    definition.aggregation = .geometric
    #expect(
      problems(definition, column("a", [1, 2, 3])) == """
        a geometric mean needs members above 0, and indicator 'a' of index 'i' is 0.0 after \
        min-max normalisation in 1 of 3 areas; give the index a floor, or another normalisation
        """)
  }

  @Test("Floors and goalposts that make no sense are refused together.")
  func scale() {
    var definition = index("a", "b")
    definition.normalization = .goalposts
    definition.floor = 100
    definition.goalposts = ["a": Goalposts(low: 5, high: 5), "x": Goalposts(low: 0, high: 1)]
    definition.treatment = Treatment()
    #expect(
      problems(definition, column("a", [1, 2]), column("b", [1, 2])) == """
        the floor '100.0' of index 'i' does not lie between 0 and 100; use 1
        the goalposts '5.0' and '5.0' of indicator 'a' in index 'i' are no range; give two \
        numbers, the low end first
        goalposts are given for 'x', which index 'i' does not use; remove them
        indicator 'b' of index 'i' has no goalposts; give the low and the high end of its scale
        index 'i' has both fixed goalposts and a treatment of outliers; leave out the treatment; \
        goalposts bound outliers already
        """)
  }

  @Test("PCA needs three areas with everything, and members that rise together.")
  func principalComponents() {
    var definition = index("a", "b")
    definition.weighting = .principalComponent
    #expect(
      problems(definition, column("a", [1, 2]), column("b", [1, 2])) == """
        pillar 'p' of index 'i' has fewer than 3 areas with all its members, or a member that is \
        the same in all of them, so PCA gives no weights; use explicit or equal weights
        """)
    #expect(
      problems(definition, column("a", [1, 2, 3]), column("b", [3, 1, 2])) == """
        'b' does not rise with the other members of pillar 'p' of index 'i', so PCA gives it no \
        weight above 0; use explicit or equal weights
        """)
  }

  @Test("One area cannot be placed between best and worst.")
  func oneArea() {
    #expect(
      problems(index("a"), column("a", [7])) == """
        indicator 'a' has the same value 7.0 in every area, so min-max cannot place areas \
        between best and worst; leave it out of the index
        """)
  }

  @Test("All values missing is told with the number of areas that have one.")
  func allMissing() {
    #expect(
      problems(index("a"), column("a", [nil, nil])) == """
        no indicator of index 'i' has enough of the 2 areas: 'a' 0; lower its share of areas, or \
        bring more figures
        """)
    #expect(
      problems(index("a", coverage: .init(areas: 0)), column("a", [nil, nil])) == """
        indicator 'a' has no usable value, so min-max cannot place areas between best and worst; \
        leave it out of the index
        """)
  }
}
