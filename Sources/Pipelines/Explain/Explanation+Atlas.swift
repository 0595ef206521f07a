import Indicators
import Publishing

extension Explanation {
  /// Explains area number `area` of an atlas.
  init(_ atlas: Atlas, area: Int, definition: PipelineDefinition) {
    code = atlas.layer.areas[area].code
    name = atlas.layer.areas[area].name
    let tables = Dictionary(definition.tables.map { ($0.definition.id, $0.definition) }) { $1 }
    let origins = Dictionary(
      definition.indicators.map { ($0.definition.indicator.id, tables[$0.table.value]) }
    ) { $1 }
    figures = atlas.matrix.columns.map { column in
      let cell = column.cells[area]
      let used = cell.source.map { [$0] } ?? column.indicator.sources
      return Figure(
        indicator: column.indicator, cell: cell,
        sources: used.map { id in atlas.sources.first { $0.id == id }?.title ?? id },
        areaSet: origins[column.indicator.id]??.areaSet)
    }
    scores = atlas.indexes.map { Score($0, atlas, area: area) }
  }
}

extension Explanation.Score {
  fileprivate init(_ index: Atlas.Index, _ atlas: Atlas, area: Int) {
    let own = index.scores[area]
    id = index.id
    title = index.title
    score = own.score
    rank = own.rank
    scoredAreas = index.scores.count { $0.score != nil }
    coverage = own.coverage
    parts = own.drivers.map { driver in
      Explanation.Part(
        indicator: driver.indicator, normalized: driver.normalized, weight: driver.weight,
        points: driver.points)
    }
    changed = index.treated.flatMap { treated in
      treated.cells.filter { $0.area == area }.map {
        "\(treated.indicator) as \($0.to.rounded(digits: 6)) in place of \($0.from.shortest) "
          + "(\(treated.method.rawValue))"
      }
    }
    let present = Set(own.drivers.map(\.indicator))
    missing = index.weights.filter { !present.contains($0.indicator) }.map { part in
      let cell = atlas.matrix[part.indicator]?.cells[area]
      let reason = cell?.reason.map { ": \($0)" } ?? ""
      return "\(part.indicator) (\(cell?.status.rawValue ?? "no data")\(reason))"
    }
    notScored = atlas.notScored(of: index, in: "en")
    isHotspot = index.isHotspot(area)
    verdict = index.hotspotReason(area)
    test = index.hotspots.flatMap { results in
      let result = results[area]
      let parts = [
        result.z.map { "z \($0.rounded(digits: 3))" },
        result.p.map { "p \($0.rounded(significant: 3))" },
        result.pAdjusted.map { "adjusted \($0.rounded(significant: 3))" },
        result.pMin.map { "smallest possible \($0.rounded(significant: 3))" },
      ].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
  }
}
