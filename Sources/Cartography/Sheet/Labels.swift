/// A label with its place on the map.
struct PlacedLabel: Sendable, Hashable {
  /// The area it names.
  var area: Int
  /// Its lines, the first one on top.
  var lines: [String]
  /// How many of its last lines give the value and are set in bold.
  var valueLines: Int
  /// Middle of its box, in pixels.
  var centerX: Double
  /// Middle of its box, in pixels.
  var centerY: Double
}

/// Finds a place for each area's label: inside the area, else mostly inside, else none.
struct LabelPlacement {
  private var grid: CellGrid
  private let size: Double
  private let lineHeight: Double

  /// Places labels of `size` pixels on the cells of a map.
  init(on grid: CellGrid, size: Double, lineHeight: Double) {
    self.grid = grid
    self.size = size
    self.lineHeight = lineHeight
  }

  /// The labels that found room, in order of area. The name alone is tried where name and
  /// value do not fit together.
  mutating func place(_ areas: [MapArea]) -> [PlacedLabel] {
    var cellsOf = [[Int]](repeating: [], count: areas.count)
    for (cell, owner) in grid.owners.enumerated() where owner >= 0 {
      cellsOf[Int(owner)].append(cell)
    }
    var placed: [PlacedLabel] = []
    var waiting: [Int] = []
    for area in areas.indices {
      if let label = place(areas[area], area, cellsOf[area], share: 1) {
        placed.append(label)
      } else {
        waiting.append(area)
      }
    }
    for area in waiting {
      if let label = place(areas[area], area, cellsOf[area], share: 0.85) { placed.append(label) }
    }
    return placed.sorted { $0.area < $1.area }
  }

  private mutating func place(
    _ label: MapArea, _ area: Int, _ cells: [Int], share: Double
  ) -> PlacedLabel? {
    guard !label.name.isEmpty, !cells.isEmpty else { return nil }
    for variant in LabelPlacement.variants(of: label) {
      let names = variant.lines.dropLast(variant.valueLines)
      let values = variant.lines.suffix(variant.valueLines)
      let widths =
        names.map { TextMeasure.width(of: $0, size: size) }
        + values.map { TextMeasure.width(of: $0, size: size, isBold: true) }
      let width = Int(((widths.max() ?? 0) / CellGrid.side).rounded(.up)) + 1
      let height = Int((Double(variant.lines.count) * lineHeight / CellGrid.side).rounded(.up))
      guard let (column, row) = room(width, height, owner: area, cells, share: share) else {
        continue
      }
      grid.take(column: column, row: row, width: width, height: height)
      return PlacedLabel(
        area: area, lines: variant.lines, valueLines: variant.valueLines,
        centerX: (Double(column) + Double(width) / 2) * CellGrid.side,
        centerY: (Double(row) + Double(height) / 2) * CellGrid.side)
    }
    return nil
  }

  /// The top left cell of the free box nearest to the middle of the area.
  private func room(
    _ width: Int, _ height: Int, owner: Int, _ cells: [Int], share: Double
  ) -> (column: Int, row: Int)? {
    let columns = cells.lazy.map { $0 % grid.columns }.reduce(0, +)
    let rows = cells.lazy.map { $0 / grid.columns }.reduce(0, +)
    let (middleX, middleY) = (columns / cells.count, rows / cells.count)
    var best: (distance: Int, column: Int, row: Int)?
    for cell in cells {
      let column = cell % grid.columns - width / 2
      let row = cell / grid.columns - height / 2
      // Height counts twice: off the middle sideways looks better than up or down.
      let (x, y) = (column + width / 2 - middleX, row + height / 2 - middleY)
      let distance = x * x + 2 * y * y
      if let best, best.distance <= distance { continue }
      if hasRoom(column, row, width, height, Int32(owner), share) {
        best = (distance, column, row)
      }
    }
    return best.map { ($0.column, $0.row) }
  }

  private func hasRoom(
    _ column: Int, _ row: Int, _ width: Int, _ height: Int, _ owner: Int32, _ share: Double
  ) -> Bool {
    guard column >= 0, row >= 0, column + width <= grid.columns, row + height <= grid.rows else {
      return false
    }
    let allowed = Int(Double(width * height) * (1 - share))
    var foreign = 0
    for y in row..<row + height {
      let start = y * grid.columns + column
      for cell in start..<start + width where grid.owners[cell] != owner {
        foreign += 1
        if foreign > allowed || grid.owners[cell] == CellGrid.taken { return false }
      }
    }
    return true
  }

  /// Ways to set a label, the best one first.
  private static func variants(of label: MapArea) -> [(lines: [String], valueLines: Int)] {
    let split = balanced(label.name)
    let value = label.value.map { [$0] } ?? []
    var variants = [([label.name] + value, value.count)]
    if split.count > 1 { variants.append((split + value, value.count)) }
    if !value.isEmpty {
      variants.append(([label.name], 0))
      if split.count > 1 { variants.append((split, 0)) }
    }
    return variants
  }

  /// The name in two lines of about the same length, where it has a space.
  private static func balanced(_ name: String) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1 else { return [name] }
    let splits = (1..<words.count).map {
      [words[..<$0].joined(separator: " "), words[$0...].joined(separator: " ")]
    }
    func longest(_ lines: [String]) -> Int { lines.map(\.count).max() ?? 0 }
    return splits.min { longest($0) < longest($1) } ?? [name]
  }
}
