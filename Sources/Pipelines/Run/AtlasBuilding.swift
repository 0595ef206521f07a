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
    let national = tables.national.filter { !join.exposedTotals.contains($0.key) }
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

  /// A map for each index, for its hotspots, and for each indicator with values in enough areas.
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
      classCount: own.classCount ?? min(usual, distinct),
      palette: (own.palette ?? maps.common.palette)?.value ?? "YlOrBr")
  }
}
