import ArgumentParser
import Pipelines

struct Rollback: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make an earlier release the current one.",
    discussion: """
      It stays the current one until the next run publishes: stop the timer or mend the input
      first.
      """)

  @OptionGroup var place: ReleasePlace

  @Argument(help: "Its name, as 'releases' lists it; the one before the current one.")
  var release: String?

  func run() throws {
    try place.withHistory { history in
      print("\(try history.rollback(to: release)) is the current release")
    }
  }
}
