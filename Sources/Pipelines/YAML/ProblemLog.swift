import Diagnostics

/// Collects what is wrong with one definition while its sections are read.
///
/// A class, because all the sections of one document write into the same log; it
/// lives within one synchronous reading and is not `Sendable`.
final class ProblemLog {
  var problems = Problems()
  /// What is wrong with files that the definition names: that is not the definition's own fault.
  var unreadable: [Problem] = []
  /// Every key that a section was asked for, as `indicators.*.title`; the schema and
  /// the manual are tested against it.
  var keys: Set<String> = []

  func add(_ what: String, at place: Place, remedy: String) {
    problems.add(what, at: place, remedy: remedy)
  }
}
