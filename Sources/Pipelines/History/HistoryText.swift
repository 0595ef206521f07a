import Diagnostics
import Foundation
import Publishing

/// The history of an area or of a figure as lines of text, in English.
struct HistoryText {
  private let now: Snapshot
  private let past: [[String]: [History.Entry]]

  /// The history that a release carries, and what the release itself says.
  init(_ history: History, until now: Snapshot) {
    self.now = now
    past = history.series
  }

  /// All figures of the area, or all areas of the figure, that `subject` names.
  ///
  /// - Throws: `Problem` with the nearest names when it names neither.
  func lines(of subject: String) throws -> [String] {
    let ids = now.properties.filter { property in
      [property.id, property.index, property.title].contains(subject)
    }
    if let property = ids.first { return lines(of: property) }
    let name = subject.lowercased()
    let area = now.areas.first { area in
      area.code == subject || area.names.texts.values.contains { $0.lowercased() == name }
    }
    if let area { return lines(of: area) }
    // Areas that are gone have no name any more.
    if past.keys.contains(where: { $0[0] == subject }) {
      return lines(of: Snapshot.Area(code: subject))
    }
    let known =
      now.properties.flatMap { [$0.index ?? $0.id] }
      + now.areas.flatMap { [$0.code] + $0.names.texts.values }
    let near = subject.nearest(in: known)
    throw Problem(
      "'\(subject)' is neither an area nor an indicator or index of the current release",
      remedy: near.isEmpty
        ? "give a code or name of an area, or an id of an indicator"
        : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?")
  }

  private func lines(of area: Snapshot.Area) -> [String] {
    var lines = [area.names.text(in: "en").isEmpty ? area.code : label(area)]
    for property in now.properties {
      let series = series(area, property)
      if series.pieces.isEmpty { continue }
      let unit = property.unit.isEmpty ? "" : ", \(property.unit)"
      lines += ["", "\(property.title)\(unit)\(line(series))"]
      for (number, piece) in series.pieces.enumerated() {
        if number > 0 { lines.append("  -- other boundaries or another unit: do not compare --") }
        lines += piece.map { point in
          let until = point.release.map { "until \(day($0))" } ?? "now"
          let period = point.statement.period.isEmpty ? "" : "  (\(point.statement.period))"
          return "  " + until.padding(toLength: 18, withPad: " ", startingAt: 0)
            + text(point.statement) + period
        }
      }
    }
    return lines
  }

  private func lines(of property: Snapshot.Property) -> [String] {
    let unit = property.unit.isEmpty ? "" : ", \(property.unit)"
    return ["\(property.title)\(unit)"]
      + now.areas.map { area in
        let series = series(area, property)
        let values = series.pieces.map { piece in
          piece.map { text($0.statement) }.joined(separator: " → ")
        }.joined(separator: " ¦ ")
        return "  \(label(area)):\(line(series))  \(values)"
      }
  }

  private func series(_ area: Snapshot.Area, _ property: Snapshot.Property) -> Series {
    Series(past[[area.code, property.id]] ?? [], now: now.statement(of: property, in: area))
  }

  /// The line of a series that has a past.
  private func line(_ series: Series) -> String {
    let trend = series.trend
    return trend.isShown ? "  \(trend.text)" : ""
  }

  private func label(_ area: Snapshot.Area) -> String {
    "\(area.names.text(in: "en")) (\(area.code))"
  }

  private func text(_ statement: History.Statement) -> String {
    guard let value = statement.value else { return statement.status.rawValue }
    let number = value.rounded(digits: 3)
    return statement.status == .ok ? number : "\(number) (\(statement.status.rawValue))"
  }

  /// `2026-11-22` of `20261122T020000Z-3f9a61c2b04d`.
  private func day(_ release: String) -> String { Release.day(of: release) }
}
