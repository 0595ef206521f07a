/// The grouping of ordered values with the least sum of squared deviations inside the groups.
///
/// Fisher, *On grouping for maximum homogeneity* (1958). Dynamic programming over the distinct
/// values; the best last cut never moves left as values are added, so each row is filled by
/// divide and conquer in O(n log n): O(k n log n) in all, O(n) memory a row.
enum FisherJenks {
  /// Upper bounds of `count` classes of ascending values with at least so many distinct ones.
  /// Of equally good groupings the one whose cuts lie lowest is taken.
  static func upperBounds(_ sorted: [Double], count: Int) -> [Double] {
    let groups = Groups(sorted)
    let size = groups.values.count
    guard count > 1, size >= count else { return groups.values.suffix(1) }
    var best = (0..<size).map { groups.squares(0, $0) }
    var cuts: [[Int]] = []
    for row in 1..<count {
      var next = [Double](repeating: .infinity, count: size)
      var cut = [Int](repeating: row, count: size)
      fill(row..<size, firstCut: row, lastCut: size - 1, best, groups, &next, &cut)
      best = next
      cuts.append(cut)
    }
    var bounds: [Double] = []
    var last = size - 1
    for cut in cuts.reversed() {
      bounds.append(groups.values[last])
      last = cut[last] - 1
    }
    bounds.append(groups.values[last])
    return bounds.reversed()
  }

  /// Fills `next` and `cut` for the ends in `range`, whose best last class starts somewhere in
  /// `firstCut...lastCut`.
  private static func fill(
    _ range: Range<Int>, firstCut: Int, lastCut: Int, _ best: [Double], _ groups: Groups,
    _ next: inout [Double], _ cut: inout [Int]
  ) {
    guard !range.isEmpty else { return }
    let middle = (range.lowerBound + range.upperBound) / 2
    for start in firstCut...min(middle, lastCut) {
      let sum = best[start - 1] + groups.squares(start, middle)
      if sum < next[middle] {
        next[middle] = sum
        cut[middle] = start
      }
    }
    fill(
      range.lowerBound..<middle, firstCut: firstCut, lastCut: cut[middle], best, groups, &next, &cut
    )
    fill(
      middle + 1..<range.upperBound, firstCut: cut[middle], lastCut: lastCut, best, groups, &next,
      &cut)
  }

  /// Distinct values with running sums. The sums are of deviations from the mean, which keeps
  /// their differences exact enough when values are large and close together.
  private struct Groups {
    var values: [Double] = []
    var counts: [Double] = [0]
    var sums: [Double] = [0]
    var squareSums: [Double] = [0]

    init(_ sorted: [Double]) {
      let mean = sorted.reduce(0, +) / Double(max(1, sorted.count))
      for value in sorted {
        if value != values.last {
          values.append(value)
          counts.append(counts[counts.count - 1])
          sums.append(sums[sums.count - 1])
          squareSums.append(squareSums[squareSums.count - 1])
        }
        let deviation = value - mean
        counts[counts.count - 1] += 1
        sums[sums.count - 1] += deviation
        squareSums[squareSums.count - 1] += deviation * deviation
      }
    }

    /// Sum of squared deviations of the distinct values `first...last` from their mean.
    func squares(_ first: Int, _ last: Int) -> Double {
      let count = counts[last + 1] - counts[first]
      let sum = sums[last + 1] - sums[first]
      return squareSums[last + 1] - squareSums[first] - sum * sum / count
    }
  }
}
