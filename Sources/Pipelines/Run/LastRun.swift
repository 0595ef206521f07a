import Diagnostics
import Foundation
import Publishing

/// What `last-run.json` says: how the last run went, also when it failed.
struct LastRun {
  /// How a run ended. The texts are published names.
  enum Status: String, Codable {
    /// There is a new release.
    case published
    /// The release of an earlier run says the same.
    case unchanged
    /// The release of an earlier run stands.
    case failed
  }

  /// The last run that did not fail, and what it left linked.
  struct Success: Codable, Hashable {
    /// The day it stands for, ISO 8601.
    var date: String
    /// The release.
    var release: String
  }

  var status: Status
  /// The day that the run stands for, ISO 8601: the clock's, unless another was asked for.
  var date: String
  var started: Date
  var finished = Date.now
  var stages: [StageReport] = []
  /// The release that it published or found unchanged; nil after a failure.
  var release: String?
  /// This run, or the last one before it that did not fail.
  var lastSuccess: Success?
  var warnings: [Problem] = []
  var errors: [Problem] = []
  /// Nights in a row of each stale indicator; after a failure those of the run before, and this one
  /// where it is known.
  var stale = StaleNights()
  /// The nights that failed since the last release; nil for none.
  var failed: FailedNights?

  /// A run that left `release` linked.
  init(
    _ status: Status, _ release: Release, on date: String, started: Date,
    stages: [StageReport], warnings: [Problem]
  ) {
    self.status = status
    self.date = date
    self.started = started
    self.stages = stages
    self.release = release.name
    self.warnings = warnings
    lastSuccess = Success(date: date, release: release.name)
  }

  /// A run that failed.
  ///
  /// - Parameter definition: the definition, once it was read.
  init(
    failure: RunFailure, of definition: Place? = nil, on date: String, started: Date,
    stages: [StageReport],
    after previous: RecordedRun
  ) {
    status = .failed
    self.date = date
    self.started = started
    self.stages = stages
    errors = failure.problems
    lastSuccess = previous.lastSuccess
    stale = StaleNights(entries: previous.stale ?? [:])
    failed = FailedNights(after: previous.failed, failure, of: definition, on: date)
  }
}

extension LastRun {
  /// The document, times in UTC.
  var json: JSON {
    [
      "status": .text(status.rawValue),
      "release": .optional(release),
      "date": .text(date),
      "started": .text(started.formatted(.iso8601)),
      "finished": .text(finished.formatted(.iso8601)),
      "seconds": .real(finished.timeIntervalSince(started)),
      "last_success": lastSuccess.map {
        ["date": .text($0.date), "release": .text($0.release)]
      } ?? .null,
      "stages": .array(
        stages.map {
          ["stage": .text($0.stage), "outcome": .text($0.outcome), "seconds": .real($0.seconds)]
        }),
      "warnings": .array(warnings.map(\.json)),
      "errors": .array(errors.map(\.json)),
      "stale": stale.json,
      "failed": failed?.json ?? .null,
    ]
  }
}

extension Problem {
  fileprivate var json: JSON {
    ["where": .optional(place?.description), "what": .text(what), "remedy": .optional(remedy)]
  }
}

/// What the next run asks of `last-run.json`; empty where there is none or it is torn.
struct RecordedRun: Decodable {
  var lastSuccess: LastRun.Success?
  var stale: [String: StaleNights.Entry]?
  var failed: FailedNights?
}

extension ReleaseFolder {
  /// `last-run.json` beside `current`.
  var lastRunFile: URL { url.appending(path: "last-run.json") }

  /// Writes `last-run.json` beside `current`, whole or not at all.
  func record(_ run: LastRun) throws {
    try replace(lastRunFile, by: run.json.bytes)
  }

  /// What the last run left for this one.
  func lastRun() -> RecordedRun {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let record = (try? Data(contentsOf: lastRunFile)).flatMap {
      try? decoder.decode(RecordedRun.self, from: $0)
    }
    return record ?? RecordedRun()
  }
}
