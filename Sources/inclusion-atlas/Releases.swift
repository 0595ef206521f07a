import ArgumentParser
import Pipelines

struct Releases: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the releases, oldest first.",
    discussion: "The current one is marked with '*'.")

  @OptionGroup var place: ReleasePlace

  func run() throws {
    try place.withHistory { history in
      for release in history.entries() { print("\(release.isCurrent ? "*" : " ") \(release.name)") }
    }
  }
}
