import Diagnostics
import Foundation
import Testing

@testable import Pipelines

@Test("Stale nights count dates, not runs, and start anew after a good night.")
func staleNights() {
  var nights = StaleNights()
  nights = nights.counting(["poverty"], on: "2026-11-20")
  nights = nights.counting(["poverty"], on: "2026-11-20")
  nights = nights.counting(["poverty", "phones"], on: "2026-11-21")
  nights = nights.counting(["poverty", "phones"], on: "2026-11-19")
  #expect(
    nights.entries == [
      "poverty": .init(nights: 2, since: "2026-11-20", last: "2026-11-21"),
      "phones": .init(nights: 1, since: "2026-11-21", last: "2026-11-21"),
    ])
  nights = nights.counting(["phones"], on: "2026-11-22")
  nights = nights.counting(["poverty", "phones"], on: "2026-11-23")
  #expect(nights.entries["poverty"] == .init(nights: 1, since: "2026-11-23", last: "2026-11-23"))
  #expect(nights.entries["phones"] == .init(nights: 3, since: "2026-11-21", last: "2026-11-23"))
}

@Test("A run that failed is recorded too, and read back by the next one.")
func recordsFailure() throws {
  try withTemporaryFolder { output in
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    #expect(folder.lastRun().stale == nil)
    let problem = Problem("'x' is wrong", at: Place(file: "a.csv", line: 2), remedy: "mend it")
    let success = LastRun.Success(date: "2026-11-21", release: "20261121T020000Z-3f9a61c2b04d")
    var run = LastRun(
      failure: RunFailure(problem, kind: .run), on: "2026-11-22",
      started: Date(timeIntervalSince1970: 1_795_312_800),
      stages: [StageReport(stage: "tables", outcome: "9 tables", seconds: 0.5)],
      after: RecordedRun(lastSuccess: success))
    run.finished = Date(timeIntervalSince1970: 1_795_312_801)
    run.stale = StaleNights().counting(["phones"], on: "2026-11-22")
    try folder.record(run)
    try folder.record(run)
    #expect(folder.lastRun().stale == run.stale.entries)
    #expect(folder.lastRun().lastSuccess == success)
    #expect(tree(folder.url) == ["last-run.json"])
    #expect(
      try text(folder.lastRunFile) == """
        {
          "status": "failed",
          "release": null,
          "date": "2026-11-22",
          "started": "2026-11-22T02:00:00Z",
          "finished": "2026-11-22T02:00:01Z",
          "seconds": 1.0,
          "last_success": {
            "date": "2026-11-21",
            "release": "20261121T020000Z-3f9a61c2b04d"
          },
          "stages": [
            {
              "stage": "tables",
              "outcome": "9 tables",
              "seconds": 0.5
            }
          ],
          "warnings": [],
          "errors": [
            {
              "where": "a.csv:2",
              "what": "'x' is wrong",
              "remedy": "mend it"
            }
          ],
          "stale": {
            "phones": {
              "nights": 1,
              "since": "2026-11-22",
              "last": "2026-11-22"
            }
          },
          "failed": {
            "nights": 1,
            "since": "2026-11-22",
            "last": "2026-11-22",
            "cause": "'x' is wrong",
            "reason": "'x' is wrong"
          }
        }

        """)
    try Data("{\"stale\": [".utf8).write(to: folder.lastRunFile)
    #expect(folder.lastRun().stale == nil)
  }
}

@Test("A record that cannot be written leaves the old one.")
func recordFails() throws {
  try withTemporaryFolder { output in
    let folder = ReleaseFolder(output: output, pipeline: "cambodia")
    try folder.replace(folder.lastRunFile, by: Array("old".utf8))
    for failing in [1, 3, 4] {
      let broken = ReleaseFolder(
        output: output, pipeline: "cambodia",
        disk: FaultyDisk().disk(failing: failing, .ENOSPC))
      #expect(throws: Problem.self) {
        try broken.replace(broken.lastRunFile, by: Array("new".utf8))
      }
      #expect(try text(folder.lastRunFile) == "old")
      #expect(tree(folder.url) == ["last-run.json"])
    }
  }
}
