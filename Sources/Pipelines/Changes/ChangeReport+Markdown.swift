import Foundation
import Indicators

extension ChangeReport {
  /// `changes.md`: what matters most in a few lines, a small map, a table for each kind of change,
  /// and the same few lines of the releases before.
  var markdown: String {
    var lines = ["# What changed", ""]
    if let previous {
      lines.append("Since the release of \(previousDate ?? Release.day(of: previous)):")
    }
    lines += notes.map { $0.escaped }
    if previous != nil || !notes.isEmpty { lines.append("") }
    if isFirst {
      lines.append(
        notes.isEmpty
          ? "There is no earlier release to compare this one with."
          : "So there is no release to compare this one with.")
    } else if isEmpty {
      lines.append("Nothing changed since the last release.")
    }
    if let failed {
      if isFirst || isEmpty { lines.append("") }
      lines.append("- \(failed.sentences.escaped)")
    }
    if !isFirst, !isEmpty {
      lines += news.map { "- \($0.escaped)" }
      if let picture = pictures.first {
        lines += ["", "![Map of the areas that changed](\(picture))"]
      }
      for kind in Change.Kind.allCases { lines += section(kind) }
    }
    if !earlier.isEmpty {
      lines += [
        "", "## The releases before", "", "Where no hotspot is named, they stayed the same.", "",
      ]
      lines += earlier.map { night in
        "- \(night.day): \(night.headlines.joined(separator: " ").escaped)"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ kind: Change.Kind) -> [String] {
    let changes = changes(kind)
    if changes.isEmpty { return [] }
    let hasArea = changes.contains { $0.area != nil }
    let hasSubject = changes.contains { $0.subject != nil }
    let hasFacts = changes.contains { $0.before != .nothing || $0.after != .nothing }
    let hasCauses = changes.contains { !$0.causes.isEmpty }
    if !hasArea, !hasSubject, !hasFacts { return [] }
    func row(_ cells: [(isShown: Bool, text: String)]) -> String {
      "| " + cells.filter(\.isShown).map(\.text).joined(separator: " | ") + " |"
    }
    let rows = changes.map { change in
      let facts = change.shownFacts
      return row([
        (hasArea, change.name.escaped), (hasSubject, change.topic.escaped),
        (hasFacts, facts.before), (hasFacts, facts.after),
        (hasCauses, causes(of: change).escaped),
      ])
    }
    let header = row([
      (hasArea, "area"), (hasSubject, "what"), (hasFacts, "before"), (hasFacts, "now"),
      (hasCauses, "why"),
    ])
    let columns = [hasArea, hasSubject, hasFacts, hasFacts, hasCauses].count { $0 }
    let rule = "|" + String(repeating: " --- |", count: columns)
    return ["", "## \(kind.heading)", "", header, rule] + rows
  }
}

extension Change {
  /// Both facts in as few digits as show that they differ.
  fileprivate var shownFacts: (before: String, after: String) {
    for decimals in [1, 3] {
      let facts = (before.text(decimals: decimals), after.text(decimals: decimals))
      if facts.0 != facts.1 { return facts }
    }
    return (before.text(decimals: nil), after.text(decimals: nil))
  }
}

extension Change.Fact {
  /// The fact as people read it, numbers rounded to `decimals` or in full.
  fileprivate func text(decimals: Int?) -> String {
    func shown(_ number: Double) -> String {
      guard let decimals else { return number.description }
      return String(format: "%.\(decimals)f", number)
    }
    switch self {
    case .nothing: return "–"
    case .number(let number): return shown(number)
    case .integer(let integer): return String(integer)
    case .text(let text): return text.escaped
    case .flag(let flag): return flag ? "yes" : "no"
    case .numbers(let numbers): return numbers.map(shown).joined(separator: ", ")
    case .texts(let texts):
      return texts.isEmpty ? "–" : texts.map(\.escaped).joined(separator: ", ")
    case .cell(let value?, .ok): return shown(value)
    case .cell(let value?, let status): return "\(shown(value)) (\(status.rawValue))"
    case .cell(nil, let status): return status.hasValue ? "withheld" : status.rawValue
    }
  }
}

extension Change.Kind {
  /// The heading of its section.
  var heading: String {
    switch self {
    case .hotspot: "Hotspots gained or lost"
    case .areaAdded: "Areas added"
    case .areaRemoved: "Areas removed"
    case .name: "Names changed"
    case .outline: "Areas redrawn"
    case .neighbors: "Areas with other neighbours"
    case .indicatorAdded: "Indicators added"
    case .indicatorRemoved: "Indicators removed"
    case .title: "Titles of indicators changed"
    case .period: "Periods of figures changed"
    case .unit: "Units of figures changed"
    case .sources: "Sources of figures changed"
    case .direction: "Which way of figures is worse changed"
    case .value: "Values changed"
    case .error: "Standard errors changed"
    case .indexAdded: "Indexes added"
    case .indexRemoved: "Indexes removed"
    case .score: "Scores changed"
    case .rank: "Ranks changed"
    case .severity: "Severe or no longer severe"
    case .cluster: "Clusters changed"
    case .mapClass: "Areas in another class of a map"
    case .classBreaks: "Class breaks changed"
    case .level: "Levels of the cluster test changed"
    case .worstShare: "Shares that count as severe changed"
    case .weights: "Weights changed"
    case .definition: "The definition was edited"
    case .program: "The program or its libraries changed"
    case .date: "The date changed"
    case .input: "Input files added, removed or changed"
    }
  }
}

extension String {
  /// The text with everything that Markdown or HTML would take for markup made plain.
  fileprivate var escaped: String {
    var text = ""
    for character in self {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "|", "*", "[", "]", "`", "\\", "~", "!": text += "\\\(character)"
      case _ where character.isNewline: text += " "
      default: text.append(character)
      }
    }
    return text
  }
}
