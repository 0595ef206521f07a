import ArgumentParser
import Foundation
import Pipelines

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say where each value of an area comes from, and why it is, or is not, a hotspot.")

  @Argument(help: "The definition, such as pipelines/cambodia.yaml.")
  var definition: String

  @Argument(help: "The area: its code, or its name.")
  var area: String

  func run() throws {
    let console = Console(volume: .normal)
    do {
      let explanation = try PipelineRun(
        definition: URL(filePath: definition), output: URL(filePath: "output")
      )
      .explain(area)
      for line in explanation.lines { console.result(line) }
    } catch let failure as RunFailure {
      console.error("\(failure)")
      throw ExitCode(failure.exitCode)
    }
  }
}
