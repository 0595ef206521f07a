import Foundation
import Logging

/// Writes log lines to standard error: bare on a terminal, with time and level in a log.
struct StandardErrorHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info
  private let isTerminal = isatty(2) == 1

  init(label: String) {}

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let mark = event.level >= .warning ? "\(event.level): " : ""
    let lines = "\(event.message)".split(separator: "\n", omittingEmptySubsequences: false)
    let time = isTerminal ? "" : Date.now.formatted(.iso8601) + " "
    let text = lines.map { "\(time)\(mark)\($0)\n" }.joined()
    FileHandle.standardError.write(Data(text.utf8))
  }
}
