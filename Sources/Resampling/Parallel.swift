import Dispatch
import Foundation
import Synchronization

/// How many cores there are; asked once, because the system counts them anew each time.
private let coreCount = ProcessInfo.processInfo.activeProcessorCount

/// The results of `body` for ranges that together cover `0..<count`, put back into order.
///
/// `body` gets a range and returns one result for each of its elements. Nothing may depend on
/// how the ranges are cut, so the answer is the same for any number of `threads`
/// (nil: one a core).
package func inParallel<Result: Sendable>(
  count: Int, threads: Int?, _ body: @Sendable (Range<Int>) -> [Result]
) -> [Result] {
  let threads = max(1, threads ?? coreCount)
  if threads == 1 || count < 2 { return body(0..<count) }
  let pieceCount = min(count, threads * 8)
  let pieces = Mutex([[Result]](repeating: [], count: pieceCount))
  DispatchQueue.concurrentPerform(iterations: pieceCount) { piece in
    let results = body(count * piece / pieceCount..<count * (piece + 1) / pieceCount)
    pieces.withLock { $0[piece] = results }
  }
  return pieces.withLock { $0.flatMap(\.self) }
}

/// The results of `body` for `count` pieces of work, in their order.
///
/// Which thread does which piece changes nothing, so that the answer is the same for any
/// number of `threads` (nil: one a core).
package func inParallel<Result: Sendable>(
  pieces count: Int, threads: Int?, _ body: @Sendable (Int) -> Result
) -> [Result] {
  let threads = min(count, max(1, threads ?? coreCount))
  if threads <= 1 { return (0..<count).map(body) }
  let next = Atomic(0)
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if piece >= count { return }
      let result = body(piece)
      results.withLock { $0[piece] = result }
    }
  }
  return results.withLock { $0.compactMap(\.self) }
}
