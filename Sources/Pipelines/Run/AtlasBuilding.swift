import Diagnostics
import Geography
import Indicators
import Publishing

extension PipelineDefinition {
  /// The atlas of boundaries, figures and indexes: everything that is published is drawn from it.
  func atlas(
    _ inputs: Inputs, contiguity: Contiguity, indexes: [Atlas.Index], checks: [CheckResult]
  ) -> Atlas {
    let (read, tables, join) = (inputs.boundaries, inputs.tables, inputs.join)
    // A total less the figures beside it is what is withheld, if not tonight then over two nights.
    let withheld = join.matrix.columns.filter { $0.cells.contains { $0.status == .suppressed } }
    let hidden = join.exposedTotals.union(withheld.map(\.indicator.id))
    let national = tables.national.filter { !hidden.contains($0.key) }
    let used = join.matrix.columns.flatMap(\.indicator.sources) + national.values.map(\.source)
    return Atlas(
      pipeline: name, title: title, languages: languages, layer: read.layer,
      boundaries: Atlas.Boundaries(
        file: boundaries.origin.name, attribution: boundaries.attribution,
        licence: boundaries.licence, areaWord: boundaries.areaWord,
        areasWord: boundaries.areasWord),
      contiguity: contiguity, water: read.water, surroundings: read.surroundings,
      contextAttribution: context.attribution, matrix: join.matrix,
      benchmarks: national.mapValues {
        Atlas.Benchmark(value: $0.value, period: $0.period, source: $0.source)
      },
      sources: tables.sources.filter { used.contains($0.id) }, indexes: indexes,
      maps: mapDefinitions(of: join.matrix, indexes: indexes),
      warnings: read.warnings + join.warnings + checks.warnings + languageWarnings
        + sourceWarnings(join.matrix, known: tables.sources),
      checks: checks, asOf: asOf)
  }

  /// A map for each index, for its hotspots, and for each indicator with values in enough areas;
  /// then the maps of other kinds.
  private func mapDefinitions(of matrix: IndicatorMatrix, indexes: [Atlas.Index])
    -> [MapDefinition]
  {
    let ofIndexes = indexes.flatMap { index in
      [map(index.id, .index(index.id), values: index.scores.compactMap(\.score))]
        + (index.hotspots == nil
          ? [] : [map("\(index.id)-hotspots", .hotspots(index.id), values: [])])
    }
    let columns = matrix.columns.filter { $0.valueCount >= maps.minimumAreas }
    return ofIndexes
      + columns.map {
        map($0.indicator.id, .indicator($0.indicator.id), values: $0.cells.compactMap(\.value))
      } + maps.more.filter { hasEnough($0, matrix, indexes) }.map(map)
  }

  /// Whether everything that a map shows has values in enough areas.
  private func hasEnough(
    _ map: MapSection, _ matrix: IndicatorMatrix, _ indexes: [Atlas.Index]
  ) -> Bool {
    if map.kind == .evidence { return true }
    return (map.of + [map.size].compactMap(\.self)).allSatisfy { name in
      let index = indexes.first { $0.id == name.value }
      let count = index?.scores.count { $0.score != nil } ?? matrix[name.value]?.valueCount ?? 0
      return count >= maps.minimumAreas
    }
  }

  /// A map of its own kind; one that shows a single measure has the classes and colours of that
  /// measure's map unless it says otherwise.
  private func map(_ section: MapSection) -> MapDefinition {
    let own = section.style
    let shown =
      section.of.count == 1 && section.kind != .evidence
      ? maps.single.first { $0.id.value == section.of[0].value }?.style : nil
    let isBivariate = section.kind == .bivariate
    return MapDefinition(
      id: section.id.value, subject: section.subject, title: own.title,
      classification: (own.classification ?? shown?.classification)?.value
        ?? (isBivariate ? "quantile" : maps.common.classification?.value ?? "fisher-jenks"),
      classCount: own.classCount ?? shown?.classCount,
      classBounds: own.classBounds.isEmpty ? shown?.classBounds ?? [] : own.classBounds,
      palette: (own.palette ?? shown?.palette)?.value ?? section.kind.palette
        ?? maps.common.palette?.value ?? "YlOrBr",
      detail: own.detail ?? maps.common.detail ?? .standard)
  }

  /// Where more is worse, more is brown; where more is better, blue; else neither.
  private func palette(of subject: MapDefinition.Subject) -> String {
    guard case .indicator(let id) = subject,
      let indicator = indicators.first(where: { $0.definition.indicator.id == id })
    else { return "YlOrBr" }
    return switch indicator.definition.indicator.direction {
    case .highIsWorse: "YlOrBr"
    case .lowIsWorse: "YlGnBu"
    case .none: "Purples"
    }
  }

  /// A map as the definition styles it. Unless a number of classes is asked for by name, there
  /// are never more than different values.
  private func map(_ id: String, _ subject: MapDefinition.Subject, values: [Double])
    -> MapDefinition
  {
    let own = maps.single.first { $0.id.value == id }?.style ?? MapsDefinition.Style()
    let usual = maps.common.classCount ?? 5
    let distinct = max(1, Set(values).count)
    return MapDefinition(
      id: id, subject: subject, title: own.title,
      classification: (own.classification ?? maps.common.classification)?.value ?? "fisher-jenks",
      classCount: own.classCount ?? (own.series == nil ? min(usual, distinct) : usual),
      classBounds: own.classBounds.isEmpty ? maps.common.classBounds : own.classBounds,
      palette: (own.palette ?? maps.common.palette)?.value ?? palette(of: subject),
      detail: own.detail ?? maps.common.detail ?? .standard, series: own.series)
  }
}
