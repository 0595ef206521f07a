import CompositeIndex
import Diagnostics
import Geography
import Indicators
import Testing

/// A column of the given values; high is worse unless said otherwise.
func column(
  _ id: String, _ values: [Double?], _ direction: Indicator.Direction = .highIsWorse
) -> IndicatorMatrix.Column {
  .init(
    indicator: Indicator(
      id: id, title: .init(), unit: .init(), period: "", sources: [], direction: direction),
    cells: values.map { value in
      value.map { IndicatorValue(value: $0) } ?? .missing(reason: "none")
    })
}

/// A matrix of the given columns, areas coded 1, 2, 3, …
func matrix(_ columns: IndicatorMatrix.Column...) -> IndicatorMatrix {
  IndicatorMatrix(
    areaCodes: (columns.first?.cells ?? []).indices.map { "\($0 + 1)" }, columns: columns)
}

/// An index `i` of one pillar `p` with the given indicators.
func index(_ indicators: String..., coverage: CoverageRule = .init()) -> IndexDefinition {
  IndexDefinition(
    id: "i", pillars: [Pillar(id: "p", members: indicators.map { .indicator($0) })],
    coverage: coverage)
}

struct IndexScoreTests {
  @Test("0 is the best area and 100 the worst, whichever way is worse.")
  func direction() throws {
    let high = try index("a").result(for: matrix(column("a", [10, 20, 15])))
    #expect(high.scores.map(\.score) == [0, 100, 50])
    let low = try index("a").result(for: matrix(column("a", [10, 20, 15], .lowIsWorse)))
    #expect(low.scores.map(\.score) == [100, 0, 50])
    #expect(low.scores.map(\.rank) == [1, 3, 2])
  }

  @Test("The same points added up in another order are the same rank, in scenarios too.")
  func equalScores() throws {
    // Ranks 5, 6 and 7 of 7: (5/7 + 6/7 + 7/7) / 3 differs by its last bit from 6, 7, 5.
    var definition = index("a", "b", "c")
    definition.normalization = .rank
    let result = try definition.result(
      for: matrix(
        column("a", [5, 6, 7, 1, 2, 3, 4]), column("b", [6, 7, 5, 1, 2, 3, 4]),
        column("c", [7, 5, 6, 1, 2, 3, 4])),
      under: Uncertainty(scenarios: 40, weightShare: 0, leavesIndicatorsOut: false))
    #expect(Set(result.scores.map(\.score)).count == 6)
    #expect(result.scores.map(\.rank) == [1, 1, 1, 7, 6, 5, 4])
    #expect(result.scores.prefix(3).map(\.isSevere) == [true, true, true])
    #expect(result.scores.map(\.severityShare) == [1, 1, 1, 0, 0, 0, 0])
    #expect(result.scores.prefix(3).allSatisfy { $0.rankInterval == 1...1 })
  }

  @Test("A score is the mean of means, at any depth.")
  func nested() throws {
    let inner = Pillar(
      id: "inner", weight: 3, members: [.indicator("b", weight: 1), .indicator("c", weight: 4)])
    let definition = IndexDefinition(
      id: "i",
      pillars: [
        Pillar(id: "outer", weight: 1, members: [.indicator("a"), .pillar(inner)]),
        Pillar(id: "other", weight: 4, members: [.indicator("d")]),
      ])
    let result = try definition.result(
      for: matrix(
        column("a", [0, 100, 40]), column("b", [0, 100, 80]), column("c", [0, 100, 20]),
        column("d", [0, 100, 10])))
    // outer = (1·40 + 3·(1·80 + 4·20)/5)/4 = 34; score = (34 + 4·10)/5
    #expect(abs((result.scores[2].score ?? 0) - 14.8) < 1e-12)
    let shares = result.weights.map(\.share)
    for (share, expected) in zip(shares, [0.05, 0.03, 0.12, 0.8]) {
      #expect(abs(share - expected) < 1e-12)
    }
  }

  @Test("Drivers add up to the score, largest first, ties in the order of the definition.")
  func drivers() throws {
    let result = try index("a", "b", "c").result(
      for: matrix(
        column("a", [0, 100, 10]), column("b", [0, 100, 70]), column("c", [0, 100, 70])))
    let score = result.scores[2]
    #expect(score.drivers.map(\.indicator) == ["b", "c", "a"])
    #expect(abs(score.drivers.reduce(0) { $0 + $1.points } - (score.score ?? 0)) < 1e-12)
    #expect(abs(score.drivers.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
  }

  @Test("What an area lacks leaves its means, and the other weights grow.")
  func missingInArea() throws {
    let result = try index("a", "b", "c").result(
      for: matrix(
        column("a", [0, 100, nil]), column("b", [0, 100, 40]), column("c", [0, 100, 60])))
    let score = result.scores[2]
    #expect(abs((score.score ?? 0) - 50) < 1e-12)
    #expect(abs(score.coverage - 2.0 / 3) < 1e-12)
    #expect(score.drivers.map(\.weight) == [0.5, 0.5])
  }

