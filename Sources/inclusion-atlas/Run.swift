import ArgumentParser
import Foundation
import Pipelines

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publish the atlas of a definition.",
    discussion: """
      Reads the boundaries and tables, joins and checks them, scores the index, finds its
      hotspots, draws the maps and publishes all of it at once into OUTPUT/<pipeline>/current.
      When anything fails, the last release stands as it was.
      """)

  @Argument(help: "The definition, such as pipelines/cambodia.yaml.")
  var definition: String

  @Option(help: ArgumentHelp("Folder to publish into.", valueName: "dir"))
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "Formats of the maps beside SVG, with commas between: png, pdf.", valueName: "formats"),
    transform: Run.formats)
  var formats: [PictureFormat] = []

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Say everything, the join row by row included.")
  var verbose = false

  @Flag(help: "Exit with 3 when the atlas was published with warnings.")
  var warningsAsExitCode = false

  private static func formats(_ text: String) throws -> [PictureFormat] {
    try text.split(separator: ",").map { name in
      guard let format = PictureFormat(rawValue: name.trimmingCharacters(in: .whitespaces)) else {
        throw ValidationError("'\(name)' is no format; write '--formats png,pdf'.")
      }
      return format
    }
  }

  func validate() throws {
    if quiet, verbose { throw ValidationError("'--quiet' and '--verbose' exclude each other.") }
  }

  func run() throws {
    let console = Console(volume: quiet ? .quiet : verbose ? .verbose : .normal)
    let run = PipelineRun(
      definition: URL(filePath: definition),
      output: URL(filePath: output, directoryHint: .isDirectory), formats: formats)
    do {
      let outcome = try run.publish(report: console.stage)
      for line in outcome.details { console.detail(line) }
      for warning in outcome.warnings { console.warning("\(warning)") }
      console.result(outcome.sentence)
      if warningsAsExitCode, !outcome.warnings.isEmpty { throw ExitCode(3) }
    } catch let failure as RunFailure {
      for line in failure.details { console.note(line) }
      console.error("\(failure)")
      throw ExitCode(failure.exitCode)
    }
  }
}
