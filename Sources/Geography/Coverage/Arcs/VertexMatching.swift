import Resampling

/// Finds the vertices that stand more than once in a row of rings.
///
/// Vertices are thrown into buckets by a hash of their coordinates; a bucket's small table
/// stays in the cache, and threads share the buckets.
struct VertexMatching {
  /// Each later occurrence with the first one: `later << 32 | first`.
  let matches: [UInt64]

  init(_ points: ContiguousArray<Coordinate>, _ rings: [Range<Int>], threads: Int?) {
    var bucketBits = 0
    while bucketBits < 10, points.count >> bucketBits > 8_192 { bucketBits += 1 }
    let bits = bucketBits
    let bounds = rings.map(\.lowerBound) + [points.count]
    let stretches = bounds.balanced(into: 16)
    let heaps = inParallel(pieces: stretches.count, threads: threads) {
      Buckets(points, rings[stretches[$0]], bits: bits)
    }
    let found = inParallel(pieces: 1 << bits, threads: threads) { bucket in
      Self.matches(in: heaps.lazy.map { $0.entries[$0.starts[bucket]..<$0.starts[bucket + 1]] }) {
        points[$0] == points[$1]
      }
    }
    matches = Array(found.joined())
  }

  /// The matches within one bucket, which comes in the order of the row.
  private static func matches(
    in parts: some Sequence<ArraySlice<UInt64>>, areEqual: (Int, Int) -> Bool
  ) -> [UInt64] {
    let count = parts.reduce(0) { $0 + $1.count }
    var capacity = 4
    while capacity < 2 * count { capacity *= 2 }
    var table = ContiguousArray(repeating: UInt64.max, count: capacity)
    var matches: [UInt64] = []
    matches.reserveCapacity(count / 2)
    for part in parts {
      for entry in part {
        var slot = Int(entry >> 32) & (capacity - 1)
        while true {
          let other = table[slot]
          if other == .max {
            table[slot] = entry
            break
          }
          if other >> 32 == entry >> 32 {
            let (later, first) = (entry & 0xFFFF_FFFF, other & 0xFFFF_FFFF)
            if areEqual(Int(later), Int(first)) {
              matches.append(later << 32 | first)
              break
            }
          }
          slot = (slot + 1) & (capacity - 1)
        }
      }
    }
    return matches
  }
}

/// Some vertices of the row, sorted into buckets.
private struct Buckets: Sendable {
  /// `hash << 32 | place`, bucket after bucket, within a bucket in the order of the row.
  private(set) var entries: [UInt64]
  /// Where each bucket begins, and where the last ends.
  private(set) var starts: [Int]

  init(_ points: ContiguousArray<Coordinate>, _ rings: ArraySlice<Range<Int>>, bits: Int) {
    let shift = UInt64(64 - bits)
    starts = Array(repeating: 0, count: (1 << bits) + 1)
    for ring in rings {
      for place in ring { starts[Int(Self.hash(points[place]) >> shift) + 1] += 1 }
    }
    for bucket in 0..<(1 << bits) { starts[bucket + 1] += starts[bucket] }
    entries = Array(repeating: 0, count: starts[1 << bits])
    var next = starts
    for ring in rings {
      for place in ring {
        let hash = Self.hash(points[place])
        let bucket = Int(hash >> shift)
        entries[next[bucket]] = hash << 32 | UInt64(place)
        next[bucket] += 1
      }
    }
  }

  /// A hash whose upper and lower halves are both well mixed.
  private static func hash(_ point: Coordinate) -> UInt64 {
    var hash = point.x.bitPattern &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 32 ^ point.y.bitPattern) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 29) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 32
  }
}
