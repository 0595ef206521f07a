import Foundation
import Indicators

extension Explanation {
  /// The explanation as lines of text, in English; what belongs together is indented.
  public var lines: [String] {
    var lines = ["\(name.text(in: "en")) (\(code))"]
    for figure in figures { lines += [""] + figure.lines }
    for score in scores { lines += [""] + score.lines }
    return lines
  }
}

extension Explanation.Figure {
  var lines: [String] {
    let period = cell.period ?? indicator.period
    var lines = ["\(indicator.title.text(in: "en")), \(period) [\(indicator.id)]"]
    let unit = indicator.unit.text(in: "en")
    let status = cell.status.rawValue + (cell.reason.map { ": \($0)" } ?? "")
    lines.append("  " + (cell.value.map { "\($0.shortest) (\(unit)), \(status)" } ?? status))
    if let place = cell.place {
      let further = cell.furtherRows.map { " with \($0)" } ?? ""
      lines.append("  read at \(place)\(further)" + (cell.rule.map { ", met by \($0)" } ?? ""))
    }
    if let areaSet { lines.append("  the table is written for the area set \(areaSet)") }
    if let interval = cell.interval {
      let low = interval.lowerBound.rounded(digits: 3)
      let high = interval.upperBound.rounded(digits: 3)
      let parts = [
        "95 % interval \(low) to \(high)",
        cell.standardError.map { "standard error \($0.rounded(digits: 3))" },
        cell.coefficientOfVariation.map {
          "coefficient of variation \(($0 * 100).rounded(digits: 1)) %"
        },
        cell.sampleSize.map { "sample of \($0)" },
      ]
      lines.append("  " + parts.compactMap(\.self).joined(separator: ", "))
    }
    if cell.value != nil, !cell.entersStatistics {
      lines.append("  it stays out of index and statistics")
    }
    if !sources.isEmpty { lines.append("  source: \(sources.joined(separator: "; "))") }
    return lines
  }
}

extension Explanation.Score {
  var lines: [String] {
    var lines = ["\(title.text(in: "en")) [\(id)]"]
    if let score, let rank {
      lines.append(
        "  score \(score.rounded(digits: 4)), rank \(rank) of \(scoredAreas) (1 is the worst divide), "
          + "\((coverage * 100).rounded(digits: 1)) % of the index is known here")
      lines += parts.map { "  \($0.indicator): \($0.arithmetic)" }
      lines.append("  sum: \(parts.reduce(0) { $0 + $1.points }.rounded(digits: 4))")
    }
    lines += changed.map { "  scored \($0)" }
    lines += missing.map { "  without \($0)" }
    lines += notScored.map { "  not scored: \($0)" }
    lines.append("  \(isHotspot ? "a hotspot" : "no hotspot"): \(verdict)")
    if let test { lines.append("  local test: \(test)") }
    return lines
  }
}

extension Explanation.Part {
  /// Value times weight where that makes the points; other means have no such product.
  fileprivate var arithmetic: String {
    let points = "\(points.rounded(digits: 4)) points"
    guard let normalized else { return points }
    let (value, share) = (normalized.rounded(digits: 4), weight.rounded(digits: 6))
    return abs(normalized * weight - self.points) < 1e-9
      ? "\(value) × \(share) = \(points)" : "\(value) with weight \(share): \(points)"
  }
}

extension Double {
  /// The shortest text that reads back to the same number, without `.0` for whole ones.
  var shortest: String {
    description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }

  /// Rounded to so many digits that say something, however small the number is: a p is never 0.
  func rounded(significant digits: Int) -> String {
    formatted(
      .number.precision(.significantDigits(1...digits)).grouping(.never)
        .locale(Locale(identifier: "en_US_POSIX")))
  }

  /// Rounded to so many digits after the point, zeros at the end left out.
  func rounded(digits: Int) -> String {
    formatted(
      .number.precision(.fractionLength(0...digits)).grouping(.never)
        .locale(Locale(identifier: "en_US_POSIX")))
  }
}
