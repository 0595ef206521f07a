internal import Geography
internal import Indicators

/// An indicator's columns: `<id>`, `<id>_status`, `<id>_last_read` where its figures may be of an
/// earlier day, and `<id>_se`, `<id>_ci_low`, `<id>_ci_high`
/// where the indicator has errors.
func indicatorFields(of column: IndicatorMatrix.Column) -> [AtlasField] {
  let indicator = column.indicator
  let value = AtlasField(
    name: indicator.id, title: indicator.title, unit: indicator.unit,
    description: meaning(of: indicator), values: .real(column.cells.map(\.value)))
  let status = AtlasField(
    name: "\(indicator.id)_status", title: indicator.title.noting(FieldWords.status),
    description: "What the value of '\(indicator.id)' is worth, or why there is none.",
    constraints: .init(isRequired: true, choices: Status.allCases.map(\.rawValue)),
    values: .text(column.cells.map(\.status.rawValue)))
  return [value, status] + dayField(of: column) + errorFields(of: column)
}

/// `<id>_last_read` where figures of an earlier day may stand in, so that who takes a figure out
/// of the data takes its day along.
private func dayField(of column: IndicatorMatrix.Column) -> [AtlasField] {
  guard column.mayBeStale else { return [] }
  let indicator = column.indicator
  let day = column.lastRead.flatMap { CalendarDate($0) }
  return [
    AtlasField(
      name: "\(indicator.id)_last_read", title: indicator.title.noting(FieldWords.lastRead),
      description:
        "The day on which the source of '\(indicator.id)' was last read, where the value "
        + "stands in for one that could not be read; null where it was read for this release.",
      values: .date(column.cells.map { $0.value == nil ? nil : day }))
  ]
}

private func errorFields(of column: IndicatorMatrix.Column) -> [AtlasField] {
  guard column.indicator.hasError else { return [] }
  let indicator = column.indicator
  let intervals = column.cells.map(\.publishedInterval)
  func field(
    _ suffix: String, _ word: LocalizedText, _ description: String, _ values: [Double?],
    minimum: Double? = nil
  ) -> AtlasField {
    AtlasField(
      name: "\(indicator.id)_\(suffix)", title: indicator.title.noting(word),
      unit: indicator.unit, description: description, constraints: .init(minimum: minimum),
      values: .real(values))
  }
  let origin = "of the 95 % confidence interval; null where the value has none."
  return [
    field(
      "se", FieldWords.standardError,
      "Standard error of '\(indicator.id)', in its unit; null where the value has none.",
      column.cells.map { $0.status.hasValue ? $0.standardError : nil }, minimum: 0),
    field(
      "ci_low", FieldWords.intervalLow, "Lower end \(origin)", intervals.map { $0?.lowerBound }),
    field(
      "ci_high", FieldWords.intervalHigh, "Upper end \(origin)", intervals.map { $0?.upperBound }),
  ]
}

private func meaning(of indicator: Indicator) -> String {
  var text = "\(indicator.title.text(in: "en")), \(indicator.unit.text(in: "en"))"
  if !indicator.period.isEmpty { text += ", \(indicator.period)" }
  text += "."
  switch indicator.direction {
  case .highIsWorse: text += " Higher is worse."
  case .lowIsWorse: text += " Lower is worse."
  case .none: break
  }
  if !indicator.sources.isEmpty {
    text += " Source: \(indicator.sources.joined(separator: ", "))."
  }
  return text + " Null has its reason in '\(indicator.id)_status'."
}

extension IndicatorValue {
  /// The 95 % interval; nil without a value, so that none is given away.
  var publishedInterval: ClosedRange<Double>? { status.hasValue ? interval : nil }
}
