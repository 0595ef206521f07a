import CompositeIndex
import Indicators
import SpatialStatistics

/// The numbers behind a map: one row an area, in layer order.
struct MapTable {
  /// One column: its heading, whether it holds numbers, and one text a row; empty where there
  /// is nothing to say.
  struct Column {
    var heading: String
    var isNumeric = false
    /// The language of the cells where it is not the page's.
    var language: String?
    var cells: [String]
    /// Drawings in the places of cells, which say the same to those who do not see them.
    var trends: [Trend?]?
  }

  /// Code and name come first.
  var columns: [Column]

  /// Code and name, then these columns; those in which nothing stands are left out.
  init(_ context: MapContext, _ columns: [Column]) {
    let areas = context.atlas.layer.areas
    let lead = [
      Column(heading: context.words[.code], cells: areas.map(\.code)),
      Column(heading: context.words[.area], cells: areas.indices.map(context.name)),
    ]
    self.columns = lead + columns.filter { !$0.cells.allSatisfy(\.isEmpty) }
  }

  /// Value, interval, sample, class, status and note of a measure.
  init(_ map: Choropleth, _ context: MapContext) {
    let words = context.words
    let measure = map.measure
    let scores = measure.scores
    let cells = measure.cells
    let classes = map.classTexts(words)
    var columns = [
      Column(
        heading: scores == nil ? measure.unit.text(in: words.language) : words[.score],
        isNumeric: true, cells: cells.map { $0.value.map { measure.short($0, words) } ?? "" }),
      Column(
        heading: words[.interval], isNumeric: true,
        cells: cells.map { cell in
          cell.interval.map {
            "\(measure.short($0.lowerBound, words)) – \(measure.short($0.upperBound, words))"
          } ?? ""
        }),
      Column(
        heading: words[.sampleSize], isNumeric: true,
        cells: cells.map { cell in
          cell.sampleSize.map { NumberText.fixed(Double($0), decimals: 0) } ?? ""
        }),
      Column(
        heading: words[.classNumber],
        cells: cells.indices.map { map.classIndex($0).map { classes[$0] } ?? "" }),
    ]
    if let trends = context.trends(of: map.definition.subject) {
      columns.insert(
        Column(
          heading: words[.trend],
          cells: trends.map { trend in
            (trend?.pieces ?? []).map { piece in
              piece.map { $0.map { measure.short($0, words) } ?? words[.noData] }
                .joined(separator: " → ")
            }.joined(separator: " | ")
          }, trends: trends), at: 1)
    }
    if let scores {
      columns += MapTable.columns(of: scores, context)
    }
    columns += [
      Column(heading: words[.status], cells: cells.map { words[measure.statusWord($0)] }),
      MapTable.reasons(cells.map(\.reason), words),
    ]
    self.init(context, columns)
  }

  /// Score, cluster, z, the p values and the reason of a local statistic.
  init(_ map: HotspotMap, _ context: MapContext) {
    let words = context.words
    let scores = map.index.scores
    let results = scores.indices.map { map.index.hotspots?[$0] ?? LocalResult() }
    func numbers(_ heading: Word, _ value: (LocalResult) -> String?) -> Column {
      Column(heading: words[heading], isNumeric: true, cells: results.map { value($0) ?? "" })
    }
    func flags(_ heading: Word, _ isSet: (Int) -> Bool) -> Column {
      Column(heading: words[heading], cells: scores.indices.map { words[isSet($0) ? .yes : .no] })
    }
    let columns = [
      flags(.isHotspot, map.index.isHotspot),
      flags(.severe) { scores[$0].isSevere },
      Column(
        heading: words[.cluster],
        cells: results.indices.map {
          words[scores[$0].score == nil ? .notScored : Word(results[$0].cluster)]
        }),
      Column(
        heading: words[.score], isNumeric: true,
        cells: map.measure.cells.map { $0.value.map { map.measure.short($0, words) } ?? "" }),
      numbers(.zScore) { $0.z.map { NumberText.fixed($0, decimals: 3) } },
      numbers(.pValue) { $0.p.map(NumberText.probability) },
      numbers(.pAdjusted) { $0.pAdjusted.map(NumberText.probability) },
      numbers(.pFloor) { $0.pMin.map(NumberText.probability) },
      numbers(.neighbors) { String($0.neighbors) },
      MapTable.reasons(scores.indices.map { scores[$0].reason ?? results[$0].reason }, words),
    ]
    self.init(context, columns)
  }

  /// Value and status of one of several measures; the status only where it says more than `ok`.
  static func columns(of measure: Measure, _ context: MapContext) -> [Column] {
    let words = context.words
    let title = measure.title.text(in: words.language)
    return [
      Column(
        heading: title, isNumeric: true,
        cells: measure.cells.map { $0.value.map { measure.short($0, words) } ?? "" }),
      Column(
        heading: "\(title): \(words[.status])",
        cells: measure.cells.map {
          let word = measure.statusWord($0)
          return word == .ok ? "" : words[word]
        }),
    ]
  }

  private static func reasons(_ reasons: [String?], _ words: Words) -> Column {
    Column(
      heading: words[.reason], language: words.language == "en" ? nil : "en",
      cells: reasons.map { $0 ?? "" })
  }

  private static func columns(of scores: [AreaScore], _ context: MapContext) -> [Column] {
    let words = context.words
    func ranks(_ score: AreaScore) -> String {
      guard let rank = score.rank else { return "" }
      return score.rankInterval.map { "\(rank) (\($0.lowerBound)–\($0.upperBound))" } ?? "\(rank)"
    }
    func drivers(_ score: AreaScore) -> String {
      score.drivers.map { driver in
        let title = context.atlas.matrix[driver.indicator]?.indicator.title
        let name = title?.text(in: words.language) ?? driver.indicator
        return "\(name) \(NumberText.fixed(driver.points, decimals: 1))"
      }.joined(separator: "; ")
    }
    return [
      Column(heading: words[.rank], isNumeric: true, cells: scores.map(ranks)),
      Column(
        heading: words[.coverageShare], isNumeric: true,
        cells: scores.map { NumberText.fixed($0.coverage * 100, decimals: 0) + "%" }),
      Column(heading: words[.drivers], cells: scores.map(drivers)),
    ]
  }
}
