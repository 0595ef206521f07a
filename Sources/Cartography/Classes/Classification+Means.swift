extension Classification {
  /// Upper bounds of at most `count` classes by means of ever shorter heads.
  static func headTail(_ sorted: [Double], count: Int) -> [Double] {
    var bounds: [Double] = []
    var rest = sorted[...]
    while let last = rest.last, rest.first != last, bounds.count + 1 < count {
      let mean = rest.reduce(0, +) / Double(rest.count)
      let head = rest.drop { $0 <= mean }
      if head.isEmpty || head.count == rest.count { break }
      bounds.append(mean)
      if Double(head.count) > 0.4 * Double(rest.count) { break }
      rest = head
    }
    return bounds + [sorted[sorted.count - 1]]
  }

  /// Upper bounds of at most `count` classes of one standard deviation around the mean.
  static func standardDeviations(_ sorted: [Double], count: Int) -> [Double] {
    let (first, last) = (sorted[0], sorted[sorted.count - 1])
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(max(1, sorted.count - 1))).squareRoot()
    let bounds = (1..<max(2, count)).map { mean + (Double($0) - Double(count) / 2) * deviation }
    return count < 2 ? [last] : bounds.filter { $0 > first && $0 < last } + [last]
  }
}
