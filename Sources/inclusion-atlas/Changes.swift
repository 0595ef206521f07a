import ArgumentParser
import Foundation
import Pipelines

struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What a release says differently from the one before it, and why.")

  @OptionGroup var place: ReleasePlace

  @Option(help: ArgumentHelp("Earlier release; the one before TO.", valueName: "release"))
  var from: String?

  @Option(help: ArgumentHelp("Later release; the current one.", valueName: "release"))
  var to: String?

  @Flag(help: "As changes.json instead of changes.md.")
  var json = false

  func run() throws {
    try place.withHistory { history in
      print(try history.changes(from: from, to: to, asJSON: json), terminator: "")
    }
  }
}
