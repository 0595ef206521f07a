import Diagnostics
import Foundation
import Indicators
import Publishing

/// The figures of the last whole release, to fall back on where tonight's cannot be read.
struct LastGood {
  /// The day that this run stands for.
  let today: CalendarDate?
  /// The day of the last run that found the release right.
  private let lastRead: String
  private let summary: RecordedSummary
  /// Its cells by indicator and area code.
  private let cells: [String: [String: IndicatorValue]]
  /// What later releases withhold, by indicator; nil where one of them cannot be read. What was
  /// withheld once stays so, whatever became of the release.
  private let withheldLater: [String: Set<String>]?
  /// Whether it was drawn on another file of boundaries.
  private let hasOtherBoundaries: Bool
  /// Whether it was made by another definition, whose rules for small numbers may be others.
  private let hasOtherRules: Bool

  /// The figures of the last whole release; nil before the first one.
  ///
  /// - Throws: `Problems` with what is wrong with the linked release where no other is whole.
  init?(
    _ folder: ReleaseFolder, _ previous: RecordedRun, today: String, for provenance: Provenance
  ) throws {
    let (last, problems) = folder.lastWhole()
    guard let release = last else {
      try problems.throwIfAny()
      return nil
    }
    let manifest = try release.manifest()
    let summary = try RecordedSummary(release)
    let cells = try LastGood.cells(of: release)
    self.today = CalendarDate(today)
    self.summary = summary
    self.cells = cells
    withheldLater = LastGood.withheld(in: folder.list().filter { $0.name > release.name })
    let success = previous.lastSuccess.flatMap { $0.release == release.name ? $0.date : nil }
    lastRead = success ?? release.day
    let inputs = Set(
      (manifest.inputs ?? []).map { Manifest.Entry(path: $0.path, sha256: $0.sha256) })
    hasOtherBoundaries = !inputs.isSuperset(of: provenance.boundaries)
    hasOtherRules = manifest.definition?.sha256 != provenance.inputs[0].sha256
  }

  /// The last day on which the source of an indicator could be read; nil where it never was.
  func lastRead(of id: String) -> String? {
    guard let figure = summary.indicators.first(where: { $0.id == id }) else { return nil }
    return figure.lastRead ?? (figure.failure == nil ? lastRead : nil)
  }

  /// The column of an indicator that failed tonight.
  ///
  /// - Parameter group: ids of the indicators that it is withheld together with.
  /// - Throws: `Problem` when the release has no figures that could stand in.
  func column(
    of section: IndicatorSection, withheldWith group: [String], codes: [String]
  ) throws -> IndicatorMatrix.Column {
    let indicator = section.definition.indicator
    let figure = summary.indicators.first { $0.id == indicator.id }
    let own = cells[indicator.id] ?? [:]
    let obstacle: String? =
      if hasOtherBoundaries || !own.isEmpty && Set(own.keys) != Set(codes) {
        "the boundaries have changed since, and a code may mean another area"
      } else if let figure {
        figure.period == indicator.period
          && figure.unit == indicator.unit.text(in: summary.languages?.first ?? "en")
          ? figure.failure != nil && figure.lastRead == nil
            ? "its source was never read"
            : withheldLater == nil
              ? "a later release cannot be read, and may withhold some of its figures"
              : hasOtherRules && isExposed(section.definition, group)
                ? "a rule of today would withhold some of its figures" : nil
          : "its unit or its period was another one"
      } else {
        "it was not in the last release"
      }
    if let obstacle {
      throw Problem(
        "'\(indicator.id)' cannot fall back on the last release: \(obstacle)",
        at: section.definition.place, remedy: "mend its table")
    }
    let date = lastRead(of: indicator.id) ?? lastRead
    if let limit = section.onFailure.maximumAge, age(of: date) > limit {
      return .unread(
        indicator, codes, reason: "last read on \(date), more than \(days(limit)) ago",
        lastRead: date)
    }
    return IndicatorMatrix.Column(
      indicator: indicator,
      cells: codes.map { code in
        if withheldLater?[indicator.id]?.contains(code) ?? false {
          return .missing(.suppressed, reason: "withheld by a later release")
        }
        return own[code]?.stale(since: date) ?? .missing(reason: "no row for area \(code)")
      },
      lastRead: date)
  }

