/// All the problems of one step, collected so that the user mends them in one go.
public struct Problems: Error, Sendable, Hashable, CustomStringConvertible {
  /// The problems in the order they were found.
  public var all: [Problem]

  /// The given problems, or none yet.
  public init(_ all: [Problem] = []) {
    self.all = all
  }

  /// Whether nothing was found.
  public var isEmpty: Bool { all.isEmpty }

  /// Notes one more problem.
  public mutating func add(_ what: String, at place: Place? = nil, remedy: String? = nil) {
    all.append(Problem(what, at: place, remedy: remedy))
  }

  /// Runs `work`; what it throws is collected and `nil` returned.
  @discardableResult
  public mutating func collect<Value>(_ work: () throws -> Value) -> Value? {
    do {
      return try work()
    } catch let problem as Problem {
      all.append(problem)
    } catch let problems as Problems {
      all.append(contentsOf: problems.all)
    } catch {
      all.append(Problem("\(error)"))
    }
    return nil
  }

  /// Throws itself unless it is empty.
  public func throwIfAny() throws {
    if !isEmpty { throw self }
  }

  /// One line a problem.
  public var description: String {
    all.map(\.description).joined(separator: "\n")
  }
}
