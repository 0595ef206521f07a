import Diagnostics
import Foundation
import Indicators
import Publishing

extension PipelineDefinition {
  /// Checks that everything the definition refers to is defined in it, and that ids can be published.
  ///
  /// Sources are checked after the sources file was read.
  func checkNames(_ log: ProblemLog) {
    let indicatorIDs = indicators.map(\.definition.indicator.id)
    for table in tables {
      if let crosswalk = table.crosswalk { find(crosswalk, "crosswalk", in: crosswalkNames, log) }
    }
    for indicator in indicators {
      if !indicator.table.value.isEmpty { find(indicator.table, "table", in: tableNames, log) }
      checkID(indicator.definition.indicator.id, at: indicator.definition.place, log)
    }
    for check in checks {
      for indicator in check.indicators { find(indicator, "indicator", in: indicatorIDs, log) }
    }
    for index in indexes {
      checkID(index.definition.id, at: index.place, log)
      checkIndicators(of: index, known: indicatorIDs, log)
    }
    checkColumns(log)
    let mapIDs =
      indicatorIDs + indexes.flatMap { [$0.definition.id, "\($0.definition.id)-hotspots"] }
    // Without indicators every map would be unknown, which the missing section already says.
    if indicators.isEmpty { return }
    for (id, _) in maps.single { find(id, "map", in: mapIDs, log) }
    for map in maps.more { check(map, indicators: indicatorIDs, maps: mapIDs, log) }
  }

  /// Reports a map of its own kind that shows what there is not, or has a name that is taken.
  private func check(
    _ map: MapSection, indicators: [String], maps: [String], _ log: ProblemLog
  ) {
    let shown =
      map.kind == .evidence ? indicators : indicators + indexes.map(\.definition.id)
    let noun = map.kind == .evidence ? "indicator" : "indicator or index"
    for name in map.of { find(name, noun, in: shown, log) }
    if let size = map.size { find(size, "indicator", in: indicators, log) }
    if maps.contains(map.id.value) {
      log.add(
        "'\(map.id.value)' names another map", at: map.id.place,
        remedy: "take another name for this one")
    }
    if map.id.value.wholeMatch(of: /[a-z][a-z0-9_-]{0,59}/) == nil {
      log.add(
        "'\(map.id.value)' cannot be the name of a map", at: map.id.place,
        remedy: "use up to 60 small letters, digits, '_' and '-', beginning with a letter")
    }
  }

  /// Reports indicators of an index that are not defined, stand twice, or have no direction.
  private func checkIndicators(of index: IndexSection, known: [String], _ log: ProblemLog) {
    if let people = index.people { find(people, "indicator", in: known, log) }
    for pair in index.hotspots?.pairs ?? [] {
      for name in [pair.own, pair.others] { find(name, "indicator", in: known, log) }
    }
    var seen: Set<String> = []
    for name in index.indicatorPlaces {
      find(name, "indicator", in: known, log)
      if !seen.insert(name.value).inserted {
        log.add(
          "'\(name.value)' stands twice in the index '\(index.definition.id)'", at: name.place,
          remedy: "keep one, and give it the weight of both")
      }
      let indicator = indicators.first { $0.definition.indicator.id == name.value }
      if indicator?.definition.indicator.direction == Indicator.Direction.none {
        log.add(
          "'\(name.value)' has no direction and cannot enter an index", at: name.place,
          remedy: "say 'worse: low' or 'worse: high' where it is defined, or leave it out")
      }
    }
  }

  /// Reports a name that is not defined, with the nearest that is.
  func find(_ name: Placed<String>, _ noun: String, in known: [String], _ log: ProblemLog) {
    if known.contains(name.value) { return }
    let near = name.value.nearest(in: known, limit: 1).first
    log.add(
      "unknown \(noun) '\(name.value)'", at: name.place,
      remedy: near.map { "did you mean '\($0)'?" }
        ?? (known.isEmpty
          ? "the definition has no \(noun)s" : "there are \(known.joined(separator: ", "))"))
  }

  private func checkID(_ id: String, at place: Place?, _ log: ProblemLog) {
    let reserved = ColumnNames.reserved
    let isPlain = id.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil
    let isTooLong = id.count > ColumnNames.greatestIDLength
    guard let place, !isPlain || isTooLong || reserved.contains(id) || id.hasPrefix("name_")
    else { return }
    log.add(
      "'\(id)' cannot be a published name", at: place,
      remedy: "use up to \(ColumnNames.greatestIDLength) small letters, digits and '_', "
        + "beginning with a letter, and none of \(reserved.sorted().joined(separator: ", ")) "
        + "or 'name_…'")
  }

  /// Checks that no two ids bring a column of the same name.
  private func checkColumns(_ log: ProblemLog) {
    let bringers =
      indicators.map { $0.definition.columnBringer }
      + indexes.map { ColumnBringer($0.definition.id, $0.place, ColumnNames.ofIndex) }
    var owners: [String: String] = [:]
    for bringer in bringers {
      let taken = bringer.columns.first { owners[$0] != nil }
      for column in bringer.columns { owners[column] = owners[column] ?? bringer.id }
      guard let taken, let owner = owners[taken], let place = bringer.place else { continue }
      log.add(
        "'\(bringer.id)' and '\(owner)' both have a column '\(taken)'", at: place,
        remedy: "rename one of them")
    }
    // Maps and columns would still collide where an indicator and an index share their id.
    for index in indexes
    where indicators.contains(where: { $0.definition.indicator.id == index.definition.id }) {
      log.add(
        "'\(index.definition.id)' names an indicator and an index", at: index.place,
        remedy: "rename one of them")
    }
  }
}

/// An id with the columns it is published in.
private struct ColumnBringer {
  let id: String
  let place: Place?
  let columns: [String]

  init(_ id: String, _ place: Place?, _ columns: (String) -> [String]) {
    self.id = id
    self.place = place
    self.columns = columns(id)
  }
}

extension IndicatorDefinition {
  fileprivate var columnBringer: ColumnBringer {
    ColumnBringer(indicator.id, place, ColumnNames.ofIndicator)
  }
}
