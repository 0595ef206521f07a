import ArgumentParser
import Foundation
import Pipelines

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report every problem of a definition and its data; nothing is written.")

  @Argument(help: "The definition, such as pipelines/cambodia.yaml.")
  var definition: String

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let console = Console(volume: quiet ? .quiet : .normal)
    do {
      let outcome = try PipelineRun(
        definition: URL(filePath: definition), output: URL(filePath: "output")
      )
      .check()
      for line in outcome.details { console.result(line) }
      for warning in outcome.warnings { console.warning("\(warning)") }
      console.result(outcome.sentence)
    } catch let failure as RunFailure {
      for line in failure.details { console.note(line) }
      console.error("\(failure)")
      throw ExitCode(failure.exitCode)
    }
  }
}
