import Geography

/// The cells that a tile grid may use, and which area stands in each.
struct TileField {
  /// Number of columns.
  let columns: Int
  /// Number of rows.
  let rows: Int
  private var owners: [Int32]

  /// Room on each side of the positions, in cells.
  static func margin(areaCount: Int) -> Double {
    2 + (Double(areaCount).squareRoot() / 2).rounded(.up)
  }

  /// Cells around some positions that begin `margin` from the corner, with as much room behind.
  init(around positions: [Coordinate]) {
    let end = positions.reduce(Coordinate(0, 0)) { pointwiseMax($0, $1) }
    let size = end + TileField.margin(areaCount: positions.count) + 1
    columns = Int(size.x)
    rows = Int(size.y)
    owners = [Int32](repeating: -1, count: columns * rows)
  }

  /// The area in a cell, −1 for none.
  subscript(cell: SIMD2<Int>) -> Int32 {
    get { owners[cell.y * columns + cell.x] }
    set { owners[cell.y * columns + cell.x] = newValue }
  }

  /// Whether a cell is one of these.
  func holds(_ cell: SIMD2<Int>) -> Bool {
    cell.x >= 0 && cell.y >= 0 && cell.x < columns && cell.y < rows
  }

  /// The free cell whose middle is nearest to a position; of equals the first by row, then column.
  func freeCell(nearest position: Coordinate) -> SIMD2<Int> {
    var best = (distance: Double.infinity, cell: SIMD2(0, 0))
    for row in 0..<rows {
      let dy = Double(row) - position.y
      if dy * dy >= best.distance { continue }
      for column in 0..<columns where owners[row * columns + column] < 0 {
        let dx = Double(column) - position.x
        let distance = dx * dx + dy * dy
        if distance < best.distance { best = (distance, SIMD2(column, row)) }
      }
    }
    return best.cell
  }
}
