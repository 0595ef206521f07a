extension Array {
  /// The first place, from `start` on, whose element is beyond a point, in an array sorted so that
  /// all elements after such a one are beyond it too; `count` when none is.
  func firstPlace(from start: Int = 0, where isBeyond: (Element) -> Bool) -> Int {
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
