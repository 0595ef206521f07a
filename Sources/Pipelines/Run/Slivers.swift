import Diagnostics
import Foundation
import Geography
import Indicators
import Publishing

/// Gaps and overlaps between areas that were closed on the maps, or are too large for that.
struct Slivers {
  private var closed: [MendingReport.Sliver] = []
  private var left: [MendingReport.Sliver] = []
  private var limit = 0.0

  init() {}

  /// What became of slivers up to `limit` square metres.
  init(_ report: MendingReport, limit: Double) {
    closed = report.slivers.filter { $0.owner != nil }
    left = report.slivers.filter { $0.owner == nil }
    self.limit = limit
  }

  /// What was closed, in a few words; empty for nothing.
  var sentence: String {
    if closed.isEmpty { return "" }
    let total = Slivers.text(closed.reduce(0) { $0 + $1.size })
    return "\(closed.count) sliver\(closed.count == 1 ? "" : "s") of \(total) m² closed"
  }

  /// Overlaps that were too large to be closed.
  func warnings(_ areas: [Area]) -> [Problem] {
    left.map { sliver in
      let names = sliver.claimants.map { "'\(areas[$0].label(in: "en"))'" }
      return Problem(
        "\(names.joined(separator: " and ")) overlap by \(Slivers.text(sliver.size)) m², more "
          + "than the \(Slivers.text(limit)) m² of 'slivers'",
        remedy: "correct the boundaries, or allow more")
    }
  }

  private static func text(_ size: Double) -> String {
    size.rounded().formatted(.number.grouping(.never).precision(.fractionLength(0)))
  }
}
