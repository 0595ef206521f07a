internal import Diagnostics

/// Problems told one by one up to a limit, and counted from there on.
struct ProblemList: Sendable {
  private let limit: Int
  private var told: [Problem] = []
  private(set) var count = 0

  init(limit: Int) {
    self.limit = limit
  }

  var isEmpty: Bool { count == 0 }

  mutating func add(_ problem: Problem) {
    count += 1
    if told.count < limit { told.append(problem) }
  }

  mutating func add(_ what: String, at place: Place?, remedy: String?) {
    add(Problem(what, at: place, remedy: remedy))
  }

  /// The problems, with a last one that counts those left out.
  func problems(in file: String) -> [Problem] {
    let rest = count - told.count
    guard rest > 0 else { return told }
    return told + [
      Problem(
        "and \(rest) more \(rest == 1 ? "problem" : "problems")", at: Place(file: file),
        remedy: "mend these first")
    ]
  }

  func throwIfAny(in file: String) throws {
    if count > 0 { throw Problems(problems(in: file)) }
  }
}
