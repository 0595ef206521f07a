import Dispatch
import Foundation
import Synchronization

/// How many cores there are; asked once, because the system counts them anew each time.
private let coreCount = ProcessInfo.processInfo.activeProcessorCount

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

extension Array<Int> {
  /// Cuts what these rising numbers bound into at most `count` stretches of about equal size:
  /// for `starts` 0, 10, 30, 40 and two pieces, 0..<2 and 2..<3.
  func balanced(into count: Int) -> [Range<Int>] {
    guard let low = first, let high = last, high > low else {
      return self.count > 1 ? [0..<(self.count - 1)] : []
    }
    var ranges: [Range<Int>] = []
    var start = startIndex
    for piece in 1...Swift.max(1, count) where start < endIndex - 1 {
      let goal = low + (high - low) * piece / count
      var end = start + 1
      while end < endIndex - 1, self[end] < goal { end += 1 }
      if piece == count { end = endIndex - 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
