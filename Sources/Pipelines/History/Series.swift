import Indicators
import Publishing

/// What was said of one figure of one area through the releases, oldest first.
struct Series {
  /// One statement, and how long it held.
  struct Point {
    /// The last release that said so; nil for what holds now.
    var release: String?
    var statement: History.Statement
  }

  /// Pieces that may be compared: a new one begins where the outline or the unit changed.
  var pieces: [[Point]] = []

  /// A series of what is past and what holds now; nil for an area that is no longer there.
  init(_ past: [History.Entry], now: History.Statement?) {
    var points = past.map { Point(release: $0.release, statement: $0.statement) }
    if let now { points.append(Point(release: nil, statement: now)) }
    for point in points {
      let last = pieces.last?.last?.statement
      if let last, last.outline == point.statement.outline, last.unit == point.statement.unit {
        pieces[pieces.count - 1].append(point)
      } else {
        pieces.append([point])
      }
    }
  }

  /// The same as a line; a value that only became stale, or was confirmed, is one point.
  var trend: Trend {
    Trend(
      pieces: pieces.map { piece in
        var points: [History.Statement] = []
        for statement in piece.map(\.statement) {
          let last = points.last
          if let last, last.value == statement.value, last.period == statement.period { continue }
          points.append(statement)
        }
        return points.map(\.value)
      })
  }
}

extension History {
  /// Entries of each area and property, oldest first.
  var series: [[String]: [Entry]] { Dictionary(grouping: entries) { [$0.area, $0.property] } }

  /// The trends of all properties that have a past, one an area in the order of `now`; nil for
  /// areas without one.
  func trends(until now: Snapshot) -> [String: [Trend?]] {
    if entries.isEmpty { return [:] }
    let past = series
    var trends: [String: [Trend?]] = [:]
    for property in now.properties {
      let own = now.areas.map { area -> Trend? in
        guard let entries = past[[area.code, property.id]],
          let statement = now.statement(of: property, in: area)
        else { return nil }
        let trend = Series(entries, now: statement).trend
        return trend.isShown ? trend : nil
      }
      if own.contains(where: { $0 != nil }) { trends[property.id] = own }
    }
    return trends
  }
}
