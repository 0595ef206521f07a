/// Places of values among each other: 1 for the first, equal values share a place, and as many
/// are skipped after it ("standard competition ranking": 1, 1, 3).
struct Ranking {
  /// The rank of each value, in the order given; 0 where the value is NaN.
  private(set) var ranks: [Int32]
  /// Number of values that are not NaN.
  private(set) var count = 0
  private var order: [(value: Double, position: Int32)]
  private var starts: [Int32]

  /// The ranks of `values`, which are finite or NaN.
  init(_ values: [Double], highestFirst: Bool) {
    self.init(count: values.count)
    values.withUnsafeBufferPointer { rank($0, highestFirst: highestFirst) }
  }

  /// Ranks `count` values again and again without asking for memory.
  init(count: Int) {
    ranks = [Int32](repeating: 0, count: count)
    order = [(value: Double, position: Int32)](repeating: (0, 0), count: count)
    starts = [Int32](repeating: 0, count: count + 1)
  }

  /// Ranks other values, as many as before.
  ///
  /// The range of the values is cut into as many buckets as there are values, and each bucket is
  /// sorted by itself: linear in the number of values unless most of them lie close together.
  mutating func rank(_ values: UnsafeBufferPointer<Double>, highestFirst: Bool) {
    let sign: Double = highestFirst ? -1 : 1
    var (low, high) = (Double.infinity, -Double.infinity)
    count = 0
    for value in values where !value.isNaN {
      low = min(low, sign * value)
      high = max(high, sign * value)
      count += 1
    }
    // Halved so that the range of very large values of both signs stays finite.
    let range = high / 2 - low / 2
    let last = Double(count - 1)
    func bucket(_ value: Double) -> Int {
      range > 0 ? Int((value / 2 - low / 2) / range * last) : 0
    }
    for bucket in starts.indices { starts[bucket] = 0 }
    for value in values where !value.isNaN { starts[bucket(sign * value) + 1] += 1 }
    for bucket in starts.indices.dropFirst() { starts[bucket] += starts[bucket - 1] }
    for position in values.indices {
      ranks[position] = 0
      let value = sign * values[position]
      if value.isNaN { continue }
      let bucket = bucket(value)
      order[Int(starts[bucket])] = (value, Int32(position))
      starts[bucket] += 1
    }
    number()
  }

  /// Sorts each bucket, which by now ends where `starts` says, and numbers the places.
  private mutating func number() {
    var (start, rank) = (0, Int32(0))
    var last = Double.nan
    for bucket in starts.indices {
      let end = Int(starts[bucket])
      if end <= start { continue }
      if end - start > 1 { sort(start..<end) }
      for place in start..<end {
        if order[place].value != last { rank = Int32(place + 1) }
        last = order[place].value
        ranks[Int(order[place].position)] = rank
      }
      start = end
    }
  }

  /// Buckets are small as a rule; what is long is left to the library.
  private mutating func sort(_ bucket: Range<Int>) {
    if bucket.count > 16 { return order[bucket].sort { $0.value < $1.value } }
    for place in bucket.dropFirst() {
      let entry = order[place]
      var free = place
      while free > bucket.lowerBound, order[free - 1].value > entry.value {
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = entry
    }
  }
}
