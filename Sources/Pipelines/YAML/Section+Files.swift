import Diagnostics

extension Section {
  /// A file of the project; nil, with the problem noted, when it may not be read.
  func file(_ key: String, of project: Project, required: Bool = false) -> InputFile? {
    guard let name = placedText(key, required: required) else { return nil }
    return log.problems.collect { try project.file(name) }
  }
}
