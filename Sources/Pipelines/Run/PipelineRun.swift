import Diagnostics
public import Foundation
import GDALAccess
import Geography
import Indicators
import Publishing

/// One run of a pipeline: from a definition file to a release.
public struct PipelineRun: Sendable {
  /// The definition file.
  public let definition: URL
  /// The folder that holds a folder for each pipeline.
  public let output: URL
  /// The day that stands in for today wherever age matters, ISO 8601; nil for the clock's day in
  /// UTC, by which sources grow old, and for the definition's `as_of`, on which checks count.
  public let asOf: String?
  /// Who else is told how it went.
  public let reports: RunReports

  /// Formats of the maps beside SVG; none for those that the definition asks for.
  public let formats: [PictureFormat]

  /// A run of `definition` that publishes below `output`.
  public init(
    definition: URL, output: URL, asOf: String? = nil, formats: [PictureFormat] = [],
    reports: RunReports = RunReports()
  ) {
    self.formats = formats
    self.definition = definition
    self.output = output
    self.asOf = asOf
    self.reports = reports
  }

  /// Reads, joins, scores, draws and publishes; does nothing when nothing changed.
  ///
  /// How it went is left in `last-run.json`, also when it failed.
  ///
  /// - Parameter report: is told of each stage when it is done.
  /// - Throws: `RunFailure`; the last release then stands as it was.
  public func publish(report: @escaping (StageReport) -> Void = { _ in }) throws -> RunOutcome {
    var night = Night(self, report: report)
    do {
      return try night.publish()
    } catch {
      throw night.fail(error)
    }
  }

  /// Reads and checks everything, and writes nothing.
  ///
  /// - Throws: `RunFailure` with every problem that was found: what is wrong with the definition
  ///   does not hide what is wrong with the files it names.
  public func check() throws -> RunOutcome {
    var stages = Stages { _ in }
    var joined: Join?
    var kind = RunFailure.Kind.definition
    do {
      let (definition, found, foundKind) = try PipelineDefinition.read(definition)
      kind = foundKind
      guard let definition else { throw found }
      let folder = ReleaseFolder(output: output, pipeline: definition.name)
      let (built, inputs) = try build(
        definition, &stages, folder, found: found, joined: &joined)
      let join = inputs.join
      let maps = try definition.releaseMaps(
        of: built, variants: Set(definition.formats.compactMap(\.variant)))
      var atlas = built
      atlas.warnings += maps.warnings
      _ = try definition.tableFiles(of: atlas, join: join.report)
      return RunOutcome(
        sentence: atlas.warnings.isEmpty
          ? "nothing is wrong with \(definition.file.name): \(atlas.sentence)"
          : "\(definition.file.name) can be published, with "
            + "\(counted(atlas.warnings.count, "warning")): \(atlas.sentence)",
        details: join.report.summary(), warnings: atlas.warnings, stages: stages.reports)
    } catch {
      var failure = RunFailure(error, kind: kind)
      // The rows that need a hand are among the problems.
      failure.details = joined?.report.summary(limit: 0) ?? []
      throw failure
    }
  }

  func readDefinition() throws -> PipelineDefinition {
    do {
      let (read, found, kind) = try PipelineDefinition.read(definition)
      guard let read, found.isEmpty else { throw RunFailure(found, kind: kind) }
      return read
    } catch {
      throw RunFailure(error, kind: .definition)
    }
  }
}

extension Atlas {
  /// What there is, for a log: of the hotspots the names that may stand in a headline.
  var sentence: String {
    let hotspots = indexes.map { index in
      let count = layer.areas.indices.count(where: index.isHotspot)
      let names = index.headlineHotspots.map { layer.areas[$0].label(in: "en") }
      let firmly = names.count == count ? "" : "most firmly "
      let more = names.count > 10 ? " and \(names.count - 10) more" : ""
      let list = firmly + names.prefix(10).joined(separator: ", ") + more
      return count == 0
        ? "no hotspot on \(index.id)"
        : "\(counted(count, "hotspot")) on \(index.id)"
          + (names.isEmpty ? "" : " (\(list))")
    }
    let survivals = indexes.compactMap { survival(on: $0, in: "en") }
    let counts =
      "\(layer.count) \(boundaries.areasWord.text(in: "en")), "
      + counted(matrix.columns.count, "indicator")
    return (([counts] + hotspots).joined(separator: ", ") + survivals.map { ". \($0)" }.joined())
  }
}
