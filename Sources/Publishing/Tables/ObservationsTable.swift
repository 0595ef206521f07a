internal import Geography
internal import Indicators

extension AtlasTable {
  /// One row for each area and indicator: the value with its error, period and source, or the
  /// reason there is none. Indicators in the order of the definition, areas in layer order.
  public static func observations(of atlas: Atlas) -> AtlasTable {
    let codes = atlas.matrix.areaCodes
    let columns = atlas.matrix.columns
    let cells = columns.flatMap(\.cells)
    let origins = columns.flatMap { column in column.cells.map { _ in column.indicator } }
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
    let intervals = cells.map(\.publishedInterval)
    var status = text(
      "status", "What the value is worth, or why there is none.", cells.map(\.status.rawValue))
    status.constraints = .init(isRequired: true, choices: Status.allCases.map(\.rawValue))
    return AtlasTable(
      name: "observations", description: "One row for each area and indicator.",
      rowCount: cells.count,
      fields: [
        text("area_code", "The area's code.", columns.flatMap { _ in codes }),
        text("indicator", "The indicator's id.", origins.map(\.id)),
        real("value", "The figure in the indicator's unit.", cells.map(\.value)),
        status,
        text(
          "reason", "A sentence on the status; null where there is nothing to say.",
          cells.map(\.reason)),
        real(
          "se", "Standard error, in the indicator's unit.",
          cells.map { $0.status.hasValue ? $0.standardError : nil }),
        real("ci_low", "Lower end of the 95 % interval.", intervals.map { $0?.lowerBound }),
        real("ci_high", "Upper end of the 95 % interval.", intervals.map { $0?.upperBound }),
        AtlasField(
          name: "sample_size", title: LocalizedText(["en": "sample_size"]),
          description: "Respondents or cases behind the value.",
          values: .integer(cells.map { $0.status.hasValue ? $0.sampleSize : nil })),
        AtlasField(
          name: "in_statistics", title: LocalizedText(["en": "in_statistics"]),
          description: "Whether index and statistics use the value.",
          constraints: .init(isRequired: true), values: .boolean(cells.map(\.entersStatistics))),
        text(
          "unit", "What one unit is.", origins.map { $0.unit.text(in: "en") }),
        text(
          "period", "When it was measured.",
          zip(cells, origins).map { $0.period ?? ($1.period.isEmpty ? nil : $1.period) }),
        text(
          "source", "Identifiers of the sources.",
          zip(cells, origins).map {
            $0.source ?? ($1.sources.isEmpty ? nil : $1.sources.joined(separator: ", "))
          }),
        text(
          "met_by", "How its row met the area: code, alias, name or crosswalk.", cells.map(\.rule)),
      ])
  }
}
