import Indicators

/// What is known of each area: how many figures of those declared, how old, how sure.
struct Evidence {
  /// What is known of one area.
  struct Known: Hashable {
    /// Number of indicators with a value.
    var known = 0
    /// Number of values that are not simply as published: unreliable, estimated, preliminary,
    /// rounded, or from an earlier release.
    var unsure = 0
    /// Number of values with a 95 % interval.
    var withInterval = 0
    /// The last year of each value's period that names one, ascending.
    var years: [Int] = []
    /// Indicators without a value, by position.
    var missing: [Int] = []
  }

  /// The indicators that were asked about.
  let indicators: [Indicator]
  /// One entry an area.
  let areas: [Known]
  /// The year that ages are counted from: that of the `as of` date, else the newest of all.
  let year: Int?

  /// Figures older than this many years are old.
  static let oldAge = 5

  /// Counts the figures of each area.
  init(of columns: [IndicatorMatrix.Column], asOf: String?) {
    indicators = columns.map(\.indicator)
    var areas = [Known](repeating: Known(), count: columns.first?.cells.count ?? 0)
    // Most figures of a column are of one period.
    var lastYears: [String: Int?] = [:]
    for (index, column) in columns.enumerated() {
      for (area, cell) in column.cells.enumerated() {
        guard cell.value != nil else {
          areas[area].missing.append(index)
          continue
        }
        areas[area].known += 1
        if cell.status != .ok { areas[area].unsure += 1 }
        if cell.interval != nil { areas[area].withInterval += 1 }
        let period = cell.period ?? column.indicator.period
        let year = lastYears[period] ?? Evidence.lastYear(of: period)
        lastYears[period] = .some(year)
        if let year { areas[area].years.append(year) }
      }
    }
    for area in areas.indices { areas[area].years.sort() }
    self.areas = areas
    year = asOf.flatMap(Evidence.lastYear) ?? areas.compactMap(\.years.last).max()
  }

  /// The years that figures are from; nil where no period names one.
  var years: ClosedRange<Int>? {
    guard let first = areas.compactMap(\.years.first).min(),
      let last = areas.compactMap(\.years.last).max()
    else { return nil }
    return first...last
  }

  /// The same as texts: the first year where it is another, and the last.
  var period: (earliest: String?, period: String?) {
    guard let years else { return (nil, nil) }
    return (years.count > 1 ? String(years.lowerBound) : nil, String(years.upperBound))
  }

  /// How old the figures of an area are in the middle: at least half are no older. Nil where no
  /// period names a year.
  func medianAge(_ area: Int) -> Int? {
    let years = areas[area].years
    guard let year, !years.isEmpty else { return nil }
    return year - years[years.count / 2]
  }

  /// Whether more than half of an area's figures are old.
  func isOld(_ area: Int) -> Bool { medianAge(area).map { $0 > Evidence.oldAge } ?? false }

  /// The year in which a period ends: of `2021-22`, 2022; of `2011`, 2011; of `2020-2024`, 2024.
  static func lastYear(of period: String) -> Int? {
    guard let last = period.matches(of: /[0-9]{4}([-–\/][0-9]{2}(?![0-9]))?/).last?.output.0
    else { return nil }
    // A date goes on after its month; a span of two years ends with the second.
    if last.count == 7,
      period.wholeMatch(of: /[0-9]{4}-[0-9]{2}(-[0-9]{2})?/) == nil
        || last.suffix(2) > "12"
    {
      return Int(last.prefix(2) + last.suffix(2))
    }
    return Int(last.prefix(4))
  }
}
