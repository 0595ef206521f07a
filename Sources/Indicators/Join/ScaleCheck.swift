internal import Diagnostics

/// Finds shares where percentages are declared, and the other way round.
struct ScaleCheck {
  let indicator: IndicatorDefinition
  let table: Table

  /// What is wrong with the scale of all values together; nil where nothing is.
  ///
  /// Values that all lie within 0–1, at least five of them and not all of them 0, are taken for
  /// shares where the declared range is 0–100.
  func problem(_ cells: some Collection<IndicatorValue>, file: String) -> Problem? {
    let values = cells.compactMap(\.value)
    guard indicator.checksScale, values.count >= 5, indicator.suppression?.basis != .count,
      indicator.range.minimum == 0, indicator.range.maximum == 100,
      values.allSatisfy({ (0...1).contains($0) }), values.contains(where: { $0 > 0 })
    else { return nil }
    return Problem(
      "all \(values.count) values of \(indicator.indicator.id.quoted) in \(file.quoted) lie "
        + "within 0 to 1, where the range is 0 to 100",
      at: indicator.place ?? Place(file: file),
      remedy: (table.isSheet ? "a spreadsheet keeps 53 % as 0.53; " : "")
        + "multiply them by 100, or switch off 'check_scale' if they are that small")
  }
}

extension Table {
  fileprivate var isSheet: Bool {
    if case .sheet = origin { true } else { false }
  }
}
