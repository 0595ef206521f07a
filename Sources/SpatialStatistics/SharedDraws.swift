import Resampling

/// Random sums of k values that serve every area with k neighbours of equal weight.
///
/// A draw picks k + 1 of all n values, in order and without replacement. The first k serve each
/// area that is not among them; an area that is gets the last instead of its own value. Either
/// way its neighbours' values are a random choice from the other n − 1, each choice equally
/// likely, as if it had drawn alone. Areas with as many neighbours share the luck of the draw:
/// their p err together, each by the error stated for it.
///
/// All sums are sorted once, O(R log R) for R draws, and an area then finds its tails in
/// O(log R + R k / n).
struct SharedDraws: Sendable {
  /// A draw with an area among its first k values.
  private struct Exception {
    let area: Int
    /// The sum with the area's own value.
    let sum: Double
    /// The sum with the last value instead.
    let substitute: Double
  }

  /// Ascending.
  private let sums: [Double]
  /// Ascending by area.
  private let exceptions: [Exception]

  /// Draws sums of `size` of the `values`, of which there must be more.
  init(of values: [Double], size: Int, inference: Inference) {
    var pool = Array(values.indices)
    var sums: [Double] = []
    var exceptions: [Exception] = []
    sums.reserveCapacity(inference.draws)
    exceptions.reserveCapacity(inference.draws * size)
    for draw in 0..<inference.draws {
      var generator = CounterGenerator(seed: inference.seed, stream: size, draw: draw)
      // Whatever order the pool is in, each choice from it is equally likely; but draws must not
      // depend on those before them, so it is put back.
      var swaps: [Int] = []
      for place in 0...size {
        swaps.append(place + generator.next(below: pool.count - place))
        pool.swapAt(place, swaps[place])
      }
      let sum = pool[..<size].reduce(0) { $0 + values[$1] }
      sums.append(sum)
      for area in pool[..<size] {
        let substitute = pool[...size].reduce(0) { $1 == area ? $0 : $0 + values[$1] }
        exceptions.append(Exception(area: area, sum: sum, substitute: substitute))
      }
      for place in swaps.indices.reversed() { pool.swapAt(place, swaps[place]) }
    }
    self.sums = sums.sorted()
    self.exceptions = exceptions.sorted { $0.area < $1.area }
  }

  /// Shares of draws at least and at most as high as `sum`, which counts as one more draw.
  func tails(of area: Int, sum: Double, tolerance: Double) -> ConditionalTest.Tails {
    let (low, high) = (sum - tolerance, sum + tolerance)
    var upper = 1 + sums.count - sums.firstPlace { $0 >= low }
    var lower = 1 + sums.firstPlace { $0 > high }
    for exception in exceptions[exceptions.firstPlace(where: { $0.area >= area })...] {
      if exception.area > area { break }
      upper += (exception.substitute >= low ? 1 : 0) - (exception.sum >= low ? 1 : 0)
      lower += (exception.substitute <= high ? 1 : 0) - (exception.sum <= high ? 1 : 0)
    }
    let total = Double(1 + sums.count)
    return ConditionalTest.Tails(
      upper: Double(upper) / total, lower: Double(lower) / total, draws: sums.count)
  }
}
