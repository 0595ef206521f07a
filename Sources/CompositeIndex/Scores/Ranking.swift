/// Places of values among each other: 1 for the first, equal values share a place, and as many
/// are skipped after it ("standard competition ranking": 1, 1, 3).
struct Ranking {
  /// The rank of each value, in the order given; 0 where the value is NaN.
  private(set) var ranks: [Int32]
  /// Number of values that are not NaN.
  private(set) var count = 0
  private var order: [(value: Double, position: Int32)] = []

  /// The ranks of `values`.
  init(_ values: [Double], highestFirst: Bool) {
    ranks = [Int32](repeating: 0, count: values.count)
    values.withUnsafeBufferPointer { rank($0, highestFirst: highestFirst) }
  }

  /// Ranks `count` values again and again without asking for memory.
  init(count: Int) {
    ranks = [Int32](repeating: 0, count: count)
    order.reserveCapacity(count)
  }

  /// Ranks other values, as many as before.
  mutating func rank(_ values: UnsafeBufferPointer<Double>, highestFirst: Bool) {
    order.removeAll(keepingCapacity: true)
    for position in values.indices {
      ranks[position] = 0
      if values[position].isNaN { continue }
      // Negated, so that one comparison serves both ways.
      order.append((highestFirst ? -values[position] : values[position], Int32(position)))
    }
    count = order.count
    order.sort { $0.value < $1.value }
    var rank: Int32 = 0
    var last = Double.nan
    for (place, entry) in order.enumerated() {
      if entry.value != last { rank = Int32(place + 1) }
      last = entry.value
      ranks[Int(entry.position)] = rank
    }
  }
}
