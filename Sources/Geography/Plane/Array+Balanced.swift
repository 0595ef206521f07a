extension Array<Int> {
  /// Cuts what these rising numbers bound into at most `count` stretches of about equal size:
  /// for `starts` 0, 10, 30, 40 and two pieces, 0..<2 and 2..<3.
  func balanced(into count: Int) -> [Range<Int>] {
    guard let low = first, let high = last, high > low else {
      return self.count > 1 ? [0..<(self.count - 1)] : []
    }
    var ranges: [Range<Int>] = []
    var start = startIndex
    for piece in 1...Swift.max(1, count) where start < endIndex - 1 {
      let goal = low + (high - low) * piece / count
      var end = start + 1
      while end < endIndex - 1, self[end] < goal { end += 1 }
      if piece == count { end = endIndex - 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
