import ArgumentParser
import Pipelines

struct Releases: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the releases, oldest first.",
    discussion: "The current one is marked with '*'. Each is checked against its manifest.")

  @OptionGroup var place: ReleasePlace

  func run() throws {
    try place.withHistory { history in
      for release in history.entries() {
        let note = release.isWhole ? "" : "  not as it was published: do not trust it"
        print("\(release.isCurrent ? "*" : " ") \(release.name)\(note)")
      }
    }
  }
}
