internal import CompositeIndex
internal import Geography
internal import Indicators
internal import SpatialStatistics

extension PublishedFile {
  /// `summary.json`: what a planner asks first. Counts, hotspots, clusters, what is stale or not
  /// scored, and the warnings; no clock in it.
  public static func summary(of atlas: Atlas) -> PublishedFile {
    let lead = atlas.languages.first ?? "en"
    let pairs = atlas.contiguity.pairs
    let document: JSON = [
      "pipeline": .text(atlas.pipeline),
      "title": .text(atlas.title.text(in: lead)),
      "as_of": .optional(atlas.asOf),
      "languages": .array(atlas.languages.map(JSON.text)),
      "counts": [
        "areas": .integer(atlas.layer.count),
        "neighbor_pairs": .integer(pairs.count { !$0.isNearMiss }),
        "near_misses": .integer(pairs.count(where: \.isNearMiss)),
        "indicators": .integer(atlas.matrix.columns.count),
        "maps": .integer(atlas.maps.count),
        "warnings": .integer(atlas.warnings.count),
      ],
      "indicators": .array(atlas.matrix.columns.map { summary(of: $0, in: lead) }),
      "indexes": .array(atlas.indexes.map { summary(of: $0, atlas) }),
      "checks": .array(atlas.checks.map(summary)),
      "maps": .array(atlas.maps.compactMap { classes(of: $0, atlas) }),
      "stale": .array(atlas.staleIndicators.map(JSON.text)),
      "warnings": .array(
        atlas.warnings.map { problem in
          [
            "where": .optional(problem.place?.description),
            "what": .text(problem.what),
            "remedy": .optional(problem.remedy),
          ]
        }),
    ]
    return PublishedFile(path: "summary.json", bytes: document.bytes)
  }

  private static func summary(of column: IndicatorMatrix.Column, in language: String) -> JSON {
    let statuses = Status.allCases.map { status in
      (name: status.rawValue, value: JSON.integer(column.cells.count { $0.status == status }))
    }
    return [
      "id": .text(column.indicator.id),
      "title": .text(column.indicator.title.text(in: language)),
      "unit": .text(column.indicator.unit.text(in: language)),
      "period": .text(column.indicator.period),
      "worse": .text(column.indicator.direction.rawValue),
      "last_read": .optional(column.lastRead),
      "failure": .optional(column.failure),
      "files": .array(column.files.map(JSON.text)),
      "crosswalk_files": .array(column.crosswalkFiles.map(JSON.text)),
      "sources": .array(column.indicator.sources.map(JSON.text)),
      "areas_with_value": .integer(column.valueCount),
      "areas_in_statistics": .integer(column.cells.count(where: \.entersStatistics)),
      "statuses": .object(statuses),
    ]
  }

