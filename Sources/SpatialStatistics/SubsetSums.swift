/// Counts the subsets of a given size whose sum reaches a threshold, without visiting each.
///
/// Values are sorted; where even the smallest completion of a partial subset reaches the
/// threshold, or the largest does not, its completions are counted at once.
struct SubsetSums {
  /// Ascending.
  private let values: [Double]
  private let size: Int
  /// Sum of the first values: `heads[j]` is that of the first j.
  private let heads: [Double]
  /// Number of subsets of r among the last m values, at `m * (size + 1) + r`.
  private let combinations: [Int]
  /// Distance from the threshold below which bounds, whose sums are rounded, are not trusted.
  private let slack: Double

  /// The subsets of `size` among `values`, of which there must be fewer than 2⁶².
  init(_ values: [Double], size: Int) {
    self.values = values.sorted()
    self.size = size
    heads = self.values.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    slack = 1e-9 * self.values.reduce(0) { $0 + abs($1) }
    let width = size + 1
    var table = [Int](repeating: 0, count: (values.count + 1) * width)
    for count in 0...values.count {
      table[count * width] = 1
      if count == 0 || size == 0 { continue }
      for chosen in 1...size {
        table[count * width + chosen] =
          table[(count - 1) * width + chosen - 1] &+ table[(count - 1) * width + chosen]
      }
    }
    combinations = table
  }

  /// Number of all subsets.
  var count: Int { combinations[values.count * (size + 1) + size] }

  /// Number of subsets whose sum is `threshold` or more.
  func count(atLeast threshold: Double) -> Int {
    count(from: 0, choosing: size, sum: 0, atLeast: threshold)
  }

  private func count(
    from start: Int, choosing rest: Int, sum: Double, atLeast threshold: Double
  ) -> Int {
    if rest == 0 { return sum >= threshold ? 1 : 0 }
    let end = values.count
    if end - start < rest { return 0 }
    if sum + heads[start + rest] - heads[start] > threshold + slack {
      return combinations[(end - start) * (size + 1) + rest]
    }
    if sum + heads[end] - heads[end - rest] < threshold - slack { return 0 }
    if rest == 1 {
      return end - values.firstPlace(from: start) { sum + $0 >= threshold }
    }
    return count(
      from: start + 1, choosing: rest - 1, sum: sum + values[start], atLeast: threshold)
      + count(from: start + 1, choosing: rest, sum: sum, atLeast: threshold)
  }
}
