import ArgumentParser
import Foundation
import Pipelines

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publish the atlas of a definition.",
    discussion: """
      Reads the boundaries and tables, joins and checks them, scores the index, finds its
      hotspots, draws the maps and publishes all of it at once into OUTPUT/<pipeline>/current.
      When nothing changed, nothing is published; when anything fails, the last release stands
      as it was. OUTPUT/<pipeline>/last-run.json says how it went.
      """)

  @Argument(help: "The definition, such as pipelines/cambodia.yaml.")
  var definition: String

  @Option(help: ArgumentHelp("Folder to publish into.", valueName: "dir"))
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "Maps beside the usual SVG: some of png,pdf,outlined,dark,print.", valueName: "formats"),
    transform: Run.formats)
  var formats: [PictureFormat] = []

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Say everything, the join row by row included.")
  var verbose = false

  @Flag(help: "Exit with 3 when the atlas was published with warnings.")
  var warningsAsExitCode = false

  @Flag(help: "Exit with 99 when nothing changed and nothing was published.")
  var exitCodeUnchanged = false

  @Option(
    help: ArgumentHelp(
      "Day that stands in for today wherever age matters.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @OptionGroup var reporting: Reporting

  private static func formats(_ text: String) throws -> [PictureFormat] {
    try text.split(separator: ",").map { name in
      guard let format = PictureFormat(rawValue: name.trimmingCharacters(in: .whitespaces)) else {
        throw ValidationError("'\(name)' is no format; write '--formats png,dark'.")
      }
      return format
    }
  }

  func validate() throws {
    if let asOf, !PipelineRun.isDate(asOf) {
      throw ValidationError("'\(asOf)' is no date; write '--as-of 2026-11-22'.")
    }
    if definition.isEmpty { throw ValidationError("The definition's name is empty.") }
    if output.isEmpty { throw ValidationError("'--output' is empty; name a folder.") }
    if quiet, verbose { throw ValidationError("'--quiet' and '--verbose' exclude each other.") }
  }

  func run() throws {
    let console = Console(
      volume: quiet ? .quiet : verbose ? .verbose : .normal, format: reporting.logFormat)
    let run = PipelineRun(
      definition: URL(filePath: definition),
      output: URL(filePath: output, directoryHint: .isDirectory), asOf: asOf, formats: formats,
      reports: reporting.reports)
    do {
      let outcome = try run.publish(report: console.stage)
      for line in outcome.details { console.detail(line) }
      for warning in outcome.warnings { console.warning("\(warning)") }
      console.result(outcome.sentence)
      if outcome.isUnchanged {
        if exitCodeUnchanged { throw ExitCode(99) }
        return
      }
      if warningsAsExitCode, !outcome.warnings.isEmpty { throw ExitCode(3) }
    } catch let failure as RunFailure {
      for line in failure.details { console.note(line) }
      console.error("\(failure)")
      throw ExitCode(failure.exitCode)
    }
  }
}
