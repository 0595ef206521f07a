import ArgumentParser
import Foundation
import Pipelines

/// Whose releases, and where they are.
struct ReleasePlace: ParsableArguments {
  @Argument(help: "The definition, such as pipelines/cambodia.yaml.")
  var definition: String

  @Option(help: ArgumentHelp("Folder that was published into.", valueName: "dir"))
  var output = "output"

  /// Does the work; a failure is told and ends the command.
  func withHistory(_ work: (ReleaseHistory) throws -> Void) throws {
    do {
      try work(
        ReleaseHistory(
          definition: URL(filePath: definition),
          output: URL(filePath: output, directoryHint: .isDirectory)))
    } catch let failure as RunFailure {
      Console(volume: .normal).error("\(failure)")
      throw ExitCode(failure.exitCode)
    }
  }
}
