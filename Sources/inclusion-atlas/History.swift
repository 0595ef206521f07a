import ArgumentParser
import Foundation
import Pipelines

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What an area or an indicator was said to be through the releases.",
    discussion: """
      Past statements outlive the releases that made them: each release carries those of the one
      before in its history.csv.
      """)

  @OptionGroup var place: ReleasePlace

  @Argument(help: "Code or name of an area, or id of an indicator or index.")
  var subject: String

  func run() throws {
    try place.withHistory { history in
      for line in try history.lines(of: subject) { print(line) }
    }
  }
}
