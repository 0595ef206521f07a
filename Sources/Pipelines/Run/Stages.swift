/// Runs the stages of a pipeline one after another, timing and reporting each.
struct Stages {
  private(set) var reports: [StageReport] = []
  private let report: (StageReport) -> Void
  private let clock = ContinuousClock()

  init(report: @escaping (StageReport) -> Void) {
    self.report = report
  }

  /// Does the work of one stage and tells its outcome.
  mutating func run<Value>(
    _ stage: String, _ work: () throws -> Value, outcome: (Value) -> String
  ) rethrows -> Value {
    let start = clock.now
    let value = try work()
    let duration = (clock.now - start).components
    let seconds = Double(duration.seconds) + Double(duration.attoseconds) / 1e18
    let finished = StageReport(stage: stage, outcome: outcome(value), seconds: seconds)
    reports.append(finished)
    report(finished)
    return value
  }
}
