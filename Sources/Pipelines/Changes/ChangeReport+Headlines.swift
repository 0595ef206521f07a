import Indicators

extension ChangeReport {
  /// What matters most, one plain sentence each: hotspots with their causes, few things by name,
  /// many by number. No value stands in them, so that they may be told for ever.
  var headlines: [String] { [failed?.headline].compactMap(\.self) + news }

  /// The headlines of what changed.
  var news: [String] {
    if isFirst || isEmpty { return [] }
    return hotspotHeadlines + staleHeadlines
      + Change.Kind.allCases.dropFirst().compactMap { kind in
        let told = changes(kind).filter { !$0.isOfReading }
        return told.isEmpty ? nil : headline(kind, told)
      }
  }

  /// What is said where no hotspot was gained or lost; of earlier releases it goes without saying.
  static let sameHotspots = "The hotspots are the same as before."

  private var hotspotHeadlines: [String] {
    let hotspots = changes(.hotspot)
    func names(_ changes: [Change]) -> String {
      if changes.isEmpty { return "none" }
      return changes.map { "\($0.name), because of \(causes(of: $0))" }.joined(separator: "; ")
    }
    if hotspots.isEmpty { return [ChangeReport.sameHotspots] }
    let gained = hotspots.filter { $0.after == .flag(true) }
    let lost = hotspots.filter { $0.before == .flag(true) }
    return ["Hotspots gained: \(names(gained)).", "Hotspots lost: \(names(lost))."]
  }

  /// Whether the sources could be read, one sentence an indicator.
  private var staleHeadlines: [String] {
    let readings = changes(.value).filter(\.isOfReading)
    let still = stillUnread.map { id in
      let count =
        unread[id].map { " after \(counted($0.nights, "night")), since \($0.since)" } ?? ""
      return "\(figureTitles[id] ?? id) still cannot be read\(count)."
    }
    return still
      + readings.topics.flatMap { title in
        let own = readings.filter { $0.topic == title }
        let nights = own.first?.subject.flatMap { unread[$0]?.nights }
        let again = nights.map { "read again after \(counted($0, "night"))" } ?? "read again"
        let back = own.filter(\.isRead)
        let revised = back.filter(\.isRevised)
        let lost = own.filter { !$0.isRead && !$0.hasValue }
        func sentence(_ changes: [Change], _ text: String, _ end: String = "") -> String? {
          changes.isEmpty ? nil : "\(title) \(text) in \(counted(changes.count, "area"))\(end)."
        }
        return [
          sentence(
            own.filter(\.isNowStale),
            "could not be read: the figures of the last reading stand"),
          sentence(lost.filter(\.isTooOld), "shows its last reading no longer: no figure"),
          sentence(lost.filter { !$0.isTooOld }, "could not be read and is left out: no figure"),
          sentence(revised, "could be \(again): new figures"),
          back.isEmpty || !revised.isEmpty
            ? nil : "\(title) could be \(again): its figures are the same as before.",
        ].compactMap(\.self)
      }
  }

  private func headline(_ kind: Change.Kind, _ changes: [Change]) -> String {
    switch kind {
    case .definition, .program, .date: return "\(kind.heading)."
    case .value, .error:
      if changes.count <= 3 { fallthrough }
      return "\(kind.heading): \(changes.countedTopics.joined(separator: "; "))."
    case .areaAdded, .areaRemoved, .outline, .indicatorAdded, .indicatorRemoved,
      .title, .period, .unit, .sources, .direction, .indexAdded, .indexRemoved, .severity, .input:
      let items = changes.prefix(4).map(\.item)
      return changes.count > 3
        ? "\(kind.heading): \(changes.count)."
        : "\(kind.heading): \(items.joined(separator: "; "))."
    default:
      let topics = changes.countedTopics
      return (1...4).contains(topics.count)
        ? "\(kind.heading): \(topics.joined(separator: "; "))."
        : "\(kind.heading): \(changes.count)."
    }
  }

  /// The causes of a change in words, most direct first.
  func causes(of change: Change) -> String {
    change.causes.map { cause in
      let names: [String: String] =
        switch cause.kind {
        case .ownValue, .error: figureTitles
        case .neighborValue, .otherValue, .boundary: areaNames
        case .ownOrOtherValue, .threshold, .source, .input, .definition, .program, .date, .unknown:
          [:]
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
    case .title: return "\(before.words) → \(after.words)"
    case .period, .unit, .sources, .direction:
      return "\(topic) \(before.words) → \(after.words)"
    case .severity: return "\(name) \(after == .flag(true) ? "severe" : "no longer severe")"
    case .value, .error: return "\(topic) in \(name)"
    default: return area == nil ? topic : name
    }
  }

  /// Whether it is about being read or not, rather than about a revised figure.
  fileprivate var isOfReading: Bool {
    kind == .value && (isTooOld || causes.contains { $0.kind == .source })
  }

  /// Whether a last good value is shown no longer.
  fileprivate var isTooOld: Bool {
    if case .cell(_, .stale) = before { !hasValue } else { false }
  }

  /// Whether its source could be read again.
  fileprivate var isRead: Bool {
    causes.contains { $0 == ChangeCause.readAgain }
  }

  /// Whether the figure that could be read again is another one than was shown, if one was.
  fileprivate var isRevised: Bool {
    if case .cell(let old, _) = before, case .cell(let new, _) = after { old != new } else { false }
  }

  fileprivate var isNowStale: Bool {
    if case .cell(_, .stale) = after { true } else { false }
  }

  fileprivate var hasValue: Bool {
    if case .cell(_, let status) = after { status.hasValue } else { false }
  }
}

extension Change.Fact {
  /// What an indicator is said to be, in words.
  fileprivate var words: String {
    switch self {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: ", ")
    default: "none"
    }
  }
}

extension [Change] {
  /// What their subjects are called, each once, and in how many areas.
  fileprivate var countedTopics: [String] {
    topics.filter { !$0.isEmpty }.map { title in
      let areas = count { $0.topic == title && $0.area != nil }
      return areas > 0 ? "\(title) in \(counted(areas, "area"))" : title
    }
  }

  /// What their subjects are called, each once.
  fileprivate var topics: [String] {
    reduce(into: []) { topics, change in
      if !topics.contains(change.topic) { topics.append(change.topic) }
    }
  }
}
