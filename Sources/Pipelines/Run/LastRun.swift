import Diagnostics
import Foundation
import Publishing

/// What `last-run.json` says: how the last run went, also when it failed.
struct LastRun {
  var status: String
  var started: Date
  var finished = Date.now
  var stages: [StageReport]
  var release: String?
  var warnings: [Problem] = []
  var errors: [Problem] = []
  /// Nights in a row of each stale indicator; after a failure those of the run before.
  var stale = StaleNights()

  init(started: Date, stages: [StageReport], release: String, atlas: Atlas) {
    status = "published"
    self.started = started
    self.stages = stages
    self.release = release
    warnings = atlas.warnings
  }

  init(started: Date, stages: [StageReport], failure: RunFailure) {
    status = "failed"
    self.started = started
    self.stages = stages
    errors = failure.problems
  }
}

extension LastRun {
  /// The document, times in UTC.
  var json: JSON {
    [
      "status": .text(status),
      "release": .optional(release),
      "started": .text(started.formatted(.iso8601)),
      "finished": .text(finished.formatted(.iso8601)),
      "seconds": .real(finished.timeIntervalSince(started)),
      "stages": .array(
        stages.map {
          ["stage": .text($0.stage), "outcome": .text($0.outcome), "seconds": .real($0.seconds)]
        }),
      "warnings": .array(warnings.map(\.json)),
      "errors": .array(errors.map(\.json)),
      "stale": stale.json,
    ]
  }
}

extension Problem {
  fileprivate var json: JSON {
    ["where": .optional(place?.description), "what": .text(what), "remedy": .optional(remedy)]
  }
}

extension ReleaseFolder {
  /// Writes `last-run.json` beside `current`, whole or not at all.
  func record(_ run: LastRun) throws {
    try replace(lastRunFile, by: run.json.bytes)
  }
}
