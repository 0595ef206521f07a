/// What the fills of a bivariate map mean: a square of colours, one measure along each side.
public struct MatrixLegend: Sendable, Hashable {
  /// One colour of the square.
  public struct Cell: Sendable, Hashable {
    /// Its colour.
    public var color: Color
    /// What stands in it and on the map: `C3`.
    public var mark: String
    /// How many areas.
    public var count: Int
    /// What it means, for a screen reader.
    public var description: String

    /// A colour with its meaning.
    public init(color: Color, mark: String, count: Int, description: String) {
      self.color = color
      self.mark = mark
      self.count = count
      self.description = description
    }
  }

  /// The colours, row by row from the top.
  public var rows: [[Cell]]
  /// Bounds of the rows, from the top: `27–45`.
  public var rowTexts: [String]
  /// Bounds of the columns.
  public var columnTexts: [String]
  /// What the rows measure; it stands over them.
  public var rowTitle: String
  /// What the columns measure; it stands under them.
  public var columnTitle: String

  /// A square of colours.
  public init(
    rows: [[Cell]], rowTexts: [String], columnTexts: [String], rowTitle: String,
    columnTitle: String
  ) {
    self.rows = rows
    self.rowTexts = rowTexts
    self.columnTexts = columnTexts
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
  }
}

/// The square laid out.
struct MatrixBlock {
  private let matrix: MatrixLegend
  private let size: Double
  private let rowTitle: TextBlock
  private let columnTitle: TextBlock
  private let textWidth: Double
  private let cell: (width: Double, height: Double)

  init(_ matrix: MatrixLegend, width: Double, size: Double) {
    self.matrix = matrix
    self.size = size
    rowTitle = TextBlock(matrix.rowTitle, width: width, size: size)
    columnTitle = TextBlock(matrix.columnTitle, width: width, size: size)
    func widest(_ texts: [String]) -> Double {
      texts.map { TextMeasure.width(of: $0, size: size) }.max() ?? 0
    }
    textWidth = widest(matrix.rowTexts) + 8
    let count = Double(max(1, matrix.columnTexts.count))
    let wanted = max(widest(matrix.columnTexts) + 8, 60)
    cell = (min(wanted, (width - textWidth) / count), 30)
  }

  private var lineHeight: Double { (size * 1.3).rounded() }

  /// Height in pixels.
  var height: Double {
    rowTitle.height + 4 + Double(matrix.rows.count) * cell.height + lineHeight + 4
      + columnTitle.height + 4
  }

  /// Draws it with its top left corner at (`x`, `y`).
  func write(to svg: inout MarkupWriter, x: Double, y: Double, theme: Theme) {
    rowTitle.write(to: &svg, x: x, y: y)
    let top = y + rowTitle.height + 4
    for (row, cells) in matrix.rows.enumerated() {
      let cellTop = top + Double(row) * cell.height
      TextBlock(matrix.rowTexts[row], width: 1000, size: size).write(
        to: &svg, x: x + textWidth - 6, y: cellTop + (cell.height - lineHeight) / 2,
        attributes: [("text-anchor", "end"), ("aria-hidden", "true")])
      for (column, entry) in cells.enumerated() {
        write(
          entry, to: &svg, x: x + textWidth + Double(column) * cell.width, y: cellTop, theme: theme)
      }
    }
    let bottom = top + Double(matrix.rows.count) * cell.height + 2
    for (column, text) in matrix.columnTexts.enumerated() {
      TextBlock(text, width: 1000, size: size).write(
        to: &svg, x: x + textWidth + (Double(column) + 0.5) * cell.width, y: bottom,
        attributes: [("text-anchor", "middle"), ("aria-hidden", "true")])
    }
    columnTitle.write(to: &svg, x: x, y: bottom + lineHeight + 2)
  }

  private func write(
    _ entry: MatrixLegend.Cell, to svg: inout MarkupWriter, x: Double, y: Double, theme: Theme
  ) {
    let phrase = "\(entry.description): \(entry.count.grouped)".withoutBreakMarks
    svg.open("g", [("role", "img"), ("aria-label", phrase)])
    svg.open("g", [("aria-hidden", "true")])
    let line = theme.outline(isHeavy: false)
    svg.empty(
      "rect",
      [
        ("x", x.short), ("y", y.short), ("width", cell.width.short),
        ("height", cell.height.short), ("fill", entry.color.hex), ("stroke", line.color.hex),
        ("stroke-width", line.width.short),
      ])
    let color = entry.color.textColor
    let middle = y + (cell.height - lineHeight) / 2
    TextBlock(entry.mark, width: 1000, size: size, isBold: true).write(
      to: &svg, x: x + 6, y: middle, color: color)
    TextBlock(entry.count.grouped, width: 1000, size: size).write(
      to: &svg, x: x + cell.width - 6, y: middle, color: color,
      attributes: [("text-anchor", "end")])
    svg.close()
    svg.close()
  }
}
