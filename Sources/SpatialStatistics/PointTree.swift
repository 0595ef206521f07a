/// Points in space, arranged so that those near a place are found without a look at the others.
///
/// A k-d tree: the middle point of a range splits it along x, y and z in turn. It takes n log² n
/// time to make and memory linear in the points; finding m points takes about m + log n steps.
struct PointTree {
  private let points: [SIMD3<Double>]
  /// Indices of points; the middle of each range is its splitting point.
  private var order: [Int]

  init(_ points: [SIMD3<Double>]) {
    self.points = points
    order = Array(points.indices)
    arrange(order.indices, axis: 0)
  }

  private mutating func arrange(_ range: Range<Int>, axis: Int) {
    if range.count < 2 { return }
    order[range].sort { (points[$0][axis], $0) < (points[$1][axis], $1) }
    let middle = (range.lowerBound + range.upperBound) / 2
    arrange(range.lowerBound..<middle, axis: (axis + 1) % 3)
    arrange(middle + 1..<range.upperBound, axis: (axis + 1) % 3)
  }

  /// The points at most `reach` from point `center` as the crow flies, itself left out, in no
  /// particular order.
  func points(within reach: Double, of center: Int) -> [Int] {
    var found: [Int] = []
    visit(order.indices, axis: 0, center, reach) { point, _ in
      found.append(point)
      return reach
    }
    return found
  }

  /// How far the `count`-th nearest other point lies from point `center`; there must be as many.
  func reach(of count: Int, around center: Int) -> Double {
    var nearest: [Double] = []
    visit(order.indices, axis: 0, center, .infinity) { _, distance in
      let place = nearest.firstIndex { $0 > distance } ?? nearest.count
      nearest.insert(distance, at: place)
      if nearest.count > count { nearest.removeLast() }
      return nearest.count == count ? nearest[count - 1] : .infinity
    }
    return nearest[count - 1]
  }

  /// Calls `found` with the points within reach and how far they are; it says the reach from
  /// then on.
  private func visit(
    _ all: Range<Int>, axis first: Int, _ center: Int, _ reach: Double,
    _ found: (Int, Double) -> Double
  ) {
    var reach = reach
    let place = points[center]
    func visit(_ range: Range<Int>, axis: Int) {
      if range.isEmpty { return }
      let middle = (range.lowerBound + range.upperBound) / 2
      let point = order[middle]
      let offset = place - points[point]
      let distance = (offset * offset).sum().squareRoot()
      if distance <= reach, point != center { reach = found(point, distance) }
      let (low, high) = (range.lowerBound..<middle, middle + 1..<range.upperBound)
      let next = (axis + 1) % 3
      visit(offset[axis] < 0 ? low : high, axis: next)
      if abs(offset[axis]) <= reach { visit(offset[axis] < 0 ? high : low, axis: next) }
    }
    visit(all, axis: first)
  }
}
