import Resampling

/// How much each vertex of a coverage matters.
struct VertexWeights: Sendable {
  /// A length for each of `Coverage.coordinates`; infinite for what must stay.
  let values: ContiguousArray<Double>

  init(_ coverage: Coverage, by method: Simplification.Method, threads: Int?) {
    let (coordinates, starts) = (coverage.coordinates, coverage.starts)
    let stretches = starts.balanced(into: 64)
    let parts = inParallel(pieces: stretches.count, threads: threads) { piece in
      var weights: ContiguousArray<Double> = []
      let arcs = stretches[piece]
      weights.reserveCapacity(starts[arcs.upperBound] - starts[arcs.lowerBound])
      let all = coordinates.span
      switch method {
      case .visvalingam:
        var visvalingam = Visvalingam()
        for arc in arcs {
          visvalingam.weigh(all.extracting(starts[arc]..<starts[arc + 1]), into: &weights)
        }
      case .douglasPeucker:
        var douglasPeucker = DouglasPeucker()
        for arc in arcs {
          douglasPeucker.weigh(all.extracting(starts[arc]..<starts[arc + 1]), into: &weights)
        }
      }
      return weights
    }
    values = ContiguousArray(parts.joined())
  }

  /// The least weight that may be kept if no more than `count` finite ones are: all are at 0,
  /// none at infinity. Of equal weights all are kept or none.
  func threshold(keeping count: Int) -> Double {
    if count <= 0 { return .infinity }
    // Weights are not negative: their bit patterns are in the same order. The digits of the
    // wanted one are found from the first to the last, sixteen bits at a time.
    var prefix: UInt64 = 0
    var remaining = count
    for shift in stride(from: UInt64(48), through: 0, by: -16) {
      var counts = ContiguousArray(repeating: 0, count: 65_536)
      for value in values where value.isFinite {
        let bits = value.bitPattern
        if shift == 48 || bits >> (shift + 16) == prefix {
          counts[Int(bits >> shift & 0xFFFF)] += 1
        }
      }
      var digit = 65_535
      while digit > 0, counts[digit] < remaining {
        remaining -= counts[digit]
        digit -= 1
      }
      if digit == 0, counts[0] < remaining { return 0 }
      prefix = prefix << 16 | UInt64(digit)
      if shift == 0 {
        let least = Double(bitPattern: prefix)
        return counts[digit] == remaining ? least : least.nextUp
      }
    }
    return 0
  }
}
