import Indicators

extension History {
  /// Carries the figures of `old` over to areas that have other outlines in `new`, where a
  /// crosswalk leads from the areas of `old` to the area set of `new`. Without one their series
  /// begin anew.
  ///
  /// - Parameter measures: whether a figure is a count or a rate, by id.
  mutating func carry(
    _ old: Snapshot, of release: String, to new: Snapshot, through crosswalks: [Crosswalk],
    areaSet: String?, measures: [String: IndicatorDefinition.Measure]
  ) {
    let codes = Set(old.areas.map(\.code))
    guard
      let crosswalk = crosswalks.first(where: {
        $0.to == areaSet && Set($0.fromCodes) == codes
      })
    else { return }
    let later = Dictionary(new.properties.map { ($0.id, $0) }) { first, _ in first }
    let outlines = Dictionary(old.areas.map { ($0.code, $0.outline) }) { first, _ in first }
    for property in old.properties where property.index == nil {
      guard let measure = measures[property.id] else { continue }
      let cells = Dictionary(
        old.areas.compactMap { area in
          area.cells[property.id].map {
            (area.code, IndicatorValue(value: $0.value, status: $0.status))
          }
        }
      ) { first, _ in first }
      for area in new.areas where outlines[area.code] != area.outline {
        let cell = crosswalk.cell(of: area.code, from: cells, measure: measure)
        guard cell.value != nil, area.cells[property.id]?.status != .suppressed else { continue }
        let statement = Statement(
          value: cell.value, status: cell.status, period: property.period,
          unit: property.unit, outline: area.outline)
        // Where the same crosswalk moved today's figures, they say it already.
        let now = later[property.id].flatMap { new.statement(of: $0, in: area) }
        if let now, statement.says(now) { continue }
        entries.append(
          Entry(release: release, area: area.code, property: property.id, statement: statement))
      }
    }
  }
}
