/// A box of whole cells.
struct CellBox: Sendable, Hashable {
  var column = 0
  var row = 0
  var width: Int
  var height: Int

  /// The box of cells at (`column`, `row`).
  init(column: Int, row: Int, width: Int, height: Int) {
    self.column = column
    self.row = row
    self.width = width
    self.height = height
  }

  /// A box that holds so many pixels each way.
  init(width: Double, height: Double) {
    self.width = Int((width / CellGrid.side).rounded(.up))
    self.height = Int((height / CellGrid.side).rounded(.up))
  }

  /// The same box in pixels.
  var pixels: PixelBox {
    PixelBox(
      x: Double(column) * CellGrid.side, y: Double(row) * CellGrid.side,
      width: Double(width) * CellGrid.side, height: Double(height) * CellGrid.side)
  }
}
