import Resampling
import Testing

struct CounterGeneratorTests {
  @Test("Every number is drawn equally often.")
  func uniformDraws() {
    var counts = [Int](repeating: 0, count: 10)
    for draw in 0..<20_000 {
      var generator = CounterGenerator(seed: 3, stream: 5, draw: draw)
      counts[generator.next(below: 10)] += 1
    }
    // Four standard errors of a count of 20,000 at one tenth.
    #expect(counts.allSatisfy { abs($0 - 2000) < 170 })
  }

  @Test("Numbers depend on seed, stream, draw and place, and on nothing else.")
  func keyedNumbers() {
    func numbers(_ seed: UInt64, _ stream: Int, _ draw: Int) -> [Int] {
      var generator = CounterGenerator(seed: seed, stream: stream, draw: draw)
      return (0..<4).map { _ in generator.next(below: 1 << 40) }
    }
    #expect(numbers(1, 2, 3) == numbers(1, 2, 3))
    let all = [numbers(1, 2, 3), numbers(2, 2, 3), numbers(1, 3, 3), numbers(1, 2, 4)]
      .flatMap(\.self)
    #expect(Set(all).count == 16)
  }

  @Test("Shares are uniform and normal numbers have mean 0 and variance 1.")
  func continuousNumbers() {
    var generator = CounterGenerator(seed: 1, stream: 0, draw: 0)
    let shares = (0..<20_000).map { _ in generator.nextShare() }
    #expect(shares.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = shares.reduce(0, +) / 20_000
    // Four standard errors: √(1/12) / √20,000 = 0.00204.
    #expect(abs(mean - 0.5) < 4 * 0.00205)
    let normal = (0..<10_000).flatMap { _ in
      let pair = generator.nextNormalPair()
      return [pair.0, pair.1]
    }
    #expect(abs(normal.reduce(0, +) / 20_000) < 4 * 0.0071)
    #expect(abs(normal.reduce(0) { $0 + $1 * $1 } / 20_000 - 1) < 4 * 0.01)
  }
}

struct ParallelTests {
  @Test("The results stand in order, for any number of threads.", arguments: [1, 2, 3, 8])
  func order(threads: Int) {
    for count in [0, 1, 2, 5, 100] {
      let squares = inParallel(count: count, threads: threads) { range in range.map { $0 * $0 } }
      #expect(squares == (0..<count).map { $0 * $0 })
    }
  }
}
