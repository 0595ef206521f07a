import Geography

/// The frame in cells of four pixels, each owned by an area, by water or by nothing.
///
/// Labels look here whether they have room. A cell belongs to the area at its centre.
struct CellGrid: Sendable {
  /// Side of a cell in pixels.
  static let side = 4.0
  /// Owner of a cell that lies in no area.
  static let nothing = Int32(-1)
  /// Owner of a cell in water, or under a label already placed.
  static let taken = Int32(-2)

  /// Number of columns.
  let columns: Int
  /// Number of rows.
  let rows: Int
  /// Owner of each cell, row by row from the top: an area's index, `nothing` or `taken`.
  private(set) var owners: [Int32]

  init(
    areas: [[Polygon]], water: [Polygon], transform: PixelTransform, width: Double, height: Double
  ) {
    columns = max(1, Int(width / CellGrid.side))
    rows = max(1, Int(height / CellGrid.side))
    owners = [Int32](repeating: CellGrid.nothing, count: columns * rows)
    for (index, polygons) in areas.enumerated() {
      paint(polygons, Int32(index), transform)
    }
    paint(water, CellGrid.taken, transform)
  }

  /// Marks a box of cells as taken.
  mutating func take(column: Int, row: Int, width: Int, height: Int) {
    for y in row..<min(rows, row + height) {
      for x in column..<min(columns, column + width) {
        owners[y * columns + x] = CellGrid.taken
      }
    }
  }

  /// Scan conversion by the even-odd rule: crossings of each row's centre line, in pairs.
  private mutating func paint(_ polygons: [Polygon], _ owner: Int32, _ transform: PixelTransform) {
    var crossings: [(row: Int, x: Double)] = []
    for ring in polygons.lazy.flatMap(\.rings) {
      var previous: Coordinate?
      for coordinate in ring.coordinates {
        let point = transform.pixels(coordinate) / CellGrid.side - 0.5
        if let previous { cross(previous, point, &crossings) }
        previous = point
      }
    }
    crossings.sort { ($0.row, $0.x) < ($1.row, $1.x) }
    for index in stride(from: 0, to: crossings.count - 1, by: 2) {
      let (start, end) = (crossings[index], crossings[index + 1])
      let first = max(0, Int(start.x.rounded(.up)))
      let last = min(columns - 1, Int(end.x.rounded(.down)))
      guard start.row == end.row, first <= last else { continue }
      for column in first...last { owners[start.row * columns + column] = owner }
    }
  }

  private func cross(
    _ start: Coordinate, _ end: Coordinate, _ crossings: inout [(row: Int, x: Double)]
  ) {
    let (low, high) = start.y < end.y ? (start, end) : (end, start)
    let first = max(0, Int(low.y.rounded(.up)))
    // Half open: an end exactly on a centre line counts once.
    let last = min(rows - 1, Int(high.y.rounded(.up)) - 1)
    guard first <= last else { return }
    let slope = (high.x - low.x) / (high.y - low.y)
    for row in first...last {
      crossings.append((row, low.x + (Double(row) - low.y) * slope))
    }
  }
}
