internal import Geography
internal import Indicators

extension AtlasTable {
  /// One row for each area and indicator: the value with its error, period and source, or the
  /// reason there is none. Indicators in the order of the definition, areas in layer order.
  public static func observations(of atlas: Atlas) -> AtlasTable {
    let codes = atlas.matrix.areaCodes
    let columns = atlas.matrix.columns
    func each<Value>(_ value: (IndicatorValue, Indicator) -> Value) -> [Value] {
      columns.flatMap { column in column.cells.map { value($0, column.indicator) } }
    }
    func text(_ name: String, _ description: String, _ values: [String?]) -> AtlasField {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        values: .text(values))
    }
    func real(_ name: String, _ description: String, _ values: [Double?]) -> AtlasField {
      AtlasField(
        name: name, title: LocalizedText(["en": name]), description: description,
        values: .real(values))
    }
    var status = text(
      "status", "What the value is worth, or why there is none.",
      each { cell, _ in cell.status.rawValue })
    status.constraints = .init(isRequired: true, choices: Status.allCases.map(\.rawValue))
    return AtlasTable(
      name: "observations", description: "One row for each area and indicator.",
      rowCount: columns.count * codes.count,
      fields: [
        text("area_code", "The area's code.", columns.flatMap { _ in codes }),
        text("indicator", "The indicator's id.", each { $1.id }),
        real("value", "The figure in the indicator's unit.", each { cell, _ in cell.value }),
        status,
        text(
          "reason", "A sentence on the status; null where there is nothing to say.",
          each { cell, _ in cell.reason }),
        real(
          "se", "Standard error, in the indicator's unit.",
          each { cell, _ in cell.status.hasValue ? cell.standardError : nil }),
        real(
          "ci_low", "Lower end of the 95 % interval.",
          each { cell, _ in cell.publishedInterval?.lowerBound }),
        real(
          "ci_high", "Upper end of the 95 % interval.",
          each { cell, _ in cell.publishedInterval?.upperBound }),
        AtlasField(
          name: "sample_size", title: LocalizedText(["en": "sample_size"]),
          description: "Respondents or cases behind the value.",
          values: .integer(each { cell, _ in cell.status.hasValue ? cell.sampleSize : nil })),
        AtlasField(
          name: "in_statistics", title: LocalizedText(["en": "in_statistics"]),
          description: "Whether index and statistics use the value.",
          constraints: .init(isRequired: true),
          values: .boolean(each { cell, _ in cell.entersStatistics })),
        text(
          "unit", "What one unit is.", each { $1.unit.text(in: "en") }),
        text(
          "period", "When it was measured.",
          each { $0.period ?? ($1.period.isEmpty ? nil : $1.period) }),
        text(
          "source", "Identifiers of the sources.",
          each {
            $0.source ?? ($1.sources.isEmpty ? nil : $1.sources.joined(separator: ", "))
          }),
        text(
          "met_by", "How its row met the area: code, alias, name or crosswalk.",
          each { cell, _ in cell.rule }),
      ])
  }
}
