import Geography

/// The frame of a map in cells of four pixels, each owned by an area, by nothing, or taken.
///
/// Labels, insets and the scale bar look here whether they have room. A cell belongs to the area
/// at its centre.
struct CellGrid: Sendable {
  /// Side of a cell in pixels.
  static let side = 4.0
  /// Owner of a cell that lies in no area.
  static let nothing = Int32(-1)
  /// Owner of a cell in water, or under something already placed.
  static let taken = Int32(-2)

  /// Number of columns.
  let columns: Int
  /// Number of rows.
  let rows: Int
  /// Owner of each cell, row by row from the top: an area's index, `nothing` or `taken`.
  private(set) var owners: [Int32]
  /// Middle of each area that owns no cell, in pixels, so that it can be led to all the same; nil
  /// for the others.
  private var hiddenMiddles: [Coordinate?]

  /// Cells of a frame; where areas overlap, the later one in `order` owns them.
  init(
    areas: [[Polygon]], order: [Int]? = nil, water: [Polygon], transform: PixelTransform,
    width: Double, height: Double
  ) {
    columns = max(1, Int(width / CellGrid.side))
    rows = max(1, Int(height / CellGrid.side))
    owners = [Int32](repeating: CellGrid.nothing, count: columns * rows)
    hiddenMiddles = []
    for index in order ?? Array(areas.indices) { paint(areas[index], Int32(index), transform) }
    paint(water, CellGrid.taken, transform)
    hiddenMiddles = self.hiddenMiddles(areas, transform)
  }

  /// Only of so few areas that each has a label.
  private func hiddenMiddles(
    _ areas: [[Polygon]], _ transform: PixelTransform
  ) -> [Coordinate?] {
    guard areas.count <= BaseMap.mostLabelledAreas else { return [] }
    let seen = Set(owners)
    return areas.enumerated().map { index, polygons in
      if seen.contains(Int32(index)) || polygons.isEmpty { return nil }
      return transform.pixels(Area(code: "", name: LocalizedText([:]), polygons: polygons).centroid)
    }
  }

  /// Marks the cells in some shapes as taken.
  mutating func take(_ shapes: [Polygon], _ transform: PixelTransform) {
    for shape in shapes { paint([shape], CellGrid.taken, transform) }
  }

  /// Column and row of each area's cells, in the order of rows.
  func cells(areaCount: Int) -> [[SIMD2<Int>]] {
    var cells = [[SIMD2<Int>]](repeating: [], count: areaCount)
    for row in 0..<rows {
      for column in 0..<columns {
        let owner = owners[row * columns + column]
        if owner >= 0 { cells[Int(owner)].append(SIMD2(column, row)) }
      }
    }
    return cells
  }

  /// Middle of a cell, in pixels.
  static func center(of cell: SIMD2<Int>) -> Coordinate {
    Coordinate(Double(cell.x) + 0.5, Double(cell.y) + 0.5) * CellGrid.side
  }

  /// The owner of the cell under a point; nil beyond the frame.
  func owner(at point: Coordinate) -> Int32? {
    let cell = (point / CellGrid.side).rounded(.down)
    guard cell.x >= 0, cell.y >= 0, cell.x < Double(columns), cell.y < Double(rows) else {
      return nil
    }
    return owners[Int(cell.y) * columns + Int(cell.x)]
  }

  /// Marks a box of cells as taken.
  mutating func take(_ box: CellBox) {
    for y in CellGrid.part(of: rows, from: box.row, length: box.height) {
      for x in CellGrid.part(of: columns, from: box.column, length: box.width) {
        owners[y * columns + x] = CellGrid.taken
      }
    }
  }

  /// What of `length` places from `start` on lies within the first `count`; boxes may lie beyond the
  /// frame, in part or wholly.
  static func part(of count: Int, from start: Int, length: Int) -> Range<Int> {
    let low = min(max(0, start), count)
    return low..<max(low, min(count, start + length))
  }

  /// Marks the cells that a box reaches into as taken, in pixels.
  mutating func take(_ box: PixelBox) {
    let (column, row) = (Int(box.x / CellGrid.side), Int(box.y / CellGrid.side))
    let (right, bottom) = (Int(box.maxX / CellGrid.side), Int(box.maxY / CellGrid.side))
    take(CellBox(column: column, row: row, width: right - column + 1, height: bottom - row + 1))
  }

  /// Marks the cells under a line as taken, in pixels.
  mutating func take(from start: Coordinate, to end: Coordinate) {
    let steps = max(1, ((end - start) * (end - start)).sum().squareRoot() / 2).rounded(.up)
    for step in stride(from: 0, through: steps, by: 1) {
      let cell = (start + (end - start) * (step / steps)) / CellGrid.side
      take(CellBox(column: Int(cell.x), row: Int(cell.y), width: 1, height: 1))
    }
  }

  /// The middle of an area that owns no cell; without polygons, the middle of the frame.
  func hiddenMiddle(of area: Int) -> Coordinate {
    (area < hiddenMiddles.count ? hiddenMiddles[area] : nil)
      ?? Coordinate(Double(columns), Double(rows)) * (CellGrid.side / 2)
  }

  /// Who owns a whole box; nil where several do, where something is taken, and beyond the frame.
  func owner(of box: CellBox) -> Int32? {
    guard box.column >= 0, box.row >= 0, box.column + box.width <= columns,
      box.row + box.height <= rows
    else { return nil }
    let owner = owners[box.row * columns + box.column]
    return owner != CellGrid.taken && hasRoom(for: box, owner: owner) ? owner : nil
  }

  /// Whether a box lies in the frame, clear of what is taken, with at least `share` of its
  /// cells owned by `owner`.
  func hasRoom(for box: CellBox, owner: Int32, share: Double = 1) -> Bool {
    guard box.column >= 0, box.row >= 0, box.column + box.width <= columns,
      box.row + box.height <= rows
    else { return false }
    let allowed = Int(Double(box.width * box.height) * (1 - share))
    let last = (box.row + box.height - 1) * columns + box.column
    // Most boxes that have no room stick out at a corner.
    if allowed == 0, owners[last] != owner || owners[last + box.width - 1] != owner {
      return false
    }
    var foreign = 0
    for y in box.row..<box.row + box.height {
      let start = y * columns + box.column
      for cell in start..<start + box.width where owners[cell] != owner {
        foreign += 1
        if foreign > allowed || owners[cell] == CellGrid.taken { return false }
      }
    }
    return true
  }

  /// The box of free cells whose middle is nearest to a point, in pixels; nil where there is no
  /// room for one.
  func freeBox(width: Double, height: Double, nearest point: Coordinate) -> CellBox? {
    var best: (distance: Double, box: CellBox)?
    let size = CellBox(width: width, height: height)
    for row in stride(from: 0, through: rows - size.height, by: 1) {
      for column in stride(from: 0, through: columns - size.width, by: 1) {
        let box = CellBox(column: column, row: row, width: size.width, height: size.height)
        let offset = box.pixels.center - point
        let distance = (offset * offset).sum()
        if let best, best.distance <= distance { continue }
        if hasRoom(for: box, owner: CellGrid.nothing) { best = (distance, box) }
      }
    }
    return best?.box
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
