/// Small multiples laid out: maps of one size in rows, each under its title and what found no room
/// on it.
struct PanelGrid {
  private let titles: [TextBlock]
  private let captions: [TextBlock]
  private let columns: Int
  private let width: Double
  private let mapHeight: Double
  private let lineGap = 10.0

  static let columnGap = 14.0

  /// Lays maps of `mapHeight` pixels out under their titles.
  ///
  /// - Parameter captions: what stands below each title; empty for nothing.
  init(_ titles: [String], captions: [String], format: SheetFormat, mapHeight: Double) {
    columns = format.panelColumns(titles.count)
    width = format.panelWidth(titles.count)
    self.mapHeight = mapHeight
    let (width, size) = (width, format.text)
    self.titles = titles.map { TextBlock($0, width: width, size: size, isBold: true, limit: 4) }
    self.captions = captions.map { TextBlock($0, width: width, size: format.label, limit: 4) }
  }

  /// The titles of a row are as high as the highest of them.
  private func titleHeight(row: Int) -> Double {
    let range = row * columns..<min(titles.count, (row + 1) * columns)
    return range.map { titles[$0].height + captions[$0].height }.max() ?? 0
  }

  private var rows: Int { (titles.count + columns - 1) / max(1, columns) }

  /// Height of all rows.
  var height: Double {
    (0..<rows).reduce(0) { $0 + titleHeight(row: $1) + mapHeight + lineGap }
  }

  /// Draws the maps with the grid's top left corner at (`x`, `y`).
  func write(_ maps: [MapDrawing], to svg: inout MarkupWriter, x: Double, y: Double) {
    var top = y
    for row in 0..<rows {
      let titleHeight = titleHeight(row: row)
      for index in row * columns..<min(maps.count, (row + 1) * columns) {
        let left = x + Double(index % columns) * (width + PanelGrid.columnGap)
        let (title, caption) = (titles[index], captions[index])
        let end = top + titleHeight - caption.height
        title.write(
          to: &svg, x: left, y: end - title.height, attributes: [("aria-hidden", "true")])
        caption.write(to: &svg, x: left, y: end, attributes: [("aria-hidden", "true")])
        maps[index].write(to: &svg, x: left, y: top + titleHeight)
      }
      top += titleHeight + mapHeight + lineGap
    }
  }
}

extension SheetFormat {
  /// How many of `count` maps stand side by side.
  func panelColumns(_ count: Int) -> Int {
    max(1, min(count, width >= 560 && count > 4 ? 3 : 2))
  }

  /// Width of one of `count` maps.
  func panelWidth(_ count: Int) -> Double {
    let columns = Double(panelColumns(count))
    return (mapWidth - (columns - 1) * PanelGrid.columnGap) / columns
  }

  /// Tallest that one of `count` maps may be, where all have to fit into a fixed height.
  func panelHeight(_ count: Int) -> Double {
    guard height != nil else { return maximumMapHeight }
    let rows = ((count + panelColumns(count) - 1) / panelColumns(count))
    return maximumMapHeight / Double(rows) - 4 * text
  }
}

extension BaseMap {
  /// The base of each of `count` small multiples: no insets, no scale bar.
  public init(_ ground: Ground, format: SheetFormat, panels count: Int) {
    var ground = ground
    ground.isProjected = false
    self.init(
      GroundLines(ground), width: format.panelWidth(count),
      maximumHeight: format.panelHeight(count), insets: nil, tolerance: Detail.standard.tolerance)
  }
}