  @Test("An area with too few indicators has no score, no rank, and a reason.")
  func tooLittleKnown() throws {
    let score = try index("a", "b").result(
      for: matrix(column("a", [0, 100, 7, 5]), column("b", [0, 100, nil, 5]))
    ).scores[2]
    #expect(score.score == nil)
    #expect(score.rank == nil)
    #expect(!score.isSevere)
    #expect(score.coverage == 0.5)
    #expect(
      score.reason == "only 0 % of index 'i', by weight, can be scored here (50 % has a usable "
        + "value); 60 % is asked for")
  }

  @Test("A pillar's own rule counts: without enough of it, its weight goes to the others.")
  func pillarRule() throws {
    let strict = Pillar(
      id: "strict", members: [.indicator("a"), .indicator("b")],
      coverage: CoverageRule(indicators: 1))
    let loose = Pillar(id: "loose", members: [.indicator("c")])
    let definition = IndexDefinition(
      id: "i", pillars: [strict, loose], coverage: CoverageRule(indicators: 0.5))
    let result = try definition.result(
      for: matrix(
        column("a", [0, 100, nil]), column("b", [0, 100, 40]), column("c", [0, 100, 60])))
    #expect(result.scores[2].score == 60)
    #expect(result.scores[2].coverage == 0.75)
  }

  @Test("Values marked unreliable do not enter, not even as the minimum of the scale.")
  func unreliable() throws {
    var values = column("a", [0, 50, 100, 20])
    values.cells[0].status = .unreliable
    values.cells[0].entersStatistics = false
    let result = try index("a").result(for: matrix(values))
    #expect(result.scores.map(\.score) == [nil, 37.5, 100, 0])
  }

  @Test("Equal scores share a rank, and the next rank is skipped.")
  func ties() throws {
    let result = try index("a").result(for: matrix(column("a", [5, 9, 9, 1, 5])))
    #expect(result.scores.map(\.rank) == [3, 1, 1, 5, 3])
  }

  @Test("Severe is the worst fifth of the scored areas, rounded, with all that tie.")
  func severe() throws {
    func count(_ n: Int) throws -> Int {
      let values = (0..<n).map { Double($0) as Double? }
      return try index("a").result(for: matrix(column("a", values))).scores.count(where: \.isSevere)
    }
    #expect(try [2, 3, 7, 8, 24, 25, 28].map(count) == [0, 1, 1, 2, 5, 5, 6])
    let tied = try index("a").result(for: matrix(column("a", [9, 9, 1, 2, 3])))
    #expect(tied.scores.map(\.isSevere) == [true, true, false, false, false])
  }

  @Test("An indicator with too few areas leaves its pillar, and says how many it has.")
  func sparseIndicator() throws {
    let result = try index("a", "b").result(
      for: matrix(column("a", [0, 50, 100]), column("b", [1, nil, nil])))
    #expect(result.scores.map(\.score) == [0, 50, 100])
    #expect(result.scores.map(\.coverage) == [1, 1, 1])
    #expect(
      result.notScored == [
        .init(
          pillar: "p", isWholePillar: false, indicators: [.init(indicator: "b", areas: 1)],
          areaCount: 3, minimumShare: 0.6)
      ])
  }
}

struct IndexProblemTests {
  private func problems(_ work: () throws -> IndexResult) -> String? {
    #expect(throws: Problems.self) { try work() }?.description
  }

  @Test("An indicator that is the same everywhere is refused.")
  func constant() {
    #expect(
      problems { try index("a").result(for: matrix(column("a", [7, 7, 7]))) } == """
        indicator 'a' has the same value 7.0 in every area, so min-max cannot place areas \
        between best and worst; leave it out of the index
        """)
  }

  @Test("An index whose indicators all have too few areas is refused, with their numbers.")
  func nothingLeft() {
    let sparse = matrix(column("a", [1, nil, nil]), column("b", [nil, nil, nil]))
    #expect(
      problems { try index("a", "b").result(for: sparse) } == """
        no indicator of index 'i' has enough of the 3 areas: 'a' 1, 'b' 0; lower its share of \
        areas, or bring more figures
        """)
  }

  @Test("An index that no area has enough indicators for is refused.")
  func nothingScored() {
    let split = matrix(column("a", [1, 2, nil, nil]), column("b", [nil, nil, 1, 2]))
    let rule = CoverageRule(areas: 0.5, indicators: 0.6)
    #expect(
      problems { try index("a", "b", coverage: rule).result(for: split) } == """
        no area has enough indicators for a score of index 'i'; lower its share of indicators, \
        or bring more figures
        """)
  }

  @Test("All that is wrong with a definition is told at once.")
  func definition() {
    let pillars = [
      Pillar(id: "empty", weight: 0, members: []),
      Pillar(
        id: "p",
        members: [
          .indicator("internet"), .indicator("internet", weight: -1), .indicator("internt"),
          .indicator("population"), .indicator("odd"),
        ], coverage: CoverageRule(areas: 2)),
    ]
    let definition = IndexDefinition(id: "i", pillars: pillars, worstShare: 1.5)
    let columns = matrix(
      column("internet", [1, 2]), column("population", [1, 2], .none), column("odd", [1, .nan]))
    #expect(
      problems { try definition.result(for: columns) } == """
        the worst share of index 'i' is '1.5'; use a share from 0 to 1
        pillar 'empty' of index 'i' has no indicator; list at least one
        the weight '0.0' of pillar 'empty' in index 'i' is not a positive number; use a number \
        above 0, or leave it out
        the share of areas of pillar 'p' is '2.0'; use a share from 0 to 1
        the weight '-1.0' of indicator 'internet' in index 'i' is not a positive number; use a \
        number above 0, or leave it out
        indicator 'internet' stands twice in index 'i'; keep one, and give it the weight of both
        index 'i' asks for the unknown indicator 'internt'; did you mean 'internet'?
        indicator 'population' of index 'i' has no direction; say whether 'high' or 'low' is \
        worse, or leave it out of the index
        indicator 'odd' has a value that is not a finite number; leave the cell empty
        """)
    #expect(
      problems { try IndexDefinition(id: "i", pillars: []).result(for: columns) }
        == "index 'i' has no pillar; list at least one")
  }
}
