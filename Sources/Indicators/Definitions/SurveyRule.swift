internal import Diagnostics

/// How the sampling error of an indicator is computed, and when it makes a value unreliable.
///
/// The 95 % interval is value ± 1.96 · standard error, cut to the declared range. Where a row
/// has a sample size only, there is no interval unless a design effect is declared; then, for
/// a share p = value / maximum of a range that begins at 0, the standard error is
/// maximum · √(deff · p(1 − p) / n) (Kish, Survey Sampling, 1965, section 8.2). A share of nothing
/// or of everything has none: the formula would give 0 and claim most where least is known. For the
/// same reason a standard error of 0 that a table gives is taken for none.
public struct SurveyRule: Sendable, Hashable {
  /// Variance of the survey's design over that of simple random sampling, at least 1 as a rule.
  public var designEffect: Double?
  /// A value is unreliable above this coefficient of variation, standard error / |value|;
  /// for totals and means.
  public var maximumCoefficientOfVariation: Double?
  /// A value is unreliable above this half-width of its interval, in the indicator's unit; for
  /// percentages, whose coefficient of variation punishes low ones.
  public var maximumHalfWidth: Double?
  /// Whether a value that this rule makes unreliable leaves index and statistics.
  public var excludesUnreliable: Bool

  /// A rule; the default computes intervals from standard errors and judges nothing.
  public init(
    designEffect: Double? = nil, maximumCoefficientOfVariation: Double? = nil,
    maximumHalfWidth: Double? = nil, excludesUnreliable: Bool = false
  ) {
    self.designEffect = designEffect
    self.maximumCoefficientOfVariation = maximumCoefficientOfVariation
    self.maximumHalfWidth = maximumHalfWidth
    self.excludesUnreliable = excludesUnreliable
  }

  /// The cell with its standard error and interval, and its status where the rule finds the
  /// value unreliable. A cell without value, or without what the rule needs, stays as it is.
  func applied(to cell: IndicatorValue, range: ValueRange) -> IndicatorValue {
    guard let value = cell.value else { return cell }
    var cell = cell
    if cell.standardError == 0 {
      // An interval of no width would claim most where least is known.
      cell.standardError = nil
      let reason = "a standard error of 0 gives no interval"
      cell.reason = cell.reason.map { "\(reason); \($0)" } ?? reason
      return cell
    }
    cell.standardError = cell.standardError ?? designError(of: value, n: cell.sampleSize, range)
    guard let error = cell.standardError else { return cell }
    let halfWidth = 1.96 * error
    let low = range.clamp(value - halfWidth)
    cell.interval = low...max(low, range.clamp(value + halfWidth))
    guard cell.status != .unreliable else { return cell }
    let tooUncertain: String? =
      if let limit = maximumHalfWidth, halfWidth > limit {
        "the 95 % interval is wider than ±\(limit.short)"
      } else if let limit = maximumCoefficientOfVariation, error > limit * abs(value) {
        "the standard error is more than \((limit * 100).short) % of the value"
      } else { nil }
    if let tooUncertain {
      cell.status = .unreliable
      cell.entersStatistics = cell.entersStatistics && !excludesUnreliable
      cell.reason = cell.reason.map { "\(tooUncertain); \($0)" } ?? tooUncertain
    }
    return cell
  }

  /// Whether a design effect makes intervals for figures of this range.
  func fits(_ range: ValueRange) -> Bool { range.minimum == 0 && range.maximum ?? 0 > 0 }

  private func designError(of value: Double, n: Int?, _ range: ValueRange) -> Double? {
    guard let designEffect, let n, n > 0, fits(range), let whole = range.maximum else { return nil }
    let share = value / whole
    guard share > 0, share < 1 else { return nil }
    return whole * (designEffect * share * (1 - share) / Double(n)).squareRoot()
  }
}

extension IndicatorValue {
  /// Standard error / |value|; nil without a standard error, or for a value of zero.
  public var coefficientOfVariation: Double? {
    guard let value, let standardError, value != 0 else { return nil }
    return standardError / abs(value)
  }
}

extension IndicatorDefinition {
  /// That its design effect gives no interval; nil where it may, or there is none.
  var designEffectWarning: Problem? {
    guard survey.designEffect != nil, !survey.fits(range) else { return nil }
    return Problem(
      "'design_effect' gives no interval for \(indicator.id.quoted), whose range is \(range)",
      at: place,
      remedy: "declare the range from 0 to what stands for all, such as [0, 100] for percentages; "
        + "for other figures give their standard errors")
  }
}