  /// Whether today's rules for small numbers ask to withhold a figure that the release shows, or
  /// it cannot be told.
  private func isExposed(_ definition: IndicatorDefinition, _ group: [String]) -> Bool {
    let own = cells[definition.indicator.id] ?? [:]
    if let rule = definition.suppression {
      let isSmall = own.values.contains { cell in
        guard let value = cell.value else { return false }
        return switch rule.basis {
        case .sampleSize: cell.sampleSize.map { Double($0) < rule.below } ?? true
        case .count: value < rule.below
        }
      }
      if isSmall { return true }
    }
    return group.contains { other in
      (cells[other] ?? [:]).contains { code, cell in
        cell.status == .suppressed && own[code]?.value != nil
      }
    }
  }

  private func age(of date: String) -> Int {
    guard let today, let day = CalendarDate(date) else { return 0 }
    return today.serialNumber - day.serialNumber
  }

  private func days(_ count: Int) -> String { count == 1 ? "a day" : "\(count) days" }
}

extension IndicatorMatrix.Column {
  /// A column without a figure, and why.
  static func unread(
    _ indicator: Indicator, _ codes: [String], reason: String, lastRead: String? = nil
  ) -> IndicatorMatrix.Column {
    IndicatorMatrix.Column(
      indicator: indicator, cells: codes.map { _ in .missing(reason: reason) }, lastRead: lastRead)
  }
}

extension IndicatorValue {
  /// The cell as one of an earlier day. What is unreliable stays so, and what was missing stays
  /// missing.
  func stale(since date: String) -> IndicatorValue {
    guard status.hasValue, status != .stale else { return self }
    var cell = self
    if status != .unreliable { cell.status = .stale }
    let note = "last read on \(date)"
    cell.reason =
      reason.map { $0.hasSuffix(note) ? $0 : "\($0); \(note)" } ?? note
    return cell
  }
}

extension LastGood {
  /// The areas whose figures some releases withhold, by indicator, as far as they can be read.
  private static func withheld(in releases: [Release]) -> [String: Set<String>]? {
    var withheld: [String: Set<String>] = [:]
    for release in releases {
      guard release.holds("observations.csv"), let cells = try? cells(of: release) else {
        return nil
      }
      for (indicator, cells) in cells {
        let codes = cells.filter { $0.value.status == .suppressed }.keys
        withheld[indicator, default: []].formUnion(codes)
      }
    }
    return withheld
  }

  /// Every cell of `observations.csv` by indicator and area code.
  private static func cells(of release: Release) throws -> [String: [String: IndicatorValue]] {
    var reader = CSVReader(file: "observations.csv")
    try reader.append(try release.bytes(of: "observations.csv"))
    let table = try reader.finish()
    var cells: [String: [String: IndicatorValue]] = [:]
    for row in 0..<table.rowCount {
      func text(_ name: String) -> String? {
        guard let column = table.column(name) else { return nil }
        let text = table.text(row: row, column: column)
        return text.isEmpty ? nil : text
      }
      func number(_ name: String) -> Double? { text(name).flatMap(Double.init) }
      guard let code = text("area_code"), let indicator = text("indicator"),
        let status = text("status").flatMap(Status.init(rawValue:))
      else { continue }
      let (low, high) = (number("ci_low"), number("ci_high"))
      cells[indicator, default: [:]][code] = IndicatorValue(
        value: status.hasValue ? number("value") : nil, status: status, reason: text("reason"),
        entersStatistics: text("in_statistics") == "true", standardError: number("se"),
        interval: low.flatMap { low in high.flatMap { low <= $0 ? low...$0 : nil } },
        sampleSize: text("sample_size").flatMap { Int($0) }, period: text("period"),
        source: text("source"), rule: text("met_by"))
    }
    return cells
  }
}
