import Dispatch
import Synchronization

/// Work that another core does while this one goes on.
///
/// What comes of it must depend on nothing that changes meanwhile, so that the answer is the same
/// whenever it is done.
package final class Ahead<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins the work.
  package init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async {
      let value = work()
      self.result.withLock { $0 = value }
      self.isDone.signal()
    }
  }

  /// What came of it, waited for where it is not done.
  package var value: Value {
    isDone.wait()
    defer { isDone.signal() }
    guard let value = result.withLock(\.self) else { preconditionFailure("signalled too early") }
    return value
  }
}
