import Foundation
import Publishing

/// What Prometheus may ask of a pipeline, in its text format: how the last run went, and what
/// the linked release holds.
struct Metrics {
  private(set) var text = ""
  private let pipeline: String

  /// - Parameter summary: of the linked release; nil where there is none.
  init(_ run: LastRun, pipeline: String, summary: RecordedSummary?) {
    self.pipeline = pipeline
    add("run_success", "Whether the last run did not fail.", [run.status == .failed ? 0 : 1])
    add("run_seconds", "How long it took.", [run.finished.timeIntervalSince(run.started)])
    add(
      "run_end_time_seconds", "When it ended, in seconds since 1970.",
      [run.finished.timeIntervalSince1970])
    add("run_warnings", "How many warnings it gave.", [Double(run.warnings.count)])
    add("run_errors", "How many errors it found.", [Double(run.errors.count)])
    guard let summary else { return }
    let success = run.lastSuccess?.date ?? run.date
    add(
      "source_age_days", "Days since the source of an indicator could be read.",
      summary.indicators.compactMap { figure in
        // A source that was never read has no age.
        if figure.lastRead == nil, figure.failure != nil { return nil }
        return ("indicator", figure.id, days(from: figure.lastRead ?? success, run.date))
      })
    add(
      "areas_without_data", "Areas in which an indicator has no value.",
      summary.indicators.map { figure in
        let areas = (summary.counts?.areas ?? 0) - (figure.areasWithValue ?? 0)
        return ("indicator", figure.id, Double(areas))
      })
    add(
      "hotspots", "Hotspots on an index.",
      summary.indexes.map { ("index", $0.id, Double($0.hotspots?.count ?? 0)) })
  }

  private func days(from first: String, _ last: String) -> Double {
    guard let first = CalendarDate(first), let last = CalendarDate(last) else { return 0 }
    return Double(max(0, last.serialNumber - first.serialNumber))
  }

  private mutating func add(_ name: String, _ help: String, _ values: [Double]) {
    add(name, help, values.map { (nil, "", $0) })
  }

  private mutating func add(
    _ name: String, _ help: String, _ values: [(label: String?, of: String, value: Double)]
  ) {
    if values.isEmpty { return }
    text += "# HELP inclusion_atlas_\(name) \(help)\n# TYPE inclusion_atlas_\(name) gauge\n"
    for (label, id, value) in values {
      let labels = label.map { ",\($0)=\"\(id)\"" } ?? ""
      text += "inclusion_atlas_\(name){pipeline=\"\(escaped(pipeline))\"\(labels)} \(value)\n"
    }
  }

  /// A label as the format asks; ids are plain, the file name of a definition may be anything.
  private func escaped(_ text: String) -> String {
    // By code point: with a combining mark behind it a quote is another Character.
    text.unicodeScalars.reduce(into: "") { label, scalar in
      switch scalar {
      case "\\", "\"": label += "\\\(scalar)"
      case "\n": label += "\\n"
      default: label.unicodeScalars.append(scalar)
      }
    }
  }
}
