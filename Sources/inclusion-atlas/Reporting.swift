import ArgumentParser
import Foundation
import Pipelines

/// Who is told how a run went, and how.
struct Reporting: ParsableArguments {
  @Option(help: ArgumentHelp("Write what last-run.json says, also on failure.", valueName: "file"))
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "Write numbers for Prometheus' textfile collector, also on failure.", valueName: "file"))
  var metrics: String?

  @Option(
    help: ArgumentHelp(
      "Program to start after a new release, with last-run.json on its standard input.",
      valueName: "program"))
  var onChange: String?

  @Option(help: ArgumentHelp("Program to start after a failure, likewise.", valueName: "program"))
  var onFailure: String?

  @Option(help: ArgumentHelp("How to log: text, or json for one object a line.", valueName: "how"))
  var logFormat = StandardErrorHandler.Format.text

  var reports: RunReports {
    func file(_ path: String?) -> URL? { path.map { URL(filePath: $0) } }
    return RunReports(
      summary: file(summary), metrics: file(metrics), onChange: file(onChange),
      onFailure: file(onFailure))
  }

  /// The same in arguments of which something else is wrong, as far as they can be read.
  static func salvaged(from arguments: [String]) -> Reporting? {
    let names = ["--summary", "--on-failure", "--log-format"]
    let pairs = arguments.indices.compactMap { index -> [String]? in
      let argument = arguments[index]
      if names.contains(where: { argument.hasPrefix("\($0)=") }) { return [argument] }
      guard names.contains(argument), index + 1 < arguments.count else { return nil }
      return [argument, arguments[index + 1]]
    }
    return try? parse(pairs.filter { (try? parse($0)) != nil }.flatMap(\.self))
  }
}
