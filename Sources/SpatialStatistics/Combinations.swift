/// Number of ways to choose `count` of `total` things; the largest finite number where it is more.
func combinations(of total: Int, choosing count: Int) -> Double {
  // Each step is a smaller number of combinations, so that nothing is rounded below 2⁵³.
  let product = (0..<min(count, total - count)).reduce(1.0) { product, chosen in
    product * Double(total - chosen) / Double(chosen + 1)
  }
  return min(product, .greatestFiniteMagnitude)
}

extension [Double] {
  /// Lengths of the runs of equal elements.
  var runLengths: [Int] {
    var lengths: [Int] = []
    for (position, element) in enumerated() {
      if position > 0, element == self[position - 1] {
        lengths[lengths.count - 1] += 1
      } else {
        lengths.append(1)
      }
    }
    return lengths
  }
}
