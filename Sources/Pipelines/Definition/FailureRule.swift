/// What happens to an indicator when its figures cannot be read or fail their checks.
struct FailureRule: Sendable, Hashable {
  /// The words of `on_failure`.
  enum Choice: String, CaseIterable, Sendable {
    /// The run fails, and the last release stands.
    case fail
    /// The figures of the last release are shown, with their date.
    case stale
    /// The indicator stays without figures.
    case drop
  }

  var choice: Choice
  /// For how many days figures of the last release may stand in; nil for as long as it takes.
  var maximumAge: Int?

  init(_ section: Section) {
    choice = section.word("on_failure", Choice.self) ?? .fail
    maximumAge = section.integer("maximum_age", in: 0...100_000)
    if maximumAge != nil, choice != .stale {
      section.log.add(
        "'\(section.shown("maximum_age"))' says nothing without 'on_failure: stale'",
        at: section.place(of: "maximum_age"), remedy: "add 'on_failure: stale', or remove it")
    }
  }
}

extension [IndicatorSection] {
  /// Whether a run may go on without a table: it has indicators, and each of them may fail.
  func mayDoWithout(table: String) -> Bool {
    let own = filter { $0.table.value == table }
    return !own.isEmpty && own.allSatisfy { $0.onFailure.choice != .fail }
  }
}
