import Foundation
import Publishing

/// For how many nights in a row the source of an indicator has failed, whatever is shown instead.
struct StaleNights: Sendable, Hashable {
  /// One indicator's count.
  struct Entry: Codable, Sendable, Hashable {
    /// Nights in a row, from 1.
    var nights: Int
    /// The first of them, ISO 8601.
    var since: String
    /// The last of them, ISO 8601.
    var last: String
  }

  /// By indicator.
  var entries: [String: Entry] = [:]

  /// The counts after a run on `date` (`2026-11-22`) on which the sources of these indicators
  /// failed.
  ///
  /// A second run on the same date, or on an earlier one after the clock was put back, counts no
  /// further night. An indicator whose source was read is dropped.
  func counting(_ failing: [String], on date: String) -> StaleNights {
    var next = StaleNights()
    for indicator in failing {
      var entry = entries[indicator] ?? Entry(nights: 0, since: date, last: "")
      if date > entry.last {
        entry.nights += 1
        entry.last = date
      }
      next.entries[indicator] = entry
    }
    return next
  }

  /// The counts after a run that failed, of which these indicators are known to have failed too:
  /// of the others nobody knows, and they stay as they were.
  func adding(_ failing: [String], on date: String) -> StaleNights {
    var next = self
    next.entries.merge(counting(failing, on: date).entries) { $1 }
    return next
  }

  /// The counts by indicator, for `last-run.json`.
  var json: JSON {
    .object(
      entries.sorted { $0.key < $1.key }.map { indicator, entry in
        let value: JSON = [
          "nights": .integer(entry.nights), "since": .text(entry.since), "last": .text(entry.last),
        ]
        return (name: indicator, value: value)
      })
  }
}
