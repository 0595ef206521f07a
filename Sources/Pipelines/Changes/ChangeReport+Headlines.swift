import Indicators

extension ChangeReport {
  /// What matters most, one plain sentence each: hotspots with their causes, few things by name,
  /// many by number. No value stands in them, so that they may be told for ever.
  var headlines: [String] {
    if isFirst || isEmpty { return [] }
    return hotspotHeadlines + staleHeadlines
      + Change.Kind.allCases.dropFirst().compactMap { kind in
        let told = changes(kind).filter { !$0.isOfReading }
        return told.isEmpty ? nil : headline(kind, told)
      }
  }

  private var hotspotHeadlines: [String] {
    let hotspots = changes(.hotspot)
    func names(_ changes: [Change]) -> String {
      if changes.isEmpty { return "none" }
      return changes.map { "\($0.name), because of \(causes(of: $0))" }.joined(separator: "; ")
    }
    if hotspots.isEmpty { return ["The hotspots are the same as before."] }
    let gained = hotspots.filter { $0.after == .flag(true) }
    let lost = hotspots.filter { $0.before == .flag(true) }
    return ["Hotspots gained: \(names(gained)).", "Hotspots lost: \(names(lost))."]
  }

  /// Whether the sources could be read, one sentence an indicator.
  private var staleHeadlines: [String] {
    let readings = changes(.value).filter(\.isOfReading)
    var titles: [String] = []
    for change in readings where !titles.contains(change.topic) { titles.append(change.topic) }
    return titles.flatMap { title in
      let own = readings.filter { $0.topic == title }
      func count(_ isMeant: (Change) -> Bool) -> String? {
        let count = own.count(where: isMeant)
        return count == 0 ? nil : count == 1 ? "1 area" : "\(count) areas"
      }
      return [
        count { $0.isNowStale }.map {
          "\(title) could not be read: the figures of the last reading stand in \($0)."
        },
        count { !$0.isNowStale && $0.hasValue }.map {
          "\(title) could be read again: new figures in \($0)."
        },
        count { !$0.isNowStale && !$0.hasValue }.map {
          "\(title) shows its last reading no longer: no figure in \($0)."
        },
      ].compactMap(\.self)
    }
  }

  private func headline(_ kind: Change.Kind, _ changes: [Change]) -> String {
    switch kind {
    case .definition, .program, .date: return "\(kind.heading)."
    case .value, .areaAdded, .areaRemoved, .outline, .indicatorAdded, .indicatorRemoved,
      .indexAdded, .indexRemoved, .severity, .input:
      let items = changes.prefix(4).map(\.item)
      return changes.count > 3
        ? "\(kind.heading): \(changes.count)."
        : "\(kind.heading): \(items.joined(separator: "; "))."
    default: return "\(kind.heading): \(changes.count)."
    }
  }

  /// The causes of a change in words, most direct first.
  func causes(of change: Change) -> String {
    change.causes.map { cause in
      let names: [String: String] =
        switch cause.kind {
        case .ownValue: figureTitles
        case .neighborValue, .otherValue, .boundary: areaNames
        case .threshold, .definition, .program, .date, .unknown: [:]
        }
      let details = cause.details.map { names[$0] ?? $0 }
      return details.isEmpty
        ? cause.kind.rawValue : "\(cause.kind.rawValue) (\(details.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }
}

extension Change {
  /// `Kampot (07)`.
  var name: String {
    guard let area else { return "" }
    return areaName.map { $0.isEmpty ? area : "\($0) (\(area))" } ?? area
  }

  /// What the subject is called.
  var topic: String { subjectTitle ?? subject ?? "" }

  /// The change in a list: `People offline in Kampot (07)`, `offline.csv (changed)`.
  fileprivate var item: String {
    switch kind {
    case .input:
      if case .text(let event) = after { return "\(topic) (\(event))" }
      return topic
    case .severity: return "\(name) \(after == .flag(true) ? "severe" : "no longer severe")"
    case .value: return "\(topic) in \(name)"
    default: return area == nil ? topic : name
    }
  }

  /// Whether it is about being read or not, rather than about a revised figure.
  fileprivate var isOfReading: Bool {
    guard kind == .value, case .cell(_, let old) = before, case .cell(_, let new) = after else {
      return false
    }
    return (old == .stale) != (new == .stale)
  }

  fileprivate var isNowStale: Bool {
    if case .cell(_, .stale) = after { true } else { false }
  }

  fileprivate var hasValue: Bool {
    if case .cell(_, let status) = after { status.hasValue } else { false }
  }
}
