extension ObservationReading {
  /// Periods of the rows that were passed over for theirs, by the code of their area; none where
  /// the indicator met every area of the layer all the same.
  func otherPeriods(of number: Int) -> [String: [String]] {
    let name = definition.columns.period ?? "period"
    guard met[number].count < gazetteer.layerCount, let column = table.column(name) else {
      return [:]
    }
    let areas = [
      definition.columns.areaCode ?? "area_code", definition.columns.areaName ?? "area_name",
    ]
    .compactMap(table.column)
    var byArea: [String: Set<String>] = [:]
    for row in otherPeriodRows[number] {
      let area = areas.lazy.map { table.text(row: row, column: $0) }.first { !$0.isEmpty } ?? ""
      byArea[area, default: []].insert(table.text(row: row, column: column))
    }
    var byCode: [String: Set<String>] = [:]
    for (area, periods) in byArea {
      if case .met(let met, _) = gazetteer.match(area, for: definition) {
        byCode[gazetteer.codes[met], default: []].formUnion(periods)
      }
    }
    return byCode.mapValues { $0.sorted() }
  }
}
