/// The legend laid out: rows of swatch, text, bar and count in one or two columns.
struct LegendBlock {
  private let legend: Legend
  private let size: Double
  private let columns: [Column]
  private let columnWidth: Double
  /// Whether the columns stand side by side.
  private let isWide: Bool
  /// Height of the tallest column.
  let height: Double

  private struct Column {
    var x: Double
    var title: TextBlock?
    var rows: [(row: Legend.Row, text: TextBlock)]
    var hasCounts: Bool { rows.contains { $0.row.count != nil } }
    var height: Double {
      (title?.height ?? 0) + rows.reduce(0) { $0 + LegendBlock.height(of: $1.text) }
    }
  }

  private static let swatch = (width: 26.0, height: 15.0)
  private static let gap = 8.0
  private static let longestBar = 48.0
  private static let columnGap = 28.0

  /// Lays the legend out in `width` pixels: two columns where there is room for them.
  init(_ legend: Legend, width: Double, size: Double) {
    self.legend = legend
    self.size = size
    let isWide = width >= 560
    let columnWidth = isWide ? (width - LegendBlock.columnGap) / 2 : width
    let countWidth = LegendBlock.longestBar + size * 2.2
    func column(_ title: String, _ rows: [Legend.Row], x: Double) -> Column {
      let textX = LegendBlock.swatch.width + LegendBlock.gap
      return Column(
        x: x,
        title: title.isEmpty
          ? nil : TextBlock(title, width: columnWidth, size: size, isBold: true),
        rows: rows.map {
          let room = columnWidth - textX - ($0.count == nil ? 0 : countWidth + LegendBlock.gap)
          return ($0, TextBlock($0.text, width: room, size: size))
        })
    }
    let second = isWide ? columnWidth + LegendBlock.columnGap : 0
    columns =
      [column(legend.title, legend.classes, x: 0)]
      + (legend.others.isEmpty ? [] : [column(legend.othersTitle, legend.others, x: second)])
    let heights = columns.map(\.height)
    height =
      isWide
      ? heights.max() ?? 0
      : heights.reduce(0, +) + Double(max(0, heights.count - 1)) * LegendBlock.gap
    self.columnWidth = columnWidth
    self.isWide = isWide
  }

  /// Where the bars begin in a column.
  private var countX: Double { columnWidth - LegendBlock.longestBar - size * 2.2 }

  private static func height(of text: TextBlock) -> Double {
    max(text.height, swatch.height) + 4
  }

  /// Draws the legend with its top left corner at (`x`, `y`).
  func write(
    to svg: inout MarkupWriter, x: Double, y: Double, paint: Paint
  ) {
    svg.open("g", [("role", "group"), ("aria-label", legend.label.withoutBreakMarks)])
    var top = y
    for column in columns {
      var rowTop = isWide ? y : top
      if let title = column.title {
        title.write(to: &svg, x: x + column.x, y: rowTop)
        if column.hasCounts {
          TextBlock(legend.countTitle, width: 1000, size: size).write(
            to: &svg, x: x + column.x + countX, y: rowTop, color: paint.theme.quiet)
        }
        rowTop += title.height
      }
      for (row, text) in column.rows {
        write(row, text, to: &svg, x: x + column.x, y: rowTop, paint: paint)
        rowTop += LegendBlock.height(of: text)
      }
      top = rowTop + LegendBlock.gap
    }
    svg.close()
  }

  private func write(
    _ row: Legend.Row, _ text: TextBlock, to svg: inout MarkupWriter, x: Double, y: Double,
    paint: Paint
  ) {
    let swatch = LegendBlock.swatch
    // One phrase for a screen reader, which would read text and number as strangers.
    let phrase = row.count.map { "\(row.text): \($0)" } ?? row.text
    svg.open("g", [("role", "img"), ("aria-label", phrase.withoutBreakMarks)])
    svg.open("g", [("aria-hidden", "true")])
    defer {
      svg.close()
      svg.close()
    }
    let middle = y + max(text.lineHeight, swatch.height) / 2 + 2
    writeSwatch(row, to: &svg, x: x, middle: middle, paint: paint)
    text.write(
      to: &svg, x: x + swatch.width + LegendBlock.gap, y: middle - text.lineHeight / 2)
    guard let count = row.count else { return }
    let largest = (legend.classes + legend.others).compactMap(\.count).max() ?? 0
    let bar = largest == 0 ? 0 : LegendBlock.longestBar * Double(count) / Double(largest)
    let left = x + countX
    svg.empty(
      "rect",
      [
        ("x", left.short), ("y", (middle - 4).short), ("width", bar.short), ("height", "8"),
        ("fill", paint.theme.bar.hex),
      ])
    TextBlock(String(count), width: 1000, size: size).write(
      to: &svg, x: left + bar + 5, y: middle - (size * 1.3).rounded() / 2)
  }

  private func writeSwatch(
    _ row: Legend.Row, to svg: inout MarkupWriter, x: Double, middle: Double,
    paint: Paint
  ) {
    let swatch = LegendBlock.swatch
    if let symbol = row.symbol {
      TextBlock(symbol, width: swatch.width, size: size).write(
        to: &svg, x: x + swatch.width / 2, y: middle - (size * 1.3).rounded() / 2,
        attributes: [("text-anchor", "middle")])
      return
    }
    let outline = paint.theme.outline(isHeavy: row.isOutlined)
    svg.empty(
      "rect",
      [
        ("x", x.short), ("y", (middle - swatch.height / 2).short),
        ("width", swatch.width.short), ("height", swatch.height.short),
        ("fill", row.fill.map { paint($0) } ?? "none"), ("stroke", outline.color.hex),
        ("stroke-width", outline.width.short),
      ])
  }
}
