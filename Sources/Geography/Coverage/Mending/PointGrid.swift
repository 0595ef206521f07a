/// Points by the cell they lie in.
struct PointGrid {
  private let cell: Double
  private var first: [SIMD2<Int>: Int32] = [:]
  private var next: [Int32: Int32] = [:]

  init(cell: Double) { self.cell = cell }

  private func key(_ point: Coordinate) -> SIMD2<Int> {
    let place = (point / cell).rounded(.down)
    // Where cells are too fine for a whole number, nothing is near anything else.
    let limit = 4e18
    return SIMD2(Int(max(-limit, min(limit, place.x))), Int(max(-limit, min(limit, place.y))))
  }

  mutating func add(_ number: Int32, at point: Coordinate) {
    let key = key(point)
    if let other = first[key] { next[number] = other }
    first[key] = number
  }

  /// The points in the cell of `point` and the eight around it.
  func near(_ point: Coordinate) -> [Int32] {
    let key = key(point)
    var found: [Int32] = []
    for y in -1...1 {
      for x in -1...1 {
        var number = first[key &+ SIMD2(x, y)]
        while let current = number {
          found.append(current)
          number = next[current]
        }
      }
    }
    return found
  }
}
