/// Spearman's rank correlation: Pearson's coefficient of the ranks, where equal values share
/// the mean of their ranks (Kendall & Gibbons, Rank Correlation Methods, 1990, section 3.8).
///
/// - Returns: −1 to 1; nil for fewer than three pairs, or where all values of one are equal.
func rankCorrelation(_ first: [Double], _ second: [Double]) -> Double? {
  guard first.count == second.count, first.count >= 3 else { return nil }
  let one = meanRanks(first)
  let other = meanRanks(second)
  let middle = Double(first.count + 1) / 2
  var (products, ones, others) = (0.0, 0.0, 0.0)
  for (left, right) in zip(one, other) {
    products += (left - middle) * (right - middle)
    ones += (left - middle) * (left - middle)
    others += (right - middle) * (right - middle)
  }
  guard ones > 0, others > 0 else { return nil }
  return max(-1, min(1, products / (ones * others).squareRoot()))
}

/// Ranks from 1 for the smallest; equal values share the mean of theirs.
private func meanRanks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = [Double](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start
    while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
    for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
    start = end + 1
  }
  return ranks
}
