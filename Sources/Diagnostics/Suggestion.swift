extension String {
  /// The candidates nearest to this text, best first: at most `limit`, each within
  /// one edit for up to three characters, two for up to eight, three for longer texts.
  ///
  /// Distance is Levenshtein's over lower-cased characters. Ties keep the order of
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

/// Levenshtein's distance, or nil when it exceeds `limit`.
func editDistance(_ first: [Character], _ second: [Character], atMost limit: Int) -> Int? {
  if abs(first.count - second.count) > limit { return nil }
  var previous = Array(0...second.count)
  var current = previous
  for (row, character) in first.enumerated() {
    current[0] = row + 1
    for (column, other) in second.enumerated() {
      current[column + 1] = min(
        previous[column + 1] + 1, current[column] + 1,
        previous[column] + (character == other ? 0 : 1))
    }
    swap(&previous, &current)
  }
  return previous[second.count] <= limit ? previous[second.count] : nil
}
