/// The ends of many series of numbers, from which their 5–95 % intervals are read.
///
/// Only the outermost twentieth of a series is kept at either end: memory grows with the number
/// of series times that.
struct IntervalTails {
  private var lowest: Heaps
  private var highest: Heaps
  private var counts: [Int]

  /// `series` empty series of at most `length` numbers each.
  init(series: Int, length: Int) {
    lowest = Heaps(count: series, size: length / 20 + 1)
    highest = lowest
    counts = [Int](repeating: 0, count: series)
  }

  /// Adds a number to a series.
  mutating func add(_ value: Double, to series: Int) {
    counts[series] += 1
    lowest.add(value, to: series)
    highest.add(-value, to: series)
  }

  /// The 5 % and 95 % quantiles of a series, by nearest rank: the ⌈n/20⌉-th number from either
  /// end (from the top the ⌊n/20⌋ + 1-th); nil for an empty series.
  func interval(of series: Int) -> ClosedRange<Double>? {
    let count = counts[series]
    if count == 0 { return nil }
    let low = lowest.sorted(series)[(count + 19) / 20 - 1]
    let high = -highest.sorted(series)[count / 20]
    return low...max(low, high)
  }
}

/// The smallest numbers of many series, each a heap with its largest on top.
private struct Heaps {
  let size: Int
  private var values: [Double]
  private var counts: [Int]

  init(count: Int, size: Int) {
    self.size = size
    values = [Double](repeating: .infinity, count: count * size)
    counts = [Int](repeating: 0, count: count)
  }

  mutating func add(_ value: Double, to heap: Int) {
    let start = heap * size
    if counts[heap] < size {
      var place = counts[heap]
      counts[heap] += 1
      while place > 0, values[start + (place - 1) / 2] < value {
        values[start + place] = values[start + (place - 1) / 2]
        place = (place - 1) / 2
      }
      values[start + place] = value
    } else if value < values[start] {
      replaceTop(with: value, start)
    }
  }

  private mutating func replaceTop(with value: Double, _ start: Int) {
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= size { break }
      if child + 1 < size, values[start + child + 1] > values[start + child] { child += 1 }
      if values[start + child] <= value { break }
      values[start + place] = values[start + child]
      place = child
    }
    values[start + place] = value
  }

  func sorted(_ heap: Int) -> [Double] { values[heap * size..<heap * size + counts[heap]].sorted() }
}
