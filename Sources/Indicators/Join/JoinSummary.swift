extension JoinReport {
  /// The report in lines for people: what each table brought, each row that needs a hand (up
  /// to `limit`; none for 0), and how many areas each indicator reached.
  public func summary(limit: Int = 20) -> [String] {
    let files = rows.map(\.file).uniqued
    var lines = files.map(line(ofFile:))
    let troubled = rows.filter(\.needsAttention)
    for row in troubled.prefix(limit) {
      let place = row.file + (row.line.map { ":\($0)" } ?? "")
      let meant = row.suggestions.isEmpty ? "" : "; perhaps \(row.suggestions.listed())"
      let area = row.line == nil ? row.areaCode ?? "" : row.area
      lines.append("  \(place): \(row.indicator) \(area.quoted): \(row.reason)\(meant)")
    }
    if limit > 0, troubled.count > limit {
      lines.append("  and \(troubled.count - limit) more in join-report.csv")
    }
    for entry in coverage where entry.withValue < entry.areas {
      lines.append(
        "\(entry.indicator): \(entry.withValue) of \(count(entry.areas, "area")) "
          + "\(entry.withValue == 1 ? "has" : "have") a value")
    }
    return lines
  }

  private func line(ofFile file: String) -> String {
    let own = rows.filter { $0.file == file && $0.line != nil }
    let met = own.filter { $0.rule != nil }
    let rules = MatchRule.allCases.compactMap { rule -> String? in
      let number = met.count { $0.rule == rule }
      return number > 0 ? "\(number) by \(rule.rawValue)" : nil
    }
    var parts = ["\(count(own.count, "row")) read", "\(met.count) met an area"]
    if !rules.isEmpty { parts[1] += " (\(rules.joined(separator: ", ")))" }
    for outcome in Outcome.allCases where outcome != .met {
      let number = own.count { $0.outcome == outcome }
      if number > 0 { parts.append("\(number) \(outcome.rawValue)") }
    }
    return "\(file): \(parts.joined(separator: ", "))"
  }
}

extension JoinReport.Row {
  /// Whether somebody should look at the row.
  var needsAttention: Bool {
    switch outcome {
    case .unmatched, .ambiguous, .conflict, .duplicate, .invalid, .noPeriod: true
    default: false
    }
  }
}
