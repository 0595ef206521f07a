/// The colours of a sheet outside its classes: on white, on black, or without colour for print.
public struct Theme: Sendable, Hashable {
  /// Behind everything.
  var paper: Color
  /// Text and thin lines.
  var ink: Color
  /// Text of less weight: subtitle.
  var quiet: Color
  /// Text of least weight: credits.
  var faint: Color
  /// Land around.
  var land: Color
  /// Sea.
  var sea: Color
  /// Lines between areas, which lie on lines of paper's colour.
  var line: Color
  /// The heavy outline.
  var heavy: Color
  /// Bars of the legend.
  var bar: Color
  /// Whether fills lose their colours.
  var isGrey: Bool

  /// On white.
  public static let light = Theme(
    paper: .white, ink: .ink, quiet: Color(0x4A4A4A), faint: Color(0x595959),
    land: Color(0xEDEAE4), sea: Color(0xF3F7FA), line: Color(0x333333), heavy: .black,
    bar: Color(0x767676), isGrey: false)

  /// On black, for pages that are dark. Classes keep their colours; fills that say that there is
  /// nothing to say are dark.
  public static let dark = Theme(
    paper: Color(0x15181C), ink: Color(0xF2F2F2), quiet: Color(0xC9CCD1), faint: Color(0xB3B7BD),
    land: Color(0x2A2D31), sea: Color(0x1B232C), line: Color(0xE6E6E6), heavy: .white,
    bar: Color(0x8D939B), isGrey: false)

  /// In black ink on paper.
  public static let print = Theme(
    paper: .white, ink: .black, quiet: Color(0x404040), faint: Color(0x505050),
    land: .white, sea: Color(0xF2F2F2), line: Color(0x333333), heavy: .black,
    bar: Color(0x767676), isGrey: true)

  private var isDark: Bool { paper.luminance < 0.5 }

  /// A sheet with its fills in this theme.
  ///
  /// In print the colours of plain classes become as many greys, equal steps of lightness apart,
  /// light where the colours were light; any other colour becomes the grey as light as it is.
  func applied(to sheet: MapSheet) -> MapSheet {
    guard isGrey || isDark else { return sheet }
    let classes = sheet.legend.classes.compactMap(\.fill)
    let colors = classes.compactMap { fill in
      if case .color(let color) = fill { color } else { nil }
    }
    let isPlain = colors.count == classes.count
    var replaced: [Fill: Fill] = [:]
    if isGrey, isPlain, Set(colors).count == colors.count, colors.count <= 9 {
      let greys = Theme.greys(colors.count)
      let isRising = (colors.last?.luminance ?? 0) > (colors.first?.luminance ?? 0)
      for (color, grey) in zip(colors, isRising ? greys.reversed() : greys) {
        replaced[.color(color)] = .color(grey)
      }
    } else if isDark, isPlain {
      for fill in classes { replaced[fill] = fill }
    }
    func themed(_ fill: Fill) -> Fill { replaced[fill] ?? self(fill) }
    return sheet.mappingFills(themed)
  }

  /// The line around an area, or the heavy one that marks it.
  func outline(isHeavy: Bool) -> (color: Color, width: Double) {
    isHeavy ? (heavy, 2.6) : (line, 0.7)
  }

  /// The fill of water.
  var water: Fill { self(.pattern(.water)) }

  private func callAsFunction(_ fill: Fill) -> Fill {
    switch fill {
    case .color(let color): .color(self(color))
    case .pattern(.water) where isDark:
      .pattern(Pattern(.waves, Color(0x6FA3CF), on: Color(0x1E3A52)))
    case .pattern(let pattern) where isGrey || pattern.background.isGrey:
      .pattern(
        Pattern(pattern.shapes, self(pattern.foreground), on: self(pattern.background)))
    case .pattern: fill
    }
  }

  /// Greys change sides on a dark ground, and colours lose theirs in print.
  private func callAsFunction(_ color: Color) -> Color {
    if isGrey { return color.grey }
    guard color.isGrey else { return color }
    return Color(lightness: 116 - LabColor(color).l)
  }

  /// Greys from light to dark, equal steps of lightness apart.
  static func greys(_ count: Int) -> [Color] {
    (0..<count).map {
      Color(
        lightness: 96 - 80 * (Double($0) + (count == 1 ? 0.5 : 0))
          / Double(max(1, count - 1)))
    }
  }
}

extension MapSheet {
  /// The sheet with other fills in the map and its legend.
  fileprivate func mappingFills(_ map: (Fill) -> Fill) -> MapSheet {
    func areas(_ areas: [MapArea]) -> [MapArea] {
      areas.map { area in
        var area = area
        area.fill = map(area.fill)
        area.symbol = area.symbol.map(map)
        return area
      }
    }
    func rows(_ rows: [Legend.Row]) -> [Legend.Row] {
      rows.map { row in
        var row = row
        row.fill = row.fill.map(map)
        return row
      }
    }
    var sheet = self
    sheet.areas = areas(sheet.areas)
    for panel in sheet.panels.indices {
      sheet.panels[panel].areas = areas(sheet.panels[panel].areas)
    }
    sheet.legend.classes = rows(sheet.legend.classes)
    sheet.legend.others = rows(sheet.legend.others)
    if let sizes = sheet.legend.sizes { sheet.legend.sizes?.fill = map(sizes.fill) }
    let cells = sheet.legend.matrix?.rows ?? []
    sheet.legend.matrix?.rows = cells.map { cells in
      cells.map { cell in
        var cell = cell
        cell.color = map(.color(cell.color)).background
        return cell
      }
    }
    return sheet
  }
}
