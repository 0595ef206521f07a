import Cartography
import Geography
import Indicators

/// A map of two measures in three classes each: nine colours, and a mark that says the same.
///
/// Classes run from better to worse where the measures have a direction, so that the darkest
/// colour is where both are worst.
struct BivariateMap: AtlasMap {
  let definition: MapDefinition
  private let columns: BivariateAxis
  private let rows: BivariateAxis

  /// Classes of both measures.
  ///
  /// - Throws: a `Problem` that names the map when a measure cannot be put into three classes.
  init(_ definition: MapDefinition, _ first: Measure, _ second: Measure) throws {
    self.definition = definition
    columns = try BivariateAxis(first, by: definition)
    rows = try BivariateAxis(second, by: definition)
  }

  private var measures: [Measure] { [columns.measure, rows.measure] }

  var sources: [String] { measures.sources }

  func title(in context: MapContext) -> String { titles(context).list }

  private func titles(_ context: MapContext) -> (first: String, second: String, list: String) {
    let titles = measures.map { $0.title.text(in: context.language) }
    return (titles[0], titles[1], titles.joined(separator: " × "))
  }

  /// The mark of two classes: rows are letters, columns numbers; `C3` is worst in both.
  private static func mark(_ column: Int, _ row: Int) -> String {
    "\(["A", "B", "C"][row])\(column + 1)"
  }

  private func classes(_ area: Int) -> (column: Int, row: Int)? {
    guard let column = columns.step(area), let row = rows.step(area) else { return nil }
    return (column, row)
  }

  private var areaIndices: Range<Int> { columns.measure.cells.indices }

  /// The areas of one colour.
  private func areas(_ column: Int, _ row: Int) -> [Int] {
    areaIndices.filter { classes($0).map { $0 == (column, row) } ?? false }
  }

  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet {
    let words = context.words
    let titles = titles(context)
    let findings = measures.map { MeasureFinding($0, context) }
    let badges = findings.compactMap(\.badge)
    let notes = zip(measures, findings).flatMap { measure, finding in
      finding.counts.map { "\(measure.title.text(in: words.language)): \($0)" }
        + measure.lastReadNotes(words)
    }
    return MapSheet(
      id: "\(definition.id)-\(context.language)", language: context.language,
      headline: definition.title?[context.language] ?? headline(context),
      subtitle: measures.map { measure in
        "\(measure.title.text(in: words.language)): \(measure.subtitle(words))"
      }.joined(separator: "; "),
      badge: badges.isEmpty ? nil : badges.joined(separator: "; "),
      description: ([
        words(
          .mapOf,
          [
            "total": String(areaIndices.count), "areas": context.areasWord, "title": titles.list,
            "measure": words[.bivariateMeasure],
          ])
      ] + corners(context) + outside(context) + badges.map { $0 + "." } + notes)
      .joined(separator: " "),
      areasLabel: context.areasTitle, areas: mapAreas(context), legend: legend(context),
      notes: notes, credits: context.credits(sources: sources),
      distanceUnits: context.distanceUnits)
  }

  private func mapAreas(_ context: MapContext) -> [MapArea] {
    let worst = Set(areas(2, 2))
    return areaIndices.map { area in
      let name = context.name(area)
      let mark = classes(area).map { BivariateMap.mark($0.column, $0.row) }
      let phrases = measures.map { measure -> String in
        let cell = measure.cells[area]
        let status = measure.statusWord(cell)
        var phrase = measure.title.text(in: context.language) + " "
        phrase +=
          cell.value.map { measure.short($0, context.words) } ?? context.words[status.explained]
        if cell.value != nil, status != .ok { phrase += " (\(context.words[status]))" }
        return phrase
      }
      return MapArea(
        code: context.atlas.layer.areas[area].code, name: name, value: mark,
        description: "\(name): \(([mark].compactMap(\.self) + phrases).joined(separator: ", "))",
        fill: fill(area), priority: worst.contains(area) ? 1 : 0)
    }
  }

  private func fill(_ area: Int) -> Fill {
    if let (column, row) = classes(area) { return .color(BivariatePalette.color(column, row)) }
    return outsideWord(area).fill ?? .color(.white)
  }

