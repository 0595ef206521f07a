internal import Diagnostics

/// What checks are held against: figures, names, the date of the atlas and the last release.
public struct CheckRun: Sendable {
  /// The figures.
  public var matrix: IndicatorMatrix
  /// What each area is called in messages, in layer order.
  public var labels: [String]
  /// The date that ages are counted on, as `2026-01-31`; without it checks of ages fail.
  public var asOf: String?
  /// Values of the last release by indicator and area code; nil where there is none.
  public var previous: [String: [String: Double]]?

  /// Figures to be checked.
  public init(
    _ matrix: IndicatorMatrix, labels: [String], asOf: String? = nil,
    previous: [String: [String: Double]]? = nil
  ) {
    self.matrix = matrix
    self.labels = labels
    self.asOf = asOf
    self.previous = previous
  }

  /// What each check finds, in their order. Missing values are never taken for zero, and
  /// withheld ones for nothing at all.
  public func results(of checks: [CheckDefinition]) -> [CheckResult] {
    checks.map { check in
      let columns = check.indicators.compactMap { matrix[$0] }
      guard columns.count == check.indicators.count, !columns.isEmpty else {
        return CheckResult(check, .undecided, "an indicator is missing")
      }
      return switch check.rule {
      case .range(let range): self.range(check, columns, range)
      case .sum(let total, let tolerance): sum(check, columns[0], total, tolerance)
      case .monotone: monotone(check, columns)
      case .coverage(let areas): coverage(check, columns, areas)
      case .age(let years): age(check, columns, years)
      case .correlation(let range): correlation(check, columns, range)
      case .change(let limit, let inPercent): change(check, columns, limit, inPercent)
      }
    }
  }

  private func range(
    _ check: CheckDefinition, _ columns: [IndicatorMatrix.Column], _ range: ValueRange
  ) -> CheckResult {
    Violations(columns, labels: labels) { _, value, _ in
      range.contains(value) ? nil : value.short
    }
    .result(
      check, codes: matrix.areaCodes, holds: "every value is \(range)",
      fails: "out of the range \(range)")
  }

  private func sum(
    _ check: CheckDefinition, _ column: IndicatorMatrix.Column, _ total: Double,
    _ tolerance: Double
  ) -> CheckResult {
    let id = column.indicator.id.quoted
    if column.cells.contains(where: { $0.status == .suppressed }) {
      return CheckResult(check, .undecided, "values of \(id) are withheld")
    }
    let missing = column.cells.indices.filter { column.cells[$0].value == nil }
    if !missing.isEmpty {
      return CheckResult(
        check, .failed,
        "\(id) has no value in \(missing.map { labels[$0] }.joined(separator: ", "))",
        areas: missing.map { matrix.areaCodes[$0] })
    }
    let sum = column.cells.compactMap(\.value).reduce(0, +)
    let holds = abs(sum - total) <= max(tolerance, 1e-9 * abs(total))
    return CheckResult(
      check, holds ? .passed : .failed,
      "the values of \(id) add up to \(sum.short)" + (holds ? "" : ", not \(total.short)"))
  }

  private func monotone(_ check: CheckDefinition, _ columns: [IndicatorMatrix.Column])
    -> CheckResult
  {
    // Each column is held against the last one before it that has a value there.
    var highest = [(id: String, value: Double)?](repeating: nil, count: labels.count)
    return Violations(columns, labels: labels) { area, value, column in
      defer { highest[area] = (column.indicator.id, value) }
      guard let before = highest[area], value < before.value else { return nil }
      return "is \(value.short), and \(before.id.quoted) is \(before.value.short)"
    }
    .result(
      check, codes: matrix.areaCodes, holds: "\(check.indicators.listed()) ascend in every area",
      fails: "below those of the indicator before")
  }

  private func coverage(
    _ check: CheckDefinition, _ columns: [IndicatorMatrix.Column], _ areas: Int
  ) -> CheckResult {
    let short = columns.filter { $0.valueCount < areas }
    if short.isEmpty {
      return CheckResult(check, .passed, "at least \(count(areas, "area")) have a value")
    }
    let counts = short.map { "\($0.indicator.id.quoted) in \($0.valueCount)" }
    return CheckResult(
      check, .failed,
      "there are values of \(counts.joined(separator: ", ")) of \(count(labels.count, "area")), "
        + "and \(areas) are asked for",
      areas: labels.indices.filter { area in short.contains { $0.cells[area].value == nil } }
        .map { matrix.areaCodes[$0] })
  }

  private func age(
    _ check: CheckDefinition, _ columns: [IndicatorMatrix.Column], _ years: Double
  ) -> CheckResult {
    guard let asOf, let today = PeriodEnd.day(of: asOf) else {
      return CheckResult(
        check, .failed, "there is no date, 'as_of', on which ages could be counted")
    }
    var unreadable: [String] = []
    let old = Violations(columns, labels: labels) { area, _, column in
      let period = column.cells[area].period ?? column.indicator.period
      guard let end = PeriodEnd.day(of: period) else {
        unreadable.append(period)
        return nil
      }
      // A year of the Gregorian calendar has 365.2425 days.
      return Double(today - end) > years * 365.2425 ? "is of \(period)" : nil
    }
    if old.texts.isEmpty, let period = unreadable.first {
      return CheckResult(check, .undecided, "the period \(period.quoted) is no date")
    }
    let limit = "older than \(years.short) \(years == 1 ? "year" : "years") on \(asOf)"
    return old.result(
      check, codes: matrix.areaCodes, holds: "no value is \(limit)", fails: limit)
  }

  private func correlation(
    _ check: CheckDefinition, _ columns: [IndicatorMatrix.Column], _ range: ValueRange
  ) -> CheckResult {
    guard columns.count == 2 else { return CheckResult(check, .undecided, "it takes two") }
    let both = zip(columns[0].cells, columns[1].cells).compactMap { one, other in
      one.value.flatMap { value in other.value.map { (value, $0) } }
    }
    let names = check.indicators.listed()
    guard let found = rankCorrelation(both.map(\.0), both.map(\.1)) else {
      return CheckResult(
        check, .undecided,
        "\(names) have \(count(both.count, "area")) in common, too few or all alike")
    }
    // Two digits are all that such a check is about.
    let shown = ((found * 100).rounded() / 100).short
    let holds = range.contains(found)
    return CheckResult(
      check, holds ? .passed : .failed,
      "the rank correlation of \(names) is \(shown)" + (holds ? "" : ", not \(range)"))
  }

  private func change(
    _ check: CheckDefinition, _ columns: [IndicatorMatrix.Column], _ limit: Double,
    _ inPercent: Bool
  ) -> CheckResult {
    guard let previous, check.indicators.contains(where: { previous[$0] != nil }) else {
      return CheckResult(check, .undecided, "there is no earlier release to compare with")
    }
    let most = "more than \(limit.short)\(inPercent ? " %" : "")"
    return Violations(columns, labels: labels) { area, value, column in
      guard let before = previous[column.indicator.id]?[matrix.areaCodes[area]] else { return nil }
      let reach = inPercent ? limit / 100 * abs(before) : limit
      return abs(value - before) > reach ? "from \(before.short) to \(value.short)" : nil
    }
    .result(
      check, codes: matrix.areaCodes, holds: "no value moved by \(most)",
      fails: "moved by \(most)")
  }
}
