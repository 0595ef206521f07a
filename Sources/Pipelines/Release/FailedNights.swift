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
  /// What was wrong last, in words that may be told for ever: no figure stands in them. Nil where
  /// there are none.
  var cause: String?
  /// The same in full: the first of the problems and how many more there were.
  var reason: String

  /// The nights with one more, on `date`; a second run on the same date counts no further night.
  ///
  /// - Parameter definition: the definition; nil where the run failed before it had read one, so
  ///   that no figure can stand in what it says.
  init(
    after earlier: FailedNights?, _ failure: RunFailure, of definition: Place?, on date: String
  ) {
    nights = earlier?.nights ?? 0
    since = earlier?.since ?? date
    last = earlier?.last ?? ""
    if date > last {
      nights += 1
      last = date
    }
    reason = String(Problems(failure.problems).sentence.prefix(FailedNights.longestReason))
    let file = failure.problems.first?.place?.file
    cause = definition.map { file == $0.file ? nil : file } ?? reason
  }

  /// The most characters of a reason that are kept.
  private static let longestReason = 300

  /// The same for `last-run.json` and `changes.json`.
  var json: JSON {
    [
      "nights": .integer(nights), "since": .text(since), "last": .text(last),
      "cause": .optional(cause), "reason": .text(reason),
    ]
  }

  /// One sentence without the full reason, in which a figure may stand that is withheld later.
  var headline: String {
    let days = nights == 1 ? "on \(since)" : "on \(nights) nights from \(since) to \(last)"
    let cause = cause.map { nights == 1 ? " (\($0))" : " (the last time: \($0))" } ?? ""
    return "Before this release the run failed \(days)\(cause)."
  }

  /// The headline, and the reason where it says more.
  var sentences: String { cause == reason ? headline : "\(headline) The reason: \(reason)." }
}
