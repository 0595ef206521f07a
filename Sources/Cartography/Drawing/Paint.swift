/// How the fills of one sheet are referred to: colours by themselves, patterns by an id.
struct Paint {
  /// The colours outside the classes.
  let theme: Theme
  private let patterns: [Pattern]
  private let ids: [Pattern: String]

  /// The fills that occur on a sheet; its patterns in the order of areas, then legend, then water.
  init(of sheet: MapSheet, on base: BaseMap, theme: Theme = .light) {
    self.theme = theme
    let rows = sheet.legend.classes + sheet.legend.others
    let water = base.waterPath.isEmpty ? [] : [theme.water]
    var found: [Pattern] = []
    var seen: Set<Pattern> = []
    let areas = sheet.maps.flatMap(\.areas)
    let symbols = areas.compactMap(\.symbol) + (sheet.legend.sizes.map { [$0.fill] } ?? [])
    for fill in areas.map(\.fill) + symbols + rows.compactMap(\.fill) + water {
      if case .pattern(let pattern) = fill, seen.insert(pattern).inserted { found.append(pattern) }
    }
    patterns = found
    ids = Dictionary(
      uniqueKeysWithValues: found.enumerated().map { index, pattern in
        (pattern, "\(sheet.id)-\(pattern.shapes.rawValue)-\(index + 1)")
      })
  }

  /// The value of a `fill` attribute.
  func callAsFunction(_ fill: Fill) -> String {
    switch fill {
    case .color(let color): color.hex
    case .pattern(let pattern): "url(#\(ids[pattern] ?? ""))"
    }
  }

  /// Writes the patterns.
  func writeDefinitions(to svg: inout MarkupWriter) {
    guard !patterns.isEmpty else { return }
    svg.open("defs")
    for pattern in patterns { pattern.write(id: ids[pattern] ?? "", to: &svg) }
    svg.close()
  }
}