  /// Why an area stands outside the classes: the status of the measure that keeps it out.
  private func outsideWord(_ area: Int) -> Word {
    let measure = columns.step(area) == nil ? columns.measure : rows.measure
    return measure.statusWord(measure.cells[area])
  }

  private func outsiders(_ word: Word) -> [Int] {
    areaIndices.filter { classes($0) == nil && outsideWord($0) == word }
  }

  private func outside(_ context: MapContext) -> [String] {
    Word.outsideClasses.compactMap { word in
      let areas = outsiders(word)
      return areas.isEmpty
        ? nil
        : context.words(
          .missing,
          [
            "status": context.words.headed(word), "names": context.names(areas, limit: 10),
          ])
    }
  }

  private func legend(_ context: MapContext) -> Legend {
    let words = context.words
    let titles = titles(context)
    let (columnTexts, rowTexts) = (columns.texts, rows.texts)
    let cells = (0..<3).reversed().map { row in
      (0..<3).map { column in
        MatrixLegend.Cell(
          color: BivariatePalette.color(column, row), mark: BivariateMap.mark(column, row),
          count: areas(column, row).count,
          description: "\(BivariateMap.mark(column, row)), \(titles.first) \(columnTexts[column]), "
            + "\(titles.second) \(rowTexts[row])")
      }
    }
    var others = Word.outsideClasses.compactMap { word -> Legend.Row? in
      let count = outsiders(word).count
      return count == 0 ? nil : Legend.Row(fill: word.fill, text: words.headed(word), count: count)
    }
    if !context.atlas.water.isEmpty {
      others.append(Legend.Row(fill: Word.water.fill, text: words.headed(.water)))
    }
    let hasDirection = measures.allSatisfy { $0.direction != .none }
    return Legend(
      label: words[.legend],
      title: words(
        hasDirection ? .worseCorner : .higherCorner, ["areas": context.areasWord]),
      countTitle: others.contains { $0.count != nil } ? context.areasTitle : "", classes: [],
      matrix: MatrixLegend(
        rows: cells, rowTexts: rowTexts.reversed(), columnTexts: columnTexts,
        rowTitle: "↑ " + axisTitle(rows.measure, words),
        columnTitle: "→ " + axisTitle(columns.measure, words)),
      othersTitle: others.isEmpty ? "" : words[.alsoShown], others: others)
  }

  /// What is measured, with its percent sign.
  private func axisTitle(_ measure: Measure, _ words: Words) -> String {
    let isShare = measure.unit.text(in: words.language).hasPrefix("%")
    return measure.title.text(in: words.language) + (isShare ? " (%)" : "")
  }

  private func headline(_ context: MapContext) -> String {
    let titles = titles(context)
    let worst = areas(2, 2)
    let hasDirection = measures.allSatisfy { $0.direction != .none }
    return context.words(
      worst.isEmpty ? .bothNowhere : hasDirection ? .bothWorst : .bothHighest,
      [
        "title": titles.list, "areas": context.names(worst, limit: 4),
      ])
  }

  /// Where both are worst and where both are best.
  private func corners(_ context: MapContext) -> [String] {
    [(2, 2), (0, 0)].compactMap { column, row in
      let areas = areas(column, row)
      return areas.isEmpty
        ? nil
        : context.words(
          .clusterCount,
          [
            "status": context.words(
              .bothClasses,
              [
                "mark": BivariateMap.mark(column, row),
                "first": "\(titles(context).first) \(columns.texts[column])",
                "second": "\(titles(context).second) \(rows.texts[row])",
              ]), "names": context.names(areas, limit: 10),
          ])
    }
  }

  func table(in context: MapContext) -> MapTable {
    MapTable(
      context,
      measures.flatMap { MapTable.columns(of: $0, context) } + [
        MapTable.Column(
          heading: context.words[.classNumber],
          cells: areaIndices.map { area in
            classes(area).map { BivariateMap.mark($0.column, $0.row) } ?? ""
          })
      ])
  }
}
