import Geography

/// Finds a place for each area's label: inside the area; else beside the map, on a line that
/// leads to it; else a number in the area and its name in a key below the map.
///
/// Areas of higher priority choose first, then those that come first.
struct LabelPlacement {
  private var grid: CellGrid
  private let areas: [MapArea]
  private let cells: [[SIMD2<Int>]]
  private let style: LabelStyle

  /// Places labels on the cells of a map.
  init(_ areas: [MapArea], on grid: CellGrid, style: LabelStyle) {
    self.grid = grid
    self.areas = areas
    self.style = style
    cells = grid.cells(areaCount: areas.count)
  }

  /// The labels in order of area. Areas without name have none.
  ///
  /// - Parameters:
  ///   - captioned: areas in insets, which name them.
  ///   - firstNumber: the number of the first area in the key.
  ///   - isComplete: whether what has no room inside goes beside the map or into the key;
  ///     otherwise it is left out.
  ///   - rule: where names may stand.
  mutating func place(
    captioned: Set<Int> = [], firstNumber: Int = 1, isComplete: Bool = true,
    rule: LabelRule = .anywhere
  ) -> [PlacedLabel] {
    let order = areas.indices.filter { !areas[$0].name.isEmpty && !captioned.contains($0) }
      .sorted { (-areas[$0].priority, $0) < (-areas[$1].priority, $1) }
    var labels: [PlacedLabel] = []
    var waiting: [Int] = []
    for area in order {
      let variants = variants(of: area)
      let valued = variants.filter { $0.boldLines > 0 }
      // A value is worth a corner over the border: beside its short line the box is mostly empty.
      if let label = inside(area, valued) ?? inside(area, valued, share: 0.88)
        ?? inside(area, variants)
      {
        labels.append(label)
      } else {
        waiting.append(area)
      }
    }
    guard isComplete else { return labels.sorted { $0.area < $1.area } }
    var numbered: [Int] = []
    for area in waiting {
      if rule != .inAreas, let label = beside(area, variants(of: area)) {
        labels.append(label)
      } else if rule != .withoutKey {
        numbered.append(area)
      }
    }
    for (number, area) in zip(firstNumber..., numbered.sorted()) {
      let text = Variant(lines: [String(number)], boldLines: 1)
      var label =
        inside(area, [text]) ?? inside(area, [text], share: 0.6) ?? beside(area, [text])
        ?? beside(area, [text], on: .anyArea) ?? onTop(of: area, text)
      label.number = number
      labels.append(label)
    }
    return labels.sorted { $0.area < $1.area }
  }

  /// Where a label at the end of a line may stand.
  private enum Standing {
    /// Outside of all areas.
    case noArea
    /// There, or wholly in one area, its own or another; its line may then run under labels.
    case anyArea
  }

  /// A way to set a label.
  private struct Variant {
    var lines: [String]
    var boldLines: Int
  }

  /// The free box inside the area nearest to its middle.
  private mutating func inside(_ area: Int, _ variants: [Variant], share: Double = 1)
    -> PlacedLabel?
  {
    guard let middle = middle(of: area) else { return nil }
    for variant in variants {
      let size = box(for: variant)
      var best: (distance: Double, box: CellBox)?
      for cell in cells[area] {
        var box = size
        box.column = cell.x - size.width / 2
        box.row = cell.y - size.height / 2
        let offset = box.pixels.center - middle
        // Height counts twice: off the middle sideways looks better than up or down.
        let distance = offset.x * offset.x + 2 * offset.y * offset.y
        if let best, best.distance <= distance { continue }
        if grid.hasRoom(for: box, owner: Int32(area), share: share) { best = (distance, box) }
      }
      if let best { return put(variant, in: best.box, area: area) }
    }
    return nil
  }

  /// The free box outside all areas whose line is shortest; crossing other areas makes a line
  /// longer, crossing a label rules it out.
  private mutating func beside(
    _ area: Int, _ variants: [Variant], on standing: Standing = .noArea
  ) -> PlacedLabel? {
    let anchor = anchor(of: area)
    var best: (cost: Double, variant: Variant, box: CellBox)?
    // The square of the longest line that is of use.
    var limit = style.longestLeader * style.longestLeader
    let reach = Int(style.longestLeader / CellGrid.side)
    let (column, row) = (Int(anchor.x / CellGrid.side), Int(anchor.y / CellGrid.side))
    for variant in variants {
      var box = box(for: variant)
      let rows = CellGrid.part(
        of: grid.rows - box.height + 1, from: row - reach - box.height,
        length: 2 * reach + box.height + 1)
      let columns = CellGrid.part(
        of: grid.columns - box.width + 1, from: column - reach - box.width,
        length: 2 * reach + box.width + 1)
      for y in rows {
        for x in columns {
          (box.column, box.row) = (x, y)
          let end = box.pixels.nearest(to: anchor)
          let offset = end - anchor
          let square = (offset * offset).sum()
          guard square <= limit, hasRoom(for: box, standing) else { continue }
          let length = square.squareRoot()
          guard length < best?.cost ?? .infinity,
            let detour = crossing(from: anchor, to: end, area: area, standing),
            length + detour < best?.cost ?? .infinity
          else { continue }
          best = (length + detour, variant, box)
          limit = min(limit, (length + detour) * (length + detour))
        }
      }
      // Another way to set the label has to save more than a little.
      if let cost = best?.cost {
        best?.cost = cost * 0.8
        limit = min(limit, cost * cost * 0.8 * 0.8)
      }
    }
    guard let best else { return nil }
    var label = put(best.variant, in: best.box, area: area)
    let end = best.box.pixels.nearest(to: anchor)
    label.leader = PlacedLabel.Leader(start: anchor, end: end)
    grid.take(from: anchor, to: end)
    return label
  }

