/// The legend laid out: classes in one column, sizes and everything else in another, or below.
struct LegendBlock {
  private let legend: Legend
  private let size: Double
  /// Pixels a unit of the ground's plane.
  private let scale: Double
  private let columns: [Column]
  /// Where the bars begin in a column.
  private let countX: Double
  private let columnWidth: Double
  /// Whether the columns stand side by side.
  private let isWide: Bool
  /// Height of the tallest column.
  let height: Double

  private struct Column {
    var x: Double
    var sections: [Section]
    var height: Double {
      sections.reduce(-LegendBlock.gap) { $0 + $1.height + LegendBlock.gap }
    }
  }

  /// A title, what is drawn under it, and rows.
  private struct Section {
    var title: TextBlock?
    var matrix: MatrixBlock?
    var sizes: (legend: SizeLegend, height: Double)?
    var rows: [(row: Legend.Row, text: TextBlock)]
    var hasCounts: Bool { rows.contains { $0.row.count != nil } }
    var height: Double {
      (title?.height ?? 0) + (matrix?.height ?? 0) + (sizes?.height ?? 0)
        + rows.reduce(0) { $0 + LegendBlock.height(of: $1.text) }
    }
  }

  private static let swatch = (width: 26.0, height: 15.0)
  private static let gap = 8.0
  private static let longestBar = 48.0
  private static let columnGap = 28.0

  /// Lays the legend out in `width` pixels: two columns where there is room for them.
  ///
  /// - Parameter scale: pixels a unit of the ground's plane, for the sizes of circles.
  init(_ legend: Legend, width: Double, size: Double, scale: Double = 1) {
    self.legend = legend
    self.size = size
    self.scale = scale
    let isWide = width >= 560
    let columnWidth = isWide ? (width - LegendBlock.columnGap) / 2 : width
    let numbers = (legend.classes + legend.others).compactMap { $0.count?.grouped }
    // Three digits find room in any legend.
    let numberWidth = numbers.lazy.map { TextMeasure.width(of: $0, size: size) + size * 0.4 }
      .reduce(size * 2.2, max)
    let countWidth = LegendBlock.longestBar + numberWidth
    countX = columnWidth - countWidth
    func section(_ title: String, _ rows: [Legend.Row]) -> Section {
      let textX = LegendBlock.swatch.width + LegendBlock.gap
      return Section(
        title: title.isEmpty
          ? nil : TextBlock(title, width: columnWidth, size: size, isBold: true),
        rows: rows.map {
          let room = columnWidth - textX - ($0.count == nil ? 0 : countWidth + LegendBlock.gap)
          return ($0, TextBlock($0.text, width: room, size: size))
        })
    }
    let second = isWide ? columnWidth + LegendBlock.columnGap : 0
    var classes = section(legend.title, legend.classes)
    classes.matrix = legend.matrix.map { MatrixBlock($0, width: columnWidth, size: size) }
    var sizes = section(legend.sizes?.title ?? "", [])
    sizes.sizes = legend.sizes.map { ($0, $0.height(scale: scale, size: size)) }
    let others = section(legend.othersTitle, legend.others)
    let hasClasses = !legend.classes.isEmpty || legend.matrix != nil
    let left = hasClasses ? [classes] : legend.sizes == nil ? [] : [sizes]
    let right =
      (hasClasses && legend.sizes != nil ? [sizes] : []) + (legend.others.isEmpty ? [] : [others])
    columns = [Column(x: 0, sections: left), Column(x: second, sections: right)].filter {
      !$0.sections.isEmpty
    }
    let heights = columns.map(\.height)
    height =
      isWide
      ? heights.max() ?? 0
      : heights.reduce(0, +) + Double(max(0, heights.count - 1)) * LegendBlock.gap
    self.columnWidth = columnWidth
    self.isWide = isWide
  }

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
      for section in column.sections {
        write(section, to: &svg, x: x + column.x, y: rowTop, paint: paint)
        rowTop += section.height + LegendBlock.gap
      }
      top = rowTop
    }
    svg.close()
  }

  private func write(
    _ section: Section, to svg: inout MarkupWriter, x: Double, y: Double, paint: Paint
  ) {
    var top = y
    if let title = section.title {
      title.write(to: &svg, x: x, y: top)
      if section.hasCounts {
        TextBlock(legend.countTitle, width: 1000, size: size).write(
          to: &svg, x: x + countX, y: top, color: paint.theme.quiet)
      }
      top += title.height
    }
    if let matrix = section.matrix {
      matrix.write(to: &svg, x: x, y: top, theme: paint.theme)
      top += matrix.height
    }
    if let (sizes, height) = section.sizes {
      sizes.write(to: &svg, x: x, y: top, scale: scale, size: size, paint: paint)
      top += height
    }
    for (row, text) in section.rows {
      write(row, text, to: &svg, x: x, y: top, paint: paint)
      top += LegendBlock.height(of: text)
    }
  }

  private func write(
    _ row: Legend.Row, _ text: TextBlock, to svg: inout MarkupWriter, x: Double, y: Double,
    paint: Paint
  ) {
    let swatch = LegendBlock.swatch
    // One phrase for a screen reader, which would read text and number as strangers.
    let phrase = row.count.map { "\(row.text): \($0.grouped)" } ?? row.text
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
    TextBlock(count.grouped, width: 1000, size: size).write(
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

extension Int {
  /// With commas between thousands: `10,106`.
  var grouped: String {
    self < 1000
      ? String(self) : (self / 1000).grouped + "," + String(1000 + self % 1000).dropFirst()
  }
}
