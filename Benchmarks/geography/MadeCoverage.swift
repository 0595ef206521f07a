import Geography

/// Areas in a grid, with crooked boundaries of any number of vertices that neighbours share.
struct MadeCoverage {
  private let rows: Int
  private let columns: Int
  private let edgeVertices: Int

  /// A coverage of `rows` × `columns` areas in degrees.
  init(rows: Int, columns: Int, edgeVertices: Int) {
    self.rows = rows
    self.columns = columns
    self.edgeVertices = edgeVertices
  }

  /// The areas, row by row.
  var areas: [Area] {
    (0..<(rows * columns)).map { number in
      let (row, column) = (number / columns, number % columns)
      let south = edge(row, column, isUpward: false)
      let east = edge(row, column + 1, isUpward: true)
      let north = edge(row + 1, column, isUpward: false).reversed()
      let west = edge(row, column, isUpward: true).reversed()
      let ring =
        south.dropLast() + east.dropLast() + north.dropLast() + Array(west)
      return Area(
        code: String(100_000 + number), name: LocalizedText(),
        polygons: [Polygon(exterior: Ring(ContiguousArray(ring)))])
    }
  }

  /// The boundary from a corner of the grid upward or to the right.
  private func edge(_ row: Int, _ column: Int, isUpward: Bool) -> [Coordinate] {
    let start = corner(row, column)
    let end = isUpward ? corner(row + 1, column) : corner(row, column + 1)
    let across = Coordinate(-(end - start).y, (end - start).x)
    var generator = Generator(state: UInt64(row * 65_536 + column) * 2 + (isUpward ? 1 : 0))
    var offset = 0.0
    return (0...(edgeVertices + 1)).map { step in
      if step == 0 { return start }
      if step == edgeVertices + 1 { return end }
      let share = Double(step) / Double(edgeVertices + 1)
      offset = 0.95 * offset + generator.next(within: 0.02)
      return start + (end - start) * share + across * (offset * share * (1 - share))
    }
  }

  private func corner(_ row: Int, _ column: Int) -> Coordinate {
    var generator = Generator(state: UInt64(row * 65_536 + column) + 1 << 40)
    let shift = Coordinate(generator.next(within: 0.25), generator.next(within: 0.25))
    return Coordinate(102, 10) + (Coordinate(Double(column), Double(row)) + shift) * 0.15
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
private struct Generator {
  var state: UInt64

  mutating func next(within limit: Double) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 11) / Double(1 << 53) * 2 - 1) * limit
  }
}
