import ArgumentParser
import Foundation
import Logging

/// Writes log lines to standard error: bare on a terminal, with time and level in a log, or as
/// one JSON object a line.
struct StandardErrorHandler: LogHandler {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info
  private let format: Format
  private let isTerminal = isatty(2) == 1

  init(format: Format) { self.format = format }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let text = format == .json ? jsonLine(event) : lines(event)
    StandardError.write(text)
  }

  private func lines(_ event: LogEvent) -> String {
    let mark = event.level >= .warning ? "\(event.level): " : ""
    let lines = "\(event.message)".split(separator: "\n", omittingEmptySubsequences: false)
    let time = isTerminal ? "" : Date.now.formatted(.iso8601) + " "
    return lines.map { "\(time)\(mark)\($0)\n" }.joined()
  }

  private func jsonLine(_ event: LogEvent) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = [
      "time": Date.now.formatted(.iso8601), "level": "\(event.level)",
      "message": "\(event.message)",
    ]
    // Texts always encode.
    return String(decoding: (try? encoder.encode(line)) ?? Data(), as: UTF8.self) + "\n"
  }
}
