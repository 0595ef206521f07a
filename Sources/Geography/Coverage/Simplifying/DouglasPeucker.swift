/// Weighs the vertices of one line after the other by their distance from the line that
/// would replace them.
///
/// What a vertex is worth is never more than the one that split its stretch, so that leaving
/// out all below a weight is what the division would have done. Time n log n for most lines,
/// n² at worst.
struct DouglasPeucker {
  private struct Stretch {
    var from: Int
    var to: Int
    var limit: Double
  }

  private var stretches: [Stretch] = []

  /// Appends the weight of each vertex: for the ends, and for two more where the line
  /// closes, infinity.
  mutating func weigh(_ line: Span<Coordinate>, into weights: inout ContiguousArray<Double>) {
    let (count, base) = (line.count, weights.count)
    weights.append(contentsOf: repeatElement(.infinity, count: count))
    if count < 3 { return }
    stretches = [Stretch(from: 0, to: count - 1, limit: .infinity)]
    var fixed = line[0] == line[count - 1] ? 2 : 0
    while let stretch = stretches.popLast() {
      if stretch.to - stretch.from < 2 { continue }
      var (farthest, distance) = (stretch.from + 1, -1.0)
      for index in (stretch.from + 1)..<stretch.to {
        let candidate = squaredDistance(line[index], line[stretch.from], line[stretch.to])
        if candidate > distance { (farthest, distance) = (index, candidate) }
      }
      var limit = min(stretch.limit, distance.squareRoot())
      if fixed > 0 {
        // A closed line must enclose something, whatever the tolerance.
        fixed -= 1
        limit = .infinity
      }
      weights[base + farthest] = limit
      let left = Stretch(from: stretch.from, to: farthest, limit: limit)
      let right = Stretch(from: farthest, to: stretch.to, limit: limit)
      // The longer one first: of a triangle it has the third vertex.
      stretches += farthest - stretch.from > stretch.to - farthest ? [right, left] : [left, right]
    }
  }

  private func squaredDistance(
    _ point: Coordinate, _ start: Coordinate, _ end: Coordinate
  ) -> Double {
    let (way, to) = (end - start, point - start)
    let squaredLength = (way * way).sum()
    let share = squaredLength > 0 ? min(1, max(0, (to * way).sum() / squaredLength)) : 0
    let gap = to - way * share
    return (gap * gap).sum()
  }
}
