import SpatialStatistics

/// Values that any program makes alike: the fractional part of i² × 7919 / 10007.
func values(_ count: Int) -> [Double?] {
  (0..<count).map { area -> Double? in
    let rest = area % 10_007
    return Double(rest * rest % 10_007 * 7919 % 10_007) / 10_007
  }
}

/// A lattice in which areas are neighbours that share a side or a corner.
func queen(rows: Int, columns: Int) -> SpatialWeights {
  var pairs: [(Int, Int)] = []
  for row in 0..<rows {
    for column in 0..<columns {
      for (down, right) in [(0, 1), (1, -1), (1, 0), (1, 1)]
      where row + down < rows && (0..<columns).contains(column + right) {
        pairs.append((row * columns + column, (row + down) * columns + column + right))
      }
    }
  }
  return SpatialWeights(areaCount: rows * columns, pairs: pairs)
}

/// Which of Cambodia's provinces, numbered from 0 in the order of their codes, share a boundary.
let provincePairs: [(Int, Int)] = [
  (0, 1), (0, 16), (0, 21), (1, 14), (1, 16), (1, 23), (2, 3), (2, 5), (2, 7), (2, 9), (2, 13),
  (2, 24), (3, 4), (3, 5), (3, 7), (3, 14), (4, 6), (4, 7), (4, 8), (4, 14), (4, 17), (4, 20),
  (5, 9), (5, 12), (5, 14), (5, 16), (5, 18), (6, 17), (6, 20), (6, 22), (7, 11), (7, 13),
  (7, 20), (8, 14), (8, 17), (9, 10), (9, 18), (9, 24), (10, 15), (10, 18), (12, 16), (12, 18),
  (12, 21), (13, 19), (13, 24), (14, 16), (15, 18), (16, 21),
]
