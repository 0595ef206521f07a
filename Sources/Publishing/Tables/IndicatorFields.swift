internal import Geography
internal import Indicators

/// An indicator's columns: `<id>`, `<id>_status`, and `<id>_se`, `<id>_ci_low`, `<id>_ci_high`
/// where any of its values has an error.
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
  return [value, status] + errorFields(of: column)
}

private func errorFields(of column: IndicatorMatrix.Column) -> [AtlasField] {
  guard column.cells.contains(where: \.hasError) else { return [] }
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
  let origin =
    "of the 95 % confidence interval: the source's own, else the value ± 1.96 standard errors."
  return [
    field(
      "se", FieldWords.standardError, "Standard error of '\(indicator.id)', in its unit.",
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
  /// Whether a standard error or an interval stands beside the value.
  var hasError: Bool { status.hasValue && (standardError != nil || interval != nil) }

  /// The source's 95 % interval, else value ± 1.96 standard errors (the normal approximation);
  /// nil without a value or without either.
  var publishedInterval: ClosedRange<Double>? {
    guard let value else { return nil }
    if let interval { return interval }
    guard let standardError, standardError >= 0 else { return nil }
    let reach = 1.959963984540054 * standardError  // 97.5 % point of the standard normal
    return (value - reach)...(value + reach)
  }
}
