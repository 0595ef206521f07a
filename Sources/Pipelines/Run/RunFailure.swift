public import Diagnostics

/// Why a run published nothing.
public struct RunFailure: Error, Sendable, CustomStringConvertible {
  /// What was wrong, the definition or what it led to; decides the exit code.
  public enum Kind: Sendable {
    /// The definition is wrong: exit code 2.
    case definition
    /// The data or the machine failed the run: exit code 1.
    case run
  }

  /// What was wrong.
  public var kind: Kind
  /// All that was found.
  public var problems: [Problem]
  /// Lines for those who want to know more: how the tables met the areas, as far as they did.
  public var details: [String] = []

  /// What was thrown while `definition` was run; it is the definition that is wrong when every
  /// problem points into it and none is that a table is missing.
  init(_ error: any Error, definition: PipelineDefinition) {
    self.init(error, kind: .run)
    if error is RunFailure { return }
    let missing = definition.tables.compactMap(\.origin.file?.problem)
    let isDefinition = problems.allSatisfy {
      $0.place?.file == definition.file.place.file && !missing.contains($0)
    }
    if isDefinition, !problems.isEmpty { kind = .definition }
  }

  /// A failure for any error; one that is a `RunFailure` already stays as it is.
  init(_ error: any Error, kind: Kind) {
    if let failure = error as? RunFailure {
      self = failure
      return
    }
    self.kind = kind
    problems =
      switch error {
      case let problem as Problem: [problem]
      case let problems as Problems: problems.all
      default: [Problem("\(error)")]
      }
  }

  /// 2 for a wrong definition, 1 for a failed run.
  public var exitCode: Int32 { kind == .definition ? 2 : 1 }
  /// One line a problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
