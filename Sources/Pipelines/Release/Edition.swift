import Diagnostics
import Indicators
import Publishing

/// Everything that a night has to publish.
struct Edition {
  /// What follows from the inputs alone, and the trends that lead to it.
  var files: [PublishedFile]
  /// What tells of the release before. It depends on that one, so it takes no part in what decides
  /// whether two releases are the same and what the hash in the name stands for.
  let report: [PublishedFile]
  /// Whether a file of a release is part of that.
  static func reports(_ path: String) -> Bool {
    path.hasPrefix("history.") || path.hasPrefix("changes.")
  }

  /// What drawing the maps has found that is no failure.
  let warnings: [Problem]
  /// The fonts whose letters are in the maps.
  let fonts: [Manifest.Font]
  /// What is to be said of the lines of maps, in a few words; empty for nothing.
  let detail: String
  /// The release that it follows.
  let past: Past

  /// Draws an atlas.
  ///
  /// - Parameter date: the day that the run was told to stand for; nil for the clock's.
  init(
    _ atlas: Atlas, _ inputs: Inputs, of definition: PipelineDefinition, by provenance: Provenance,
    after past: Past, on date: String?, pictures: Pictures
  ) throws {
    self.past = past
    let plain = atlas
    var atlas = atlas
    let published = try PublishedFiles(
      of: atlas, join: inputs.join.report, options: definition.publish.options,
      besides: [History().table])
    var files = published.all(telling: atlas)
    var now = try Snapshot(files, origin: provenance.origin)
    var history = past.history
    if let release = past.release, let snapshot = past.snapshot {
      history.close(snapshot, of: release.name, by: now)
      history.carry(
        snapshot, of: release.name, to: now, through: inputs.tables.crosswalks,
        areaSet: definition.boundaries.areaSet,
        measures: definition.measures)
    }
    atlas.trends = history.trends(until: now)
    let drawn = try definition.releaseMaps(
      of: atlas, hasCards: pictures.needCards, variants: pictures.variants)
    (warnings, fonts, detail) = (drawn.warnings, drawn.fonts, drawn.detail)
    now.origin = provenance.with(drawn.fonts).origin
    if !drawn.warnings.isEmpty {
      // The summary tells them, too.
      var told = plain
      told.warnings += drawn.warnings
      files = published.all(telling: told)
    }
    files += drawn.files
    self.files = files
    var changes = ChangeReport(from: past.snapshot, to: now)
    changes.previous = past.snapshot == nil ? nil : past.release?.name
    changes.previousDate = past.release?.day
    changes.date = date
    changes.notes = past.notes
    changes.failed = past.lastRun.failed
    changes.unread = past.lastRun.stale ?? [:]
    changes.earlier = past.headlines
    let maps = changeMaps(
      of: atlas, moves: atlas.layer.areas.map { changes.move(of: $0.code) },
      projected: drawn.projected)
    changes.pictures = maps.map(\.path)
    report = changes.files + maps + (try history.files(definition.publish.options))
  }
}

extension ChangeReport {
  /// The strongest thing that became of an area.
  fileprivate func move(of area: String) -> AreaMove {
    let own = changes.filter { $0.area == area }
    func has(_ kinds: Set<Change.Kind>) -> Bool { own.contains { kinds.contains($0.kind) } }
    let hotspot = own.filter { $0.kind == .hotspot }
    if hotspot.contains(where: { $0.after == .flag(true) }) { return .gained }
    if hotspot.contains(where: { $0.before == .flag(true) }) { return .lost }
    if has([.areaAdded, .outline]) { return .redrawn }
    if has([.value]) { return .revised }
    return has([.score, .rank, .severity, .cluster, .mapClass]) ? .moved : .still
  }
}

extension PipelineDefinition {
  /// Whether an indicator is a count or a rate, where the definition says so, by id.
  fileprivate var measures: [String: IndicatorDefinition.Measure] {
    let measures = indicators.compactMap { section in
      section.definition.measure.map { (section.id, $0) }
    }
    return Dictionary(measures) { $1 }
  }
}
