import Testing

@testable import CompositeIndex

struct RankingTests {
  @Test("Ranks are one more than the number of values before, whatever the values.")
  func ranks() {
    var numbers = SeededGenerator()
    for number in 0..<300 {
      let count = Int.random(in: 0...40, using: &numbers)
      let spread = [1.0, 1e300, 1e-300, 3][number % 4]
      let values = (0..<count).map { _ in
        let value =
          number % 4 == 3
          ? Double(Int.random(in: 0...5, using: &numbers))
          : Double.random(in: -1...1, using: &numbers)
        return Int.random(in: 0...9, using: &numbers) == 0 ? Double.nan : value * spread
      }
      let known = values.filter { !$0.isNaN }
      for isHighFirst in [true, false] {
        let ranking = Ranking(values, highestFirst: isHighFirst)
        #expect(ranking.count == known.count)
        let expected = values.map { value in
          value.isNaN ? 0 : 1 + known.count { isHighFirst ? $0 > value : $0 < value }
        }
        #expect(ranking.ranks.map(Int.init) == expected)
      }
    }
  }

  @Test("Scores that differ by rounding share a rank with the first of them, and no further.")
  func ties() {
    func ranks(_ values: [Double], highestFirst: Bool = true) -> [Int32] {
      Ranking(values, highestFirst: highestFirst, ties: Ranking.scoreTies).ranks
    }
    #expect(ranks([50, 85.71428571428571, .nan, 85.71428571428572]) == [3, 1, 0, 1])
    #expect(ranks([50, -85.71428571428571, -85.71428571428572], highestFirst: false) == [3, 1, 1])
    // The tolerance is 10⁻¹⁰ here: the second is within it of the first, the third is not.
    #expect(ranks([100, 100 - 0.6e-10, 100 - 1.2e-10, 0]) == [1, 1, 3, 4])
    #expect(Ranking([0.1 + 0.2, 0.3], highestFirst: true).ranks == [1, 2])
  }

  @Test("Intervals are the nearest-rank quantiles of 5 and 95 %.")
  func intervals() {
    var numbers = SeededGenerator()
    for length in [20, 21, 39, 40, 1000] {
      var tails = IntervalTails(series: 2, length: length)
      var values: [Double] = []
      for count in 1...length {
        let value = Double(Int.random(in: -50...50, using: &numbers))
        values.append(value)
        tails.add(value, to: 1)
        let sorted = values.sorted()
        let low = sorted[Int((Double(count) * 0.05).rounded(.up)) - 1]
        let high = sorted[count - 1 - count / 20]
        #expect(tails.interval(of: 1) == low...max(low, high))
      }
      #expect(tails.interval(of: 0) == nil)
    }
  }
}

/// Numbers that are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64 = 9

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
  }
}
