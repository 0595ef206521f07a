import CompositeIndex
import Diagnostics
import Geography
import Indicators

/// What a map shows, an indicator or the score of an index, as one column of cells.
struct Measure {
  let title: LocalizedText
  /// Unit by language; of an index: what its score means.
  let unit: LocalizedText
  /// The period of the oldest figures where they differ, as in an index.
  let earliest: String?
  /// The period of the figures, or of the newest ones.
  let period: String?
  let decimals: Int
  let direction: Indicator.Direction
  let cells: [IndicatorValue]
  /// The scores of an index; nil for an indicator.
  let scores: [AreaScore]?
  /// Identifiers of the sources, in order of first use.
  let sources: [String]
  let benchmark: Atlas.Benchmark?
  /// What a cell without value and other reason is called.
  let missingWord: Word
  /// The figures behind it that are last good ones, with the day they were last read.
  let lastRead: [(title: LocalizedText, date: String)]
  /// How many figures are behind it.
  let figureCount: Int

  /// The measure of an indicator.
  init(_ column: IndicatorMatrix.Column, benchmark: Atlas.Benchmark?) {
    let indicator = column.indicator
    title = indicator.title
    unit = indicator.unit
    earliest = nil
    period = indicator.period
    decimals = indicator.decimals
    direction = indicator.direction
    cells = column.cells
    scores = nil
    sources = indicator.sources
    self.benchmark = benchmark
    missingWord = .noData
    lastRead = Measure.lastRead([column])
    figureCount = 1
  }

  /// The score of an index.
  init(_ index: Atlas.Index, matrix: IndicatorMatrix) {
    title = index.title
    unit = LocalizedText(
      Dictionary(uniqueKeysWithValues: Words.builtIn.map { ($0, $1[.indexMeasure] ?? "") }))
    decimals = 1
    direction = .highIsWorse
    scores = index.scores
    cells = index.scores.map {
      IndicatorValue(value: $0.score, status: $0.score == nil ? .noData : .ok, reason: $0.reason)
    }
    let drivers = Set(index.scores.flatMap { $0.drivers.map(\.indicator) })
    var sources: [String] = []
    for column in matrix.columns where drivers.contains(column.indicator.id) {
      for source in column.indicator.sources where !sources.contains(source) {
        sources.append(source)
      }
    }
    self.sources = sources
    let periods = Set(
      matrix.columns.lazy.map(\.indicator).filter { drivers.contains($0.id) }.map(\.period)
    ).sorted()
    (earliest, period) = (periods.count > 1 ? periods.first : nil, periods.last)
    benchmark = nil
    missingWord = .notScored
    lastRead = Measure.lastRead(matrix.columns.filter { drivers.contains($0.indicator.id) })
    figureCount = drivers.count
  }

  /// How many figures each area has.
  init(_ evidence: Evidence) {
    func text(_ word: Word, _ values: KeyValuePairs<String, String> = [:]) -> LocalizedText {
      LocalizedText(
        Dictionary(
          uniqueKeysWithValues: Words.builtIn.keys.map { ($0, Words(language: $0)(word, values)) }))
    }
    title = text(.evidence)
    unit = text(.figuresOf, ["total": String(evidence.indicators.count)])
    (earliest, period) = evidence.period
    decimals = 0
    direction = .lowIsWorse
    cells = evidence.areas.map { IndicatorValue(value: Double($0.known)) }
    scores = nil
    var sources: [String] = []
    for source in evidence.indicators.flatMap(\.sources) where !sources.contains(source) {
      sources.append(source)
    }
    self.sources = sources
    benchmark = nil
    missingWord = .noData
    lastRead = []
    figureCount = evidence.indicators.count
  }

  private static func lastRead(_ columns: [IndicatorMatrix.Column])
    -> [(title: LocalizedText, date: String)]
  {
    columns.compactMap { column in column.lastRead.map { (column.indicator.title, $0) } }
  }

  /// The values that classes, headline and extremes are made of.
  var statisticalValues: [Double] { cells.compactMap { $0.entersStatistics ? $0.value : nil } }

  /// What to say of figures from an earlier release; nil where there are none.
  func badge(_ words: Words) -> String? {
    if isScore {
      if lastRead.isEmpty { return nil }
      return words(
        .staleFigures, ["count": String(lastRead.count), "total": String(figureCount)])
    }
    let total = cells.count { $0.value != nil }
    // What was last read then, was read then as a whole, the unreliable values among it.
    let count = lastRead.isEmpty ? cells.count { $0.status == .stale } : total
    return count == 0
      ? nil : words(.staleBadge, ["count": String(count), "total": String(total)])
  }

  /// One sentence for each figure that is a last good one, with its date.
  func lastReadNotes(_ words: Words) -> [String] {
    lastRead.map {
      words(.lastRead, ["title": $0.title.text(in: words.language), "date": $0.date])
    }
  }

  /// A value as it is read: `27.1%`.
  func short(_ value: Double, _ words: Words) -> String {
    NumberText.short(value, decimals: decimals, unit: unit.text(in: words.language))
  }

  /// A value with its whole unit: `27.1% of women aged 15–49`, `1,234 persons`, `score 36.4`.
  func long(_ value: Double, _ words: Words) -> String {
    let unit = unit.text(in: words.language)
    let number = NumberText.fixed(value, decimals: decimals)
    if isScore { return words(.scored, ["value": number]) }
    if unit.isEmpty { return number }
    return unit.hasPrefix("%") ? number + unit : number + " " + unit
  }

  /// `unit, period`, or what there is of it.
  func subtitle(_ words: Words) -> String {
    subtitle(words, measuring: unit.text(in: words.language))
  }

  /// `what, period` for a map that shows something else of the same figures.
  func subtitle(_ words: Words, measuring unit: String) -> String {
    guard var period, !period.isEmpty else { return unit }
    if let earliest { period = words(.range, ["low": earliest, "high": period]) }
    return unit.isEmpty ? period : words(.measured, ["unit": unit, "period": period])
  }

  /// Whether it is the score of an index.
  var isScore: Bool { missingWord == .notScored }

  /// What a cell's status is called.
  func statusWord(_ cell: IndicatorValue) -> Word {
    cell.status == .noData ? missingWord : Word(cell.status)
  }
}

extension Word {
  /// The word for a status.
  init(_ status: Status) {
    self =
      switch status {
      case .ok: .ok
      case .estimated: .estimated
      case .preliminary: .preliminary
      case .rounded: .rounded
      case .stale: .stale
      case .unreliable: .unreliable
      case .noData: .noData
      case .suppressed: .suppressed
      case .notApplicable: .notApplicable
      }
  }
}

extension [Measure] {
  /// The sources of all, each once.
  var sources: [String] {
    flatMap(\.sources).reduce(into: []) { known, source in
      if !known.contains(source) { known.append(source) }
    }
  }
}
