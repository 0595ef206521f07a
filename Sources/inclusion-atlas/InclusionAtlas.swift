import ArgumentParser
import Foundation
import Pipelines

@main
struct InclusionAtlas: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inclusion-atlas",
    abstract: "Shows where people are being left offline: a checked, explained, published atlas.",
    discussion: """
      EXAMPLES:
        inclusion-atlas run pipelines/cambodia.yaml
            publish the atlas into output/cambodia/current
        inclusion-atlas run pipelines/cambodia.yaml --output /srv/atlas --quiet
            the nightly job, publishing into /srv/atlas/cambodia/current
        inclusion-atlas check pipelines/cambodia.yaml
            every problem of the definition and its data at once; nothing is written
        inclusion-atlas explain pipelines/cambodia.yaml 16
            where each value of an area comes from, and why it is, or is not, a hotspot
        inclusion-atlas changes pipelines/cambodia.yaml
            what moved since the last release, and why
        inclusion-atlas history pipelines/cambodia.yaml Kampot
            what was said of a province, or of an indicator, through the releases
        inclusion-atlas rollback pipelines/cambodia.yaml
            back to the release before

      EXIT CODES:
        0 published   1 the run failed, the last release still stands
        2 the definition or the usage is wrong   3 published with warnings (only with
        --warnings-as-exit-code)   99 nothing changed (only with --exit-code-unchanged)
      """,
    version: Tool.version,
    subcommands: [
      Run.self, Check.self, Explain.self, Changes.self, History.self, Releases.self,
      Rollback.self,
    ])

  /// Runs the command; wrong usage exits with 2, as a wrong definition does.
  static func main() {
    // A file larger than 'ulimit -f' allows is an error to report, and no reason to die.
    // Caught and not ignored: programs that it starts get their signals back.
    signal(SIGXFSZ) { _ in }
    // Nor is it one that nobody reads the log any more.
    signal(SIGPIPE) { _ in }
    StandardError.openClosedStreams()
    do {
      var command = try parseAsRoot()
      try command.run()
      // What a run has to say is in its release; of other commands it is all there is.
      if fflush(nil) != 0, !(command is Run) {
        StandardError.write("error: standard output cannot be written; free space there\n")
        Foundation.exit(1)
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      tell(error)
      Foundation.exit(2)
    }
  }

  /// Says what is wrong with the usage, also to those who wait for the report of a run.
  private static func tell(_ error: any Error) {
    let reporting = Reporting.salvaged(from: Array(CommandLine.arguments.dropFirst()))
    let format = reporting?.logFormat ?? .text
    let console = Console(volume: .quiet, format: format)
    if format == .json {
      console.error(message(for: error))
    } else {
      StandardError.write("\(fullMessage(for: error))\n")
    }
    for problem in reporting?.reports.tell(misuse: message(for: error)) ?? [] {
      console.error("\(problem)")
    }
  }
}
