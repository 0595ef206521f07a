import Testing

@testable import Indicators

private let codes = ["1", "2", "3", "4", "5", "6"]
private let areas = layer(["1": "A", "2": "B", "3": "C", "4": "D", "5": "E", "6": "F"])

/// Counts, of which those below `limit` are withheld.
private func counts(
  _ id: String, below limit: Double?, with others: [String] = []
) -> IndicatorDefinition {
  indicator(id) {
    $0.suppression = limit.map { SuppressionRule(below: $0, basis: .count) }
    $0.suppressedWith = others
  }
}

private func joined(_ values: [String: [Int?]], _ indicators: [IndicatorDefinition]) throws
  -> Join
{
  let rows = indicators.flatMap { indicator -> [String] in
    let id = indicator.indicator.id
    return zip(codes, values[id] ?? []).compactMap { code, value in
      value.map { "\(code),\(id),\($0)\n" }
    }
  }
  return try join("area_code,indicator,value\n" + rows.joined(), indicators, layer: areas)
}

private func withheld(_ join: Join, _ id: String) -> [String] {
  zip(codes, join.matrix[id]?.cells ?? []).filter { $1.status == .suppressed }.map(\.0)
}

@Suite("Small numbers cannot be worked out from totals") struct SmallNumbersTests {
  @Test("Where one value is withheld, so is the smallest other, and nothing tells them apart.")
  func second() throws {
    let join = try joined(["x": [3, 50, 40, 41, 60, 70]], [counts("x", below: 5)])
    #expect(withheld(join, "x") == ["1", "3"])
    let cells = try #require(join.matrix["x"]).cells
    var (one, other) = (cells[0], cells[2])
    (one.place, other.place) = (nil, nil)
    #expect(one == other)
    #expect(one.reason == "a count below 5, or needed to hide such a count")
    #expect(
      join.report.rows.map(\.outcome) == [.suppressed, .met, .suppressed, .met, .met, .met])
    #expect(join.report.rows[0].reason == join.report.rows[2].reason)
    #expect(join.report.coverage[0].withValue == 4)
    #expect(join.exposedTotals.isEmpty)
  }

  @Test("Two withheld counts that add up to next to nothing take a third with them.")
  func third() throws {
    let join = try joined(["x": [0, 1, 40, 41, 60, 70]], [counts("x", below: 5)])
    #expect(withheld(join, "x") == ["1", "2", "3"])
    let enough = try joined(["x": [4, 4, 40, 41, 60, 70]], [counts("x", below: 5)])
    #expect(withheld(enough, "x") == ["1", "2"])
  }

  @Test("Where there is nothing to hide a value behind, no total of it may be shown.")
  func exposed() throws {
    let lone = try joined(["x": [3, nil, nil]], [counts("x", below: 5)])
    #expect(withheld(lone, "x") == ["1"])
    #expect(lone.exposedTotals == ["x"])
    let few = try joined(["x": [1, 1, nil]], [counts("x", below: 5)])
    #expect(few.exposedTotals == ["x"])
  }

  @Test("Figures from which a withheld one follows are withheld with it, in all areas alike.")
  func together() throws {
    let men = counts("men", below: 5, with: ["women"])
    let join = try joined(
      [
        "men": [3, 50, 40, 41, 60, 70], "women": [30, 51, 2, 44, 61, 71],
        "all": [33, 101, 42, 85, 121, 141],
      ], [men, counts("women", below: 5), counts("all", below: nil)])
    // C is withheld for its women, A for its men, and the two hide each other.
    #expect(withheld(join, "men") == ["1", "3"])
    #expect(withheld(join, "women") == ["1", "3"])
    #expect(withheld(join, "all") == [])
    let plain = try joined(
      ["men": [3, 50, 40, nil, 60, 70], "rate": [1, 2, 3, 4, 5, 6]],
      [counts("men", below: 5, with: ["rate"]), counts("rate", below: nil)])
    #expect(withheld(plain, "rate") == ["1", "3"])
    #expect(plain.matrix["rate"]?.cells[0].reason == "withheld together with 'men'")
  }

  @Test("Before figures are moved between area sets the old ones are protected.")
  func moved() throws {
    let crosswalk = try Crosswalk(
      table(
        """
        from,to,weight,method
        1,1,0.5,m
        1,2,0.5,m
        3,3,1,m
        4,4,1,m

        """), from: "old", to: "new")
    let join = try IndicatorsTests.join(
      "area_code,indicator,value\n1,x,4\n3,x,20\n4,x,30\n",
      [
        indicator("x") {
          $0.suppression = SuppressionRule(below: 5, basis: .count)
          $0.measure = .count
        }
      ], areaSet: "new", crosswalk: crosswalk, layer: areas
    ) { $0.areaSet = "old" }
    // 1 and 2 add up to the old count, so a third must hide it.
    #expect(withheld(join, "x") == ["1", "2", "3"])
  }

  @Test("A count that only a split makes small is withheld, with what hides it.")
  func split() throws {
    let crosswalk = try Crosswalk(
      table(
        """
        from,to,weight,method
        1,1,0.5,m
        1,2,0.5,m
        3,3,0.1,m
        3,4,0.9,m
        5,5,1,m

        """), from: "old", to: "new")
    func join(_ one: Int, _ three: Int) throws -> Join {
      try IndicatorsTests.join(
        "area_code,indicator,value\n1,x,\(one)\n3,x,\(three)\n5,x,30\n",
        [
          indicator("x") {
            $0.suppression = SuppressionRule(below: 5, basis: .count)
            $0.measure = .count
          }
        ], areaSet: "new", crosswalk: crosswalk, layer: areas
      ) { $0.areaSet = "old" }
    }
    // Two halves of six: each is small, and together they are not.
    let halves = try join(6, 900)
    #expect(withheld(halves, "x") == ["1", "2"])
    #expect(
      halves.matrix["x"]?.cells[0].reason == "a count below 5, or needed to hide such a count")
    #expect(halves.matrix["x"]?.cells[1].sampleSize == nil)
    #expect(halves.report.coverage[0].withValue == 3)
    #expect(halves.exposedTotals.isEmpty)
    // A tenth of forty is small alone; the smallest other hides it.
    let tenth = try join(20, 40)
    #expect(withheld(tenth, "x") == ["1", "3"])
    #expect(try withheld(join(20, 60), "x") == [])
  }

  @Test("A second definition that reads the same figures cannot show what the first withholds.")
  func twin() throws {
    var open = counts("open", below: nil)
    open.name = "x"
    let join = try joined(["x": [3, 50, 40, 41, 60, 70]], [counts("x", below: 5), open])
    #expect(
      join.problems.all.first?.description
        == "'open' and 'x' read the same figures and withhold different ones of them; "
        + "give both the same 'suppress_below'")
    let unknown = try joined(["x": [3, 50]], [counts("x", below: 5, with: ["other"])])
    #expect(
      unknown.problems.all.first?.description
        == "'x' is withheld with 'other', which is no indicator; "
        + "name an indicator under 'suppress_with'")
  }

  @Test("Of random counts every withheld one could be another, given all others and the total.")
  func random() throws {
    var random = Seeded(state: 23)
    for _ in 0..<300 {
      let limit = Double(Int.random(in: 2...12, using: &random))
      let values = codes.map { _ in Int.random(in: 0...24, using: &random) }
      let join = try joined(["x": values], [counts("x", below: limit)])
      let hidden = Set(withheld(join, "x"))
      let small = codes.indices.filter { Double(values[$0]) < limit }
      #expect(hidden.isSuperset(of: small.map { codes[$0] }))
      guard !small.isEmpty else {
        #expect(hidden.isEmpty)
        continue
      }
      // What an onlooker knows is the sum of the hidden ones. One of them can be any number up
      // to it as long as there is another to take the rest.
      let sum = codes.indices.filter { hidden.contains(codes[$0]) }.reduce(0) { $0 + values[$1] }
      #expect(join.exposedTotals == ["x"] || (hidden.count >= 2 && Double(sum) >= limit))
    }
  }
}