  private func hasRoom(for box: CellBox, _ standing: Standing) -> Bool {
    switch standing {
    case .noArea: grid.hasRoom(for: box, owner: CellGrid.nothing)
    case .anyArea: grid.owner(of: box) != nil
    }
  }

  /// What a line costs beyond its length: what it runs through other areas, and much more under
  /// what is placed; nil where it must not do that.
  private func crossing(
    from start: Coordinate, to end: Coordinate, area: Int, _ standing: Standing
  ) -> Double? {
    let step = (end - start) / max(1, ((end - start) * (end - start)).sum().squareRoot() / 2)
    var (point, cost) = (start, 0.0)
    while ((end - point) * (end - start)).sum() > 0 {
      switch grid.owner(at: point) {
      case CellGrid.taken where standing == .noArea: return nil
      case CellGrid.taken: cost += 10
      case CellGrid.nothing, Int32(area), nil: break
      default: cost += 2
      }
      point += step
    }
    return cost
  }

  /// The label over the area's middle whatever is there, but within the frame.
  private mutating func onTop(of area: Int, _ variant: Variant) -> PlacedLabel {
    let anchor = anchor(of: area)
    var box = box(for: variant)
    let (column, row) = (Int(anchor.x / CellGrid.side), Int(anchor.y / CellGrid.side))
    box.column = max(0, min(grid.columns - box.width, column - box.width / 2))
    box.row = max(0, min(grid.rows - box.height, row - box.height / 2))
    return put(variant, in: box, area: area)
  }

  private mutating func put(_ variant: Variant, in box: CellBox, area: Int) -> PlacedLabel {
    grid.take(box)
    return PlacedLabel(
      area: area, lines: variant.lines, boldLines: variant.boldLines, center: box.pixels.center)
  }

  private func box(for variant: Variant) -> CellBox {
    let names = variant.lines.dropLast(variant.boldLines)
    let widths =
      names.map { TextMeasure.width(of: $0, size: style.size) }
      + variant.lines.suffix(variant.boldLines).map {
        TextMeasure.width(of: $0, size: style.size, isBold: true)
      }
    return CellBox(
      width: (widths.max() ?? 0) + CellGrid.side,
      height: Double(variant.lines.count) * style.lineHeight)
  }

  /// Middle of an area's cells, in pixels; nil where it has none.
  private func middle(of area: Int) -> Coordinate? {
    let own = cells[area]
    guard !own.isEmpty else { return nil }
    return own.reduce(Coordinate(0, 0)) { $0 + CellGrid.center(of: $1) } / Double(own.count)
  }

  /// The cell of an area nearest to its middle; the middle itself where it has no cell.
  private func anchor(of area: Int) -> Coordinate {
    guard let middle = middle(of: area) else { return grid.hiddenMiddle(of: area) }
    func distance(_ cell: SIMD2<Int>) -> Double {
      let offset = CellGrid.center(of: cell) - middle
      return (offset * offset).sum()
    }
    return cells[area].min { distance($0) < distance($1) }.map(CellGrid.center) ?? middle
  }

  /// Ways to set an area's label, the best one first: name and value, the name alone.
  private func variants(of area: Int) -> [Variant] {
    let name = areas[area].name
    let split = LabelPlacement.balanced(name)
    let value = areas[area].value.map { [$0] } ?? []
    var variants = [Variant(lines: [name] + value, boldLines: value.count)]
    if split.count > 1 { variants.append(Variant(lines: split + value, boldLines: value.count)) }
    if !value.isEmpty {
      variants.append(Variant(lines: [name], boldLines: 0))
      if split.count > 1 { variants.append(Variant(lines: split, boldLines: 0)) }
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

/// How the labels on a map are set, in pixels.
struct LabelStyle: Sendable, Hashable {
  /// Font size.
  var size: Double
  /// From one baseline to the next.
  var lineHeight: Double
  /// Longest line from an area to its label.
  var longestLeader: Double
}
