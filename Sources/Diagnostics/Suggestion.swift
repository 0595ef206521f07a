extension String {
  /// The candidates nearest to this text, best first: at most `limit`, each within
  /// one edit for up to three characters, two for up to eight, three for longer texts.
  ///
  /// Distance counts insertions, deletions, changes and swaps of neighbouring characters, over
  /// lower-cased characters. Ties keep the order of
  /// `candidates`. Used in messages only ("did you mean …?"); never applied.
  public func nearest(in candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let own = Array(lowercased())
    let reach = own.count < 4 ? 1 : Swift.max(2, Swift.min(3, own.count / 3))
    let ranked = candidates.enumerated().compactMap { order, candidate -> (Int, Int, String)? in
      let distance = editDistance(own, Array(candidate.lowercased()), atMost: reach)
      return distance.map { ($0, order, candidate) }
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map(\.2)
  }
}

/// The fewest insertions, deletions, changes and swaps of neighbouring characters that turn
/// one text into the other, or nil when they are more than `limit`.
///
/// Optimal string alignment (Damerau 1964): no stretch is edited twice.
///
/// - Complexity: O(*m* · *n*).
public func editDistance(_ first: [Character], _ second: [Character], atMost limit: Int) -> Int? {
  if abs(first.count - second.count) > limit { return nil }
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  var current = last
  for row in first.indices {
    current[0] = row + 1
    for column in second.indices {
      var best = min(
        last[column + 1] + 1, current[column] + 1,
        last[column] + (first[row] == second[column] ? 0 : 1))
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current[column + 1] = best
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[second.count] <= limit ? last[second.count] : nil
}
