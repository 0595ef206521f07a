import Diagnostics

extension Section {
  /// A file of the project; nil, with the problem noted, when it may not be read.
  ///
  /// - Parameter mayBeMissing: leaves a missing file in the result, with its problem.
  func file(
    _ key: String, of project: Project, required: Bool = false, mayBeMissing: Bool = false
  ) -> InputFile? {
    guard let name = placedText(key, required: required) else { return nil }
    return log.problems.collect {
      let file = try project.file(name)
      if let problem = file.problem, !mayBeMissing {
        log.unreadable.append(problem)
        throw problem
      }
      return file
    }
  }
}
