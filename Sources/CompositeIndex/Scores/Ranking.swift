/// Places of values among each other: 1 for the first, equal values share a place, and as many
/// are skipped after it ("standard competition ranking": 1, 1, 3).
struct Ranking {
  /// Scores that differ by at most this share of the largest are equal: what adding the same
  /// points up in another order changes.
  static let scoreTies = 1e-12

  /// The rank of each value, in the order given; 0 where the value is NaN.
  private(set) var ranks: [Int32]
  /// Number of values that are not NaN.
  private(set) var count = 0
  private let ties: Double
  private var order: [(value: Double, position: Int32)]
  private var starts: [Int32]
  private var buckets: [Int32]

  /// The ranks of `values`, which are finite or NaN. Those that differ from the first of a place
  /// by at most `ties` times the largest absolute value share that place.
  init(_ values: [Double], highestFirst: Bool, ties: Double = 0) {
    self.init(count: values.count, ties: ties)
    values.withUnsafeBufferPointer { rank($0, highestFirst: highestFirst) }
  }

  /// Ranks `count` values again and again without asking for memory.
  init(count: Int, ties: Double = 0) {
    self.ties = ties
    ranks = [Int32](repeating: 0, count: count)
    order = [(value: Double, position: Int32)](repeating: (0, 0), count: count)
    starts = [Int32](repeating: 0, count: count + 1)
    buckets = ranks
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
    let scale = range > 0 && (last / range).isFinite ? last / range : 0
    for bucket in starts.indices { starts[bucket] = 0 }
    starts.withUnsafeMutableBufferPointer { starts in
      buckets.withUnsafeMutableBufferPointer { buckets in
        for position in values.indices where !values[position].isNaN {
          let bucket = min(last, (sign * values[position] / 2 - low / 2) * scale)
          buckets[position] = Int32(bucket)
          starts[Int(bucket) + 1] += 1
        }
        for bucket in starts.indices.dropFirst() { starts[bucket] += starts[bucket - 1] }
        order.withUnsafeMutableBufferPointer { order in
          for position in values.indices where !values[position].isNaN {
            let bucket = Int(buckets[position])
            order[Int(starts[bucket])] = (sign * values[position], Int32(position))
            starts[bucket] += 1
          }
        }
      }
    }
    for position in ranks.indices { ranks[position] = 0 }
    number(tolerance: ties * max(abs(low), abs(high)))
  }

  /// Sorts each bucket, which by now ends where `starts` says, and numbers the places.
  private mutating func number(tolerance: Double) {
    var (start, rank) = (0, Int32(0))
    var first = Double.nan
    order.withUnsafeMutableBufferPointer { order in
      ranks.withUnsafeMutableBufferPointer { ranks in
        for end in starts.lazy.map(Int.init) where end > start {
          if end - start > 1 { Ranking.sort(order, start..<end) }
          for place in start..<end {
            if !(order[place].value - first <= tolerance) {
              rank = Int32(place + 1)
              first = order[place].value
            }
            ranks[Int(order[place].position)] = rank
          }
          start = end
        }
      }
    }
  }

  /// Buckets are small as a rule; what is long is left to the library.
  private static func sort(
    _ order: UnsafeMutableBufferPointer<(value: Double, position: Int32)>, _ bucket: Range<Int>
  ) {
    var order = order
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
