import Cartography
import Diagnostics
import Geography
import Indicators

/// Several measures side by side in the same classes and colours, so that they can be compared.
struct SmallMultiples: AtlasMap {
  let definition: MapDefinition
  private let measures: [Measure]
  /// The classes of all values together.
  private let breaks: ClassBreaks
  private let palette: Palette
  private let ground: Ground

  /// Shared classes of several measures.
  ///
  /// - Throws: a `Problem` that names the map when the measures are of different kinds, or
  ///   classification or palette do not fit.
  init(_ definition: MapDefinition, _ measures: [Measure], on ground: Ground) throws {
    self.definition = definition
    self.measures = measures
    self.ground = ground
    try definition.checkComparable(measures)
    let values = measures.flatMap(\.statisticalValues)
    (breaks, palette) = try definition.naming {
      let count =
        definition.classCount ?? max(1, min(5, ClassBreaks.distinctCount(values.sorted())))
      let breaks = try ClassBreaks(
        values,
        by: Classification(
          named: definition.classification, count: count, bounds: definition.classBounds))
      return (breaks, try Palette(named: definition.palette, count: breaks.count))
    }
  }

  var sources: [String] { measures.sources }

  func title(in context: MapContext) -> String {
    context.words.list(measures.map { $0.title.text(in: context.language) })
  }

  func base(for format: SheetFormat) -> BaseMap? {
    BaseMap(ground, format: format, panels: measures.count)
  }

  func note(in context: MapContext) -> String? {
    context.words(
      .classesBy,
      [
        "method": definition.classification,
        "fit": NumberText.fixed(breaks.goodnessOfFit, decimals: 2),
      ])
  }

  private func classIndex(_ cell: IndicatorValue) -> Int? {
    cell.entersStatistics ? cell.value.flatMap(breaks.index) : nil
  }

  /// The map in one language.
  func sheet(in context: MapContext) -> MapSheet {
    let words = context.words
    let findings = measures.map { MeasureFinding($0, context) }
    let badges = findings.compactMap(\.badge)
    let periods = measures.compactMap(\.period).reduce(into: [String]()) { known, period in
      if !known.contains(period) { known.append(period) }
    }
    let units = measures.map { $0.unit.text(in: words.language) }
    let national = measures.flatMap { measure in
      measure.benchmark.map {
        [
          "\(measure.title.text(in: words.language)): "
            + words(.national, ["value": measure.short($0.value, words), "period": $0.period])
        ]
      } ?? []
    }
    return MapSheet(
      id: "\(definition.id)-\(context.language)", language: context.language,
      headline: definition.title?[context.language] ?? headline(context),
      subtitle: (Set(units).count == 1 && !units[0].isEmpty ? units[0] + "; " : "")
        + words(
          .multiplesMeasure,
          ["count": String(measures.count), "period": periods.sorted().joined(separator: ", ")]),
      badge: badges.isEmpty ? nil : badges.joined(separator: "; "),
      description: findings.map(\.description).joined(separator: " "),
      areasLabel: context.areasTitle, areas: [],
      panels: zip(measures, findings).map { panel($0, $1, context) }, labels: .withoutKey,
      legend: legend(context),
      notes: national, credits: context.credits(sources: sources),
      distanceUnits: context.distanceUnits)
  }

  /// One measure: only the areas at both ends are named, the others would not fit.
  private func panel(_ measure: Measure, _ finding: MeasureFinding, _ context: MapContext)
    -> MapSheet.Panel
  {
    let words = context.words
    let title = measure.title.text(in: context.language)
    return MapSheet.Panel(
      title: title,
      areas: measure.cells.indices.map { area in
        let cell = measure.cells[area]
        let status = measure.statusWord(cell)
        let name = context.name(area)
        var phrase = cell.value.map { measure.short($0, words) } ?? words[status.explained]
        if cell.value != nil, status != .ok { phrase += ", " + words[status] }
        let isNamed = finding.named.contains(area)
        return MapArea(
          code: context.atlas.layer.areas[area].code, name: isNamed ? name : "",
          value: isNamed ? cell.value.map { measure.short($0, words) } : nil,
          description: "\(name), \(title): \(phrase)",
          fill: classIndex(cell).map { Fill.color(palette.colors[$0]) } ?? status.fill
            ?? Word.unreliable.fill ?? .color(.white), priority: isNamed ? 1 : 0)
      })
  }

  private func legend(_ context: MapContext) -> Legend {
    let words = context.words
    let texts = breaks.texts(
      of: measures.flatMap(\.statisticalValues), decimals: measures.map(\.decimals).max() ?? 1,
      unit: measures.first?.unit.text(in: words.language) ?? "", words)
    let cells = measures.flatMap { measure in measure.cells.map { (measure, $0) } }
    var others = Word.outsideClasses.compactMap { word -> Legend.Row? in
      let count = cells.count { classIndex($1) == nil && $0.statusWord($1) == word }
      return count == 0 ? nil : Legend.Row(fill: word.fill, text: words.headed(word), count: count)
    }
    if !context.atlas.water.isEmpty {
      others.append(Legend.Row(fill: Word.water.fill, text: words.headed(.water)))
    }
    return Legend(
      label: words[.legend], title: words[.classTitle], countTitle: words[.values],
      classes: texts.indices.map {
        Legend.Row(
          fill: .color(palette.colors[$0]), text: texts[$0], count: breaks.counts[$0])
      }, othersTitle: others.isEmpty ? "" : words[.alsoShown], others: others)
  }

  /// Which areas are at the worse end most often, or what stands on the maps.
  private func headline(_ context: MapContext) -> String {
    guard let direction = measures.first?.direction, direction != .none else {
      return title(in: context)
    }
    let worst = measures.flatMap { measure -> [Int] in
      let values = measure.statisticalValues
      let end = direction == .lowIsWorse ? values.min() : values.max()
      return measure.cells.indices.filter {
        measure.cells[$0].entersStatistics && measure.cells[$0].value == end
      }
    }
    let counts = Dictionary(grouping: worst) { $0 }.mapValues(\.count)
    let most = counts.values.max() ?? 0
    let areas = counts.keys.filter { counts[$0] == most }.sorted()
    return context.words(
      .worstInMost,
      [
        "areas": context.names(areas, limit: 4), "count": String(most),
        "total": String(measures.count),
      ])
  }

  func table(in context: MapContext) -> MapTable {
    MapTable(context, measures.flatMap { MapTable.columns(of: $0, context) })
  }
}

extension MapDefinition {
  /// Refuses measures whose values cannot stand in one class.
  func checkComparable(_ measures: [Measure]) throws {
    guard let first = measures.first else { return }
    for other in measures.dropFirst() where !first.isComparable(with: other) {
      throw Problem(
        "map '\(id)': '\(first.title.text(in: "en"))' and "
          + "'\(other.title.text(in: "en"))' cannot share classes",
        remedy: "take measures of one unit with the same direction")
    }
  }
}

extension Measure {
  /// Whether values of two measures mean the same in one class: shares or one unit, one direction.
  fileprivate func isComparable(with other: Measure) -> Bool {
    let units = (unit.text(in: "en"), other.unit.text(in: "en"))
    let areShares = units.0.hasPrefix("%") && units.1.hasPrefix("%")
    return direction == other.direction && (areShares || units.0 == units.1)
  }
}
