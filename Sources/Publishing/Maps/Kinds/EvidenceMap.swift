import Cartography
import Geography

/// A map of what is known: fill says how many figures an area has, a number with `?` how many of
/// them are less than sure, a mark that most are old. The data desert is part of the divide.
struct EvidenceMap: AtlasMap {
  let evidence: Evidence
  private let choropleth: Choropleth

  /// What stands before the name of an area whose figures are mostly old.
  private static let mark = "†"

  /// Classes of the number of figures.
  ///
  /// - Throws: a `Problem` that names the map when there is no indicator, or classification or
  ///   palette do not fit.
  init(_ definition: MapDefinition, _ evidence: Evidence) throws {
    self.evidence = evidence
    choropleth = try Choropleth(definition, Measure(evidence))
  }

  var definition: MapDefinition { choropleth.definition }
  var sources: [String] { choropleth.sources }

  func title(in context: MapContext) -> String { context.words[.evidence] }

  func note(in context: MapContext) -> String? { choropleth.note(in: context) }

  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet {
    let words = context.words
    var sheet = choropleth.sheet(in: context)
    if definition.title?[context.language] == nil { sheet.headline = headline(context) }
    sheet.subtitle = subtitle(words)
    sheet.legend.title = words[.values]
    for area in sheet.areas.indices {
      let known = evidence.areas[area]
      var parts = [sheet.areas[area].description]
      if let age = evidence.medianAge(area) { parts.append(words(.halfAged, ["age": String(age)])) }
      if known.unsure > 0 { parts.append(words(.unsure, ["count": String(known.unsure)])) }
      sheet.areas[area].description = parts.joined(separator: "; ")
      if known.unsure > 0 { sheet.areas[area].value? += "\u{A0}(\(known.unsure)?)" }
      if evidence.isOld(area) { sheet.areas[area].name += EvidenceMap.mark }
    }
    sheet.legend.others = marks(words) + sheet.legend.others
    sheet.legend.othersTitle = words[.alsoShown]
    let missing = missing(context)
    let ages = ages(context)
    sheet.notes += ages + missing
    sheet.description =
      ([sheet.description] + doubts(context) + ages + missing).joined(separator: " ")
    return sheet
  }

  /// What is counted, and from when to when.
  private func subtitle(_ words: Words) -> String {
    let measure = words(.evidenceMeasure, ["total": String(evidence.indicators.count)])
    let (earliest, latest) = evidence.period
    guard let latest else { return measure }
    let period = earliest.map { words(.range, ["low": $0, "high": latest]) } ?? latest
    return words(.measured, ["unit": measure, "period": period])
  }

  /// How old figures are, in one line.
  private func ages(_ context: MapContext) -> [String] {
    let ages = evidence.areas.indices.compactMap(evidence.medianAge)
    guard let low = ages.min(), let high = ages.max(), let years = evidence.years else { return [] }
    return [
      context.words(
        .ages,
        [
          "area": context.atlas.boundaries.areaWord.text(in: context.language),
          "age": low == high
            ? String(low) : context.words(.range, ["low": String(low), "high": String(high)]),
          "year": String(years.lowerBound),
        ])
    ]
  }

  /// What number and mark mean, where they occur.
  private func marks(_ words: Words) -> [Legend.Row] {
    let unsure = evidence.areas.count { $0.unsure > 0 }
    let old = evidence.areas.indices.count(where: evidence.isOld)
    return [
      Legend.Row(fill: nil, symbol: "(1?)", text: words[.unsureExplained], count: unsure),
      Legend.Row(
        fill: nil, symbol: EvidenceMap.mark,
        text: words(.oldExplained, ["age": String(Evidence.oldAge)]), count: old),
    ].filter { $0.count != 0 }
  }

  /// The same in sentences.
  private func doubts(_ context: MapContext) -> [String] {
    let unsure = evidence.areas.filter { $0.unsure > 0 }
    let old = evidence.areas.indices.count(where: evidence.isOld)
    var sentences: [String] = []
    if !unsure.isEmpty {
      sentences.append(
        context.words(
          .unsureFigures,
          [
            "count": String(unsure.reduce(0) { $0 + $1.unsure }),
            "areas": context.count(unsure.count),
          ]))
    }
    if old > 0 {
      let text = context.words(.oldExplained, ["age": String(Evidence.oldAge)])
      sentences.append("\(text): \(context.count(old)).")
    }
    return sentences
  }

  /// Who has the fewest figures and who the most.
  private func headline(_ context: MapContext) -> String {
    let counts = evidence.areas.map(\.known)
    let total = String(evidence.indicators.count)
    guard let low = counts.min(), let high = counts.max() else { return title(in: context) }
    func names(_ count: Int) -> String {
      context.names(counts.indices.filter { counts[$0] == count }, limit: 3)
    }
    if low == high {
      return context.words(
        .sameEvidence, ["areas": context.areasWord, "count": String(low), "total": total])
    }
    return context.words(
      .evidenceFinding,
      [
        "areas": names(low), "low": String(low), "total": total, "others": names(high),
        "high": String(high),
      ])
  }

  /// The figures that some areas lack, in one line.
  private func missing(_ context: MapContext) -> [String] {
    let total = evidence.areas.count
    let gaps = evidence.indicators.indices.compactMap { index -> String? in
      let known = total - evidence.areas.count { $0.missing.contains(index) }
      let title = evidence.indicators[index].title.text(in: context.language)
      return known == total
        ? nil : context.words(.figureCount, ["title": title, "count": "\(known)"])
    }
    return gaps.isEmpty
      ? []
      : [
        context.words(
          .gaps,
          [
            "figures": gaps.joined(separator: "; "), "total": String(total),
            "areas": context.areasWord,
          ])
      ]
  }

  func table(in context: MapContext) -> MapTable {
    let words = context.words
    func numbers(_ heading: String, _ text: (Int) -> String) -> MapTable.Column {
      MapTable.Column(
        heading: heading, isNumeric: true, cells: evidence.areas.indices.map(text))
    }
    return MapTable(
      context,
      [
        numbers(words(.figuresKnown, ["total": String(evidence.indicators.count)])) {
          String(evidence.areas[$0].known)
        },
        numbers(words[.lessSure]) { String(evidence.areas[$0].unsure) },
        numbers(words[.withInterval]) { String(evidence.areas[$0].withInterval) },
        numbers(words[.medianAge]) { evidence.medianAge($0).map(String.init) ?? "" },
        numbers(words[.oldestYear]) { evidence.areas[$0].years.first.map(String.init) ?? "" },
        numbers(words[.newestYear]) { evidence.areas[$0].years.last.map(String.init) ?? "" },
        MapTable.Column(
          heading: words[.figuresMissing],
          cells: evidence.areas.map { known in
            known.missing.map { evidence.indicators[$0].title.text(in: context.language) }
              .joined(separator: "; ")
          }),
      ])
  }
}
