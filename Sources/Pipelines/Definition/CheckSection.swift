import Diagnostics
import Indicators

/// One entry of the `checks:` section: what must hold of the figures.
struct CheckSection {
  var definition: CheckDefinition
  /// Where each indicator is named.
  var indicators: [Placed<String>]

  init?(_ id: Placed<String>, _ section: Section) {
    defer { section.finish() }
    indicators = section.list("of") ?? []
    if indicators.isEmpty { section.reportMissing("of", remedy: "name an indicator, or several") }
    let severity = section.word("severity", CheckDefinition.Severity.self) ?? .fail
    let reason = section.text("reason")
    let rules = section.rules()
    guard let rule = rules.first, rules.count == 1 else {
      section.log.add(
        "the check '\(id.value)' says \(rules.isEmpty ? "nothing" : "\(rules.count) things") that "
          + "must hold", at: id.place,
        remedy: "give one of \(Section.ruleNames.joined(separator: ", "))")
      return nil
    }
    definition = CheckDefinition(
      id: id.value, rule: rule, indicators: indicators.map(\.value), severity: severity,
      reason: reason, place: id.place)
    if let needed = rule.indicatorCount, !needed.contains(indicators.count), !indicators.isEmpty {
      section.log.add(
        "'\(rule.name)' is of \(counted(indicators.count, "indicator")) here",
        at: section.place(of: "of"),
        remedy: needed.upperBound == .max
          ? "name at least \(needed.lowerBound)" : "name \(needed.lowerBound)")
      return nil
    }
  }
}

extension CheckDefinition.Rule {
  /// How many indicators it takes; nil for any number.
  fileprivate var indicatorCount: ClosedRange<Int>? {
    switch self {
    case .sum: 1...1
    case .correlation: 2...2
    case .monotone: 2...Int.max
    case .range, .coverage, .age, .change: nil
    }
  }
}

extension Section {
  fileprivate static let ruleNames = [
    "range", "sum_equals", "monotone", "coverage", "not_older_than", "correlation",
    "change_at_most", "change_at_most_percent",
  ]

  /// Every rule that the section states.
  fileprivate func rules() -> [CheckDefinition.Rule] {
    let anyNumber = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    let notNegative = 0...Double.greatestFiniteMagnitude
    let tolerance = number("tolerance", in: notNegative) ?? 0
    let stated: [CheckDefinition.Rule?] = [
      has("range") ? .range(range("range")) : nil,
      number("sum_equals", in: anyNumber).map { .sum($0, tolerance: tolerance) },
      flag("monotone") == true ? .monotone : nil,
      integer("coverage", in: 1...Int.max).map { .coverage($0) },
      number("not_older_than", in: notNegative).map { .age($0) },
      has("correlation") ? .correlation(range("correlation")) : nil,
      number("change_at_most", in: notNegative).map { .change($0, inPercent: false) },
      number("change_at_most_percent", in: notNegative).map { .change($0, inPercent: true) },
    ]
    return stated.compactMap(\.self)
  }
}
