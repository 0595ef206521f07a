public import Diagnostics
public import Foundation
import Publishing

/// Who is told how a run went, beside its own folder. All of it also after a failure.
public struct RunReports: Sendable {
  /// Where to write what `last-run.json` says.
  public var summary: URL?
  /// Where to write numbers for the textfile collector of Prometheus.
  public var metrics: URL?
  /// The program to start after a new release.
  public var onChange: URL?
  /// The program to start after a failure.
  public var onFailure: URL?

  /// Tells nobody unless asked to.
  public init(
    summary: URL? = nil, metrics: URL? = nil, onChange: URL? = nil, onFailure: URL? = nil
  ) {
    self.summary = summary
    self.metrics = metrics
    self.onChange = onChange
    self.onFailure = onFailure
  }

  /// Tells those who wait for a summary or a failure that a run never began, since it was called
  /// in a wrong way; what could not be told.
  ///
  /// - Parameter message: what is wrong with the arguments, and how it is right.
  public func tell(misuse message: String) -> [Problem] {
    let now = Date.now
    var run = LastRun(
      failure: RunFailure(Problem(message), kind: .definition),
      on: now.formatted(.iso8601.year().month().day()), started: now, stages: [],
      after: RecordedRun())
    // Nobody knows of which definition.
    run.failed = nil
    return tell(run)
  }

  /// Tells everybody; what could not be told.
  ///
  /// - Parameter folder: the pipeline's; nil where it is not known, and so are no metrics.
  func tell(_ run: LastRun, in folder: ReleaseFolder? = nil) -> [Problem] {
    var problems = Problems()
    if let summary { problems.collect { try RunReports.write(run.json.bytes, to: summary) } }
    if let metrics, let folder {
      let linked = try? folder.currentRelease()
      let text = Metrics(
        run, pipeline: folder.url.lastPathComponent,
        summary: linked.flatMap { try? RecordedSummary($0) }
      ).text
      problems.collect { try RunReports.write(Array(text.utf8), to: metrics) }
    }
    let program: URL? =
      switch run.status {
      case .published: onChange
      case .failed: onFailure
      case .unchanged: nil
      }
    if let program {
      problems.collect { try Hook(program: program).run(reading: run.json.bytes) }
    }
    return problems.all
  }

  /// Writes a file in the place of the old one, in one step; into a pipe, a device or whatever a
  /// link leads to, such as `/dev/stdout`, straight.
  private static func write(_ bytes: [UInt8], to url: URL) throws {
    let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type]
    guard type == nil || type as? FileAttributeType == .typeRegular else {
      return try writing(url) { try FileHandle(forWritingTo: url).write(contentsOf: bytes) }
    }
    let disk = Disk()
    let aside = url.deletingLastPathComponent().appending(
      path: ".\(url.lastPathComponent).\(getpid()).partial")
    defer { try? disk.remove(aside) }
    try writing(url) {
      try? disk.remove(aside)
      try disk.write(bytes, aside)
      try disk.rename(aside, url)
    }
  }
}
