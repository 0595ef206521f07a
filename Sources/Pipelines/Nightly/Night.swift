import Diagnostics
import Foundation
import Geography
import Indicators
import Publishing
import Resampling

/// One run of a pipeline as its folder sees it: what is there already, what is published, and
/// what is left on record.
struct Night {
  private let run: PipelineRun
  private let started = Date.now
  private let folder: ReleaseFolder
  private let previous: RecordedRun
  /// The bytes of `last-run.json` when this run began; nil where there was none.
  private let recorded: Data?
  private var stages: Stages
  /// The day that this run stands for.
  private var date: String
  /// The definition, once it is read.
  private var definition: PipelineDefinition?
  /// How the tables met the areas, once they did.
  private var joined: Join?

  init(_ run: PipelineRun, report: @escaping (StageReport) -> Void) {
    self.run = run
    folder = ReleaseFolder(output: run.output, definition: run.definition)
    recorded = try? Data(contentsOf: folder.lastRunFile)
    previous = folder.lastRun()
    stages = Stages(report: report)
    date = run.asOf ?? started.formatted(.iso8601.year().month().day())
  }

  /// Publishes unless nothing changed.
  mutating func publish() throws -> RunOutcome {
    // Found once, and asked for when the inputs are known.
    _ = Ahead { Program.code }
    // Reading a pipe may take for ever.
    let written = run.definition.isRegularFile ? try? sha256Hex(ofFile: run.definition) : nil
    var read = try run.readDefinition()
    defer { self.definition = read }
    let provenance = try Provenance(&read)
    let definition = read
    guard written == provenance.inputs[0].sha256 else {
      throw Problem("'\(definition.file.name)' changed while it was read", remedy: "run again")
    }
    let (folder, started, date, previous, asOf) = (folder, started, date, previous, run.asOf)
    let pictures = Pictures(
      run.formats.isEmpty ? definition.formats : run.formats, cache: folder.cache)
    let fingerprint = try provenance.fingerprint(
      settings: pictures.settings + definition.ageSettings(on: asOf))
    let target = definition.publish.target
    // A server that lost the release, or shows another, gets it again.
    if let release = fingerprint.flatMap(folder.unchangedRelease),
      target?.shows(release) ?? true
    {
      return try unchanged(release)
    }
    let past = Ahead { Past(of: folder, previous) }
    var (atlas, inputs) = try run.build(
      definition, &stages, folder, joined: &joined, for: provenance
    ) {
      try LastGood(folder, previous, today: date, for: provenance)
    }
    let join = inputs.join
    atlas.warnings += pictures.warnings
    var edition = try stages.run("maps and files") { [atlas, inputs] in
      try Edition(
        atlas, inputs, of: definition, by: provenance, after: past.value, on: asOf,
        pictures: pictures)
    } outcome: { [atlas] in
      let missing = OptionalFormat.allCases.filter { !$0.isThere }.map { "; \($0.whyMissing)" }
      return
        "\(counted($0.files.count + $0.report.count, "file")), \(counted(atlas.maps.count, "map")) in "
        + atlas.languages.joined(separator: ", ") + ($0.detail.isEmpty ? "" : "; \($0.detail)")
        + missing.joined()
    }
    atlas.warnings += edition.warnings
    let origin = provenance.with(edition.fonts)
    edition.files += try pictures.draw(edition.files, in: &stages)
    if let target {
      // Where the server refuses, the last release stands in both.
      try stages.run("database") { [atlas, edition] in
        try provenance.checkUnchanged(definition)
        try target.publish(atlas, join.report, release: origin.manifest(of: edition.files).content)
      } outcome: {
        "schema '\(target.schema)'"
      }
    }
    let publication = try stages.run("release") { [edition] in
      try provenance.checkUnchanged(definition)
      return try folder.publish(edition, origin, at: started)
    } outcome: {
      $0.isNew ? $0.release.name : "\($0.release.name) says the same"
    }
    // Figures of the last release depend on more than the inputs. The rest is a cache: without
    // it the next run does its work anew.
    let failing = atlas.matrix.failing
    if let fingerprint, failing.isEmpty {
      try? folder.remember(fingerprint, of: publication.release)
    }
    guard publication.isNew else { return try unchanged(publication.release, failing: failing) }
    _ = try? folder.record(nil)
    let warnings = atlas.warnings + edition.past.warnings + prune(keeping: definition.keep)
    return RunOutcome(
      sentence: "published \(folder.current.relativePath): " + atlas.sentence,
      details: join.report.summary(),
      warnings: record(
        .published, publication.release, failing: failing, warnings: warnings),
      stages: stages.reports)
  }

  /// Leaves the failure on record; the failure to throw.
  func fail(_ error: any Error) -> RunFailure {
    var failure =
      definition.map { RunFailure(error, definition: $0) } ?? RunFailure(error, kind: .run)
    // The rows that need a hand are among the problems.
    failure.details = joined?.report.summary(limit: 0) ?? []
    if let file = try? folder.record(joined?.report) {
      failure.details.append("every row and its reason: \(file.relativePath)")
    }
    var record = LastRun(
      failure: failure, of: definition?.file.place, on: date, started: started,
      stages: stages.reports, after: previous)
    let unread = joined?.matrix.failing ?? definition?.unread ?? []
    record.stale = record.stale.adding(unread, on: date)
    // The next release tells it, and where it lies on this machine is nobody's business.
    if let reason = record.failed?.reason { record.failed?.reason = folder.withoutPlace(reason) }
    // Nothing is left behind for the misspelled name of a definition, nor in the place of what
    // another run has recorded meanwhile.
    if FileManager.default.fileExists(atPath: run.definition.path),
      (try? Data(contentsOf: folder.lastRunFile)) == recorded
    {
      try? folder.record(record)
    }
    failure.problems += run.reports.tell(record, in: folder)
    return failure
  }

  /// - Parameter failing: indicators whose sources failed; none where no work was done, for that
  ///   is done anew as long as one fails.
  private func unchanged(_ release: Release, failing: [String] = []) throws -> RunOutcome {
    folder.tidy()
    let summary = try RecordedSummary(release)
    let warnings = (summary.warnings ?? []).map {
      Problem($0.what, at: $0.where.map { Place(file: $0) }, remedy: $0.remedy)
    }
    return RunOutcome(
      sentence: "nothing changed: \(folder.current.relativePath) stands as it is "
        + "(release \(release.name))",
      details: [],
      warnings: record(.unchanged, release, failing: failing, warnings: warnings),
      stages: stages.reports, isUnchanged: true)
  }

  /// Leaves the run on record and tells who asked; all its warnings, with what failed of that.
  private func record(
    _ status: LastRun.Status, _ release: Release, failing: [String], warnings: [Problem]
  ) -> [Problem] {
    var record = LastRun(
      status, release, on: date, started: started, stages: stages.reports, warnings: warnings)
    record.stale = StaleNights(entries: previous.stale ?? [:]).counting(failing, on: date)
    if status == .unchanged { record.failed = previous.failed }
    var problems = Problems(warnings)
    problems.collect { try folder.record(record) }
    return problems.all + run.reports.tell(record, in: folder)
  }

  private func prune(keeping count: Int) -> [Problem] {
    var problems = Problems()
    problems.collect { try folder.prune(keeping: count) }
    return problems.all
  }
}

extension ReleaseFolder {
  /// The folder of a definition, which is named after its file.
  init(output: URL, definition: URL) {
    self.init(
      output: output, pipeline: definition.deletingPathExtension().lastPathComponent)
  }
}