  private static func summary(of index: Atlas.Index, _ atlas: Atlas) -> JSON {
    let lead = atlas.languages.first ?? "en"
    let areas = index.scores.indices
    let scored = areas.filter { index.scores[$0].score != nil }
    let results = index.hotspots
    let clusters = Cluster.allCases.map { cluster in
      (name: cluster.rawValue, value: JSON.integer(results?.count { $0.cluster == cluster } ?? 0))
    }
    func list(_ areas: [Int]) -> JSON {
      .array(areas.sorted { rank($0) < rank($1) }.map { entry($0, index, atlas) })
    }
    func rank(_ area: Int) -> (Int, Int) { (index.scores[area].rank ?? .max, area) }
    return [
      "id": .text(index.id),
      "title": .text(index.title.text(in: lead)),
      "areas_scored": .integer(scored.count),
      "areas_not_scored": .array(
        areas.filter { index.scores[$0].score == nil }.map { entry($0, index, atlas) }),
      "not_scored": .array(
        zip(index.notScored, atlas.notScored(of: index, in: lead)).map { part, sentence in
          [
            "pillar": .text(part.pillar),
            "whole_pillar": .boolean(part.isWholePillar),
            "areas_with_value": .object(
              part.indicators.map { (name: $0.indicator, value: .integer($0.areas)) }),
            "areas": .integer(part.areaCount),
            "reason": .text(sentence),
          ]
        }),
      "level": index.level.map(JSON.real) ?? .null,
      "worst_share": index.worstShare.map(JSON.real) ?? .null,
      "weights": .object(index.weights.map { (name: $0.indicator, value: .real($0.share)) }),
      "changed_cells": .array(index.treated.flatMap { $0.json(codes: atlas.layer.codes) }),
      "neighbors": index.neighborRule.map(summary) ?? .null,
      "severe": list(areas.filter { index.scores[$0].isSevere }),
      "hotspots": list(areas.filter(index.isHotspot)),
      "clusters": results == nil ? .null : .object(clusters),
      "method": .optional(Atlas.Index.method(of: results ?? [])),
      "reason_for_weights": .optional(index.reason),
      "uncertainty": index.uncertainty.map { JSON($0, codes: atlas.layer.codes) } ?? .null,
      "stability": index.stability.map { JSON($0, codes: atlas.layer.codes) } ?? .null,
      "survival": .object(
        atlas.languages.map { language in
          (name: language, value: .optional(atlas.survival(on: index, in: language)))
        }),
      "people": index.people.map { people -> JSON in
        [
          "hotspots": JSON(people.hotspots),
          "severe": JSON(people.severe),
          "clustered": JSON(people.clustered),
        ]
      } ?? .null,
      "concentration": index.concentration.map { JSON($0) } ?? .null,
      "morans_i": index.moran.map { JSON($0) } ?? .null,
      "getis_ord_g": index.globalG.map { JSON($0) } ?? .null,
      "join_counts": index.joinCountSummaries,
      "local_statistics": index.localSummaries(codes: atlas.layer.codes),
    ]
  }

  private static func summary(of rule: NeighborRule) -> JSON {
    [
      "rule": .text(rule.name),
      "row_standardised": .boolean(rule.isRowStandardized),
      "edits": .array(
        rule.edits.map { edit in
          [
            "action": .text(edit.action.rawValue),
            "areas": .array(edit.areas.map(JSON.text)),
            "reason": .text(edit.reason),
          ]
        }),
    ]
  }

  private static func summary(of check: CheckResult) -> JSON {
    [
      "id": .text(check.definition.id),
      "rule": .text(check.definition.rule.name),
      "indicators": .array(check.definition.indicators.map(JSON.text)),
      "severity": .text(check.definition.severity.rawValue),
      "outcome": .text(check.outcome.rawValue),
      "finding": .text(check.finding),
      "areas": .array(check.areas.map(JSON.text)),
    ]
  }

  /// The classes of a map; nil for one without classes. A map that cannot be drawn is told when
  /// it is drawn.
  private static func classes(of definition: MapDefinition, _ atlas: Atlas) -> JSON? {
    guard let property = definition.subject.columns.first,
      let map = try? atlas.map(definition) as? Choropleth
    else { return nil }
    return [
      "id": .text(definition.id), "property": .text(property),
      "upper_bounds": .array(map.breaks.upperBounds.map(JSON.real)),
    ]
  }

  /// An area by code and names, with what the index says of it.
  private static func entry(_ area: Int, _ index: Atlas.Index, _ atlas: Atlas) -> JSON {
    let names = atlas.languages.map { language in
      (name: "name_\(language)", value: JSON.optional(atlas.layer.areas[area].name[language]))
    }
    let score = index.scores[area]
    return .object(
      [("area_code", JSON.text(atlas.layer.areas[area].code))] + names + [
        ("score", score.score.map(JSON.real) ?? .null),
        ("rank", score.rank.map(JSON.integer) ?? .null),
        ("reason", .text(index.hotspotReason(area))),
      ])
  }
}

extension Atlas {
  /// Ids of the indicators that show a last good value, in the order of the definition.
  package var staleIndicators: [String] {
    matrix.columns.filter { $0.cells.contains { $0.status == .stale } }.map(\.indicator.id)
  }
}
