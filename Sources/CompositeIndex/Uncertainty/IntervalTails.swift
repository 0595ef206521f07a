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
    if value < lowest.limits[series] { lowest.add(value, to: series) }
    if -value < highest.limits[series] { highest.add(-value, to: series) }
  }

  /// The 5 % and 95 % quantiles of a series, by nearest rank: the ⌈n/20⌉-th number from below and
  /// the ⌊n/20⌋ + 1-th from above; nil for an empty series.
  func interval(of series: Int) -> ClosedRange<Double>? {
    let count = counts[series]
    if count == 0 { return nil }
    let low = lowest.sorted(series)[(count + 19) / 20 - 1]
    let high = -highest.sorted(series)[count / 20]
    return low...max(low, high)
  }
}

/// The smallest numbers of many series, each in a heap with its largest on top.
private struct Heaps {
  /// What a number must be below to be among the smallest; apart from the heaps, so that most
  /// numbers are turned away without a look at them.
  private(set) var limits: [Double]
  private let size: Int
  private var values: [Double]
  private var counts: [Int]

  init(count: Int, size: Int) {
    self.size = size
    limits = [Double](repeating: .infinity, count: count)
    values = [Double](repeating: .infinity, count: count * size)
    counts = [Int](repeating: 0, count: count)
  }

  /// Adds a number below the limit.
  mutating func add(_ value: Double, to heap: Int) {
    let start = heap * size
    if counts[heap] < size {
      lift(value, start, from: counts[heap])
      counts[heap] += 1
    } else {
      sink(value, start)
    }
    if counts[heap] == size { limits[heap] = values[start] }
  }

  private mutating func lift(_ value: Double, _ start: Int, from end: Int) {
    var place = end
    while place > 0, values[start + (place - 1) / 2] < value {
      values[start + place] = values[start + (place - 1) / 2]
      place = (place - 1) / 2
    }
    values[start + place] = value
  }

  private mutating func sink(_ value: Double, _ start: Int) {
    var place = 0
    while 2 * place + 1 < size {
      var child = 2 * place + 1
      if child + 1 < size, values[start + child + 1] > values[start + child] { child += 1 }
      if values[start + child] <= value { break }
      values[start + place] = values[start + child]
      place = child
    }
    values[start + place] = value
  }

  func sorted(_ heap: Int) -> [Double] {
    values[heap * size..<heap * size + counts[heap]].sorted()
  }
}
