import Foundation
import Logging
import Pipelines

/// What the command says while it works, on standard error: one line a stage, rewritten
/// in place on a terminal, kept in a log.
struct Console {
  enum Volume {
    case quiet
    case normal
    case verbose
  }

  let volume: Volume
  private let isTerminal: Bool
  private let logger: Logger

  init(volume: Volume, format: StandardErrorHandler.Format = .text) {
    self.volume = volume
    isTerminal = format == .text && isatty(2) == 1
    var logger = Logger(label: Tool.name) { _ in StandardErrorHandler(format: format) }
    logger.logLevel = volume == .quiet ? .error : volume == .verbose ? .debug : .info
    self.logger = logger
  }

  func stage(_ report: StageReport) {
    let milliseconds = Int((report.seconds * 1000).rounded())
    if isTerminal, volume == .normal {
      progress("\(report.stage): \(report.outcome)")
    } else {
      logger.info("\(report.stage): \(report.outcome) (\(milliseconds) ms)")
    }
  }

  /// What explains an error that follows.
  func note(_ text: String) {
    clear()
    logger.notice("\(text)")
  }

  func detail(_ text: String) { logger.debug("\(text)") }

  func warning(_ text: String) {
    clear()
    logger.warning("\(text)")
  }

  func error(_ text: String) {
    clear()
    logger.error("\(text)")
  }

  /// The last word of a run, on standard output.
  func result(_ text: String) {
    clear()
    if volume != .quiet { print(text) }
  }

  /// Rewrites the terminal's last line.
  private func progress(_ text: String) {
    StandardError.write("\r\u{1B}[2K\(text.prefix(76))")
  }

  private func clear() {
    if isTerminal, volume == .normal { StandardError.write("\r\u{1B}[2K") }
  }
}
