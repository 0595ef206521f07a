import Diagnostics
import Publishing

/// The nights on which runs failed since the last release, for the next one to tell.
struct FailedNights: Codable, Sendable, Hashable {
  /// How many days had a failed run, from 1.
  var nights: Int
  /// The first of them, ISO 8601.
  var since: String
  /// The last of them, ISO 8601.
  var last: String
  /// The file in which the last run found the first thing wrong; nil for none.
  var file: String?
  /// What was wrong last: the first of its problems and how many more there were.
  var reason: String

  /// The nights with one more, on `date`; a second run on the same date counts no further night.
  init(after earlier: FailedNights?, _ failure: RunFailure, on date: String) {
    nights = earlier?.nights ?? 0
    since = earlier?.since ?? date
    last = earlier?.last ?? ""
    if date > last {
      nights += 1
      last = date
    }
    file = failure.problems.first?.place?.file
    reason = String(Problems(failure.problems).sentence.prefix(FailedNights.longestReason))
  }

  /// The most characters of a reason that are kept.
  private static let longestReason = 300

  /// The same for `last-run.json` and `changes.json`.
  var json: JSON {
    [
      "nights": .integer(nights), "since": .text(since), "last": .text(last),
      "file": .optional(file), "reason": .text(reason),
    ]
  }

  /// One sentence without the reason, in which a figure may stand that is withheld later.
  var headline: String {
    let days = nights == 1 ? "on \(since)" : "on \(nights) nights from \(since) to \(last)"
    let cause = file.map { nights == 1 ? ", over \($0)" : ", the last time over \($0)" } ?? ""
    return "Before this release the run failed \(days)\(cause)."
  }

  /// The reason as a sentence.
  var note: String { "What failed\(nights == 1 ? "" : " last"): \(reason)." }
}
