import Foundation
import Indicators
import Publishing

extension ReleaseFolder {
  /// Where the join report of a failed run lies: beside `current`, for a release has its own.
  private var failedJoinReport: URL { url.appending(path: "join-report.csv") }

  /// Writes the join report of a failed run, whole or not at all, and says where; a report of an
  /// earlier run is removed where there is none.
  func record(_ report: JoinReport?) throws -> URL? {
    guard let report else {
      try? FileManager.default.removeItem(at: failedJoinReport)
      return nil
    }
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let file = PublishedFile.csv("join-report.csv", of: .joinReport(report))
    try Data(file.bytes).write(to: failedJoinReport, options: .atomic)
    return failedJoinReport
  }
}
