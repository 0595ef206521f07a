/// Simplifies one coverage, to one target or several.
struct Simplifier {
  private let coverage: Coverage
  private let weights: VertexWeights
  private let isDrawn: [Bool]
  private let corners: CornerGuard
  private let islands: IslandGuard
  private let sizes: SizeGuard
  private let smallPieces: SmallPieces
  /// Vertices that stay whatever the threshold.
  private let fixedCount: Int
  private let threads: Int?

  init(
    _ coverage: Coverage, _ weights: VertexWeights, _ simplification: Simplification,
    threads: Int?
  ) {
    self.coverage = coverage
    self.weights = weights
    self.threads = threads
    corners = CornerGuard(coverage)
    sizes = SizeGuard(coverage, limit: simplification.maximumSizeChange)
    smallPieces = SmallPieces(
      coverage, areaSizes: sizes.areas, share: simplification.minimumPieceShare,
      limit: simplification.maximumSizeChange / 2)
    isDrawn = smallPieces.isDrawn(coverage)
    islands = IslandGuard(coverage, isDrawn: isDrawn)
    let infinite = weights.values.count { $0 == .infinity }
    fixedCount = infinite - 2 * coverage.arcCount + coverage.nodeCount
  }

  /// The coverage at a target.
  func simplified(to target: Simplification.Target) -> SimplifiedCoverage {
    let budget: Int
    switch target {
    case .tolerance(let tolerance): return simplified(above: tolerance, atMost: nil)
    case .vertices(let count): budget = count
    case .share(let share): budget = Int((Double(coverage.vertexCount) * share).rounded(.down))
    }
    // What the guards put back is saved elsewhere.
    var goal = budget
    var best = simplified(above: threshold(for: goal), atMost: budget)
    for _ in 0..<4 where !best.report.isWithinTarget && goal > fixedCount {
      goal -= best.report.verticesAfter - budget
      let attempt = simplified(above: threshold(for: goal), atMost: budget)
      if attempt.report.verticesAfter < best.report.verticesAfter { best = attempt }
    }
    return best
  }

  private func threshold(for count: Int) -> Double {
    weights.threshold(keeping: count - fixedCount)
  }

  private func simplified(above threshold: Double, atMost budget: Int?) -> SimplifiedCoverage {
    var kept = KeptVertices(coverage, weights, isDrawn: isDrawn, threshold: threshold)
    var sourceContacts = 0
    var pass = 0
    while true {
      let segments = kept.segments(threads: threads)
      let firsts = firstSegments(segments)
      let gains = firsts.indices.dropLast().map { arc in
        segments[firsts[arc]..<firsts[arc + 1]].reduce(0) { $0 + $1.gain }
      }
      let crossings = CrossingGuard(segments, of: kept, threads: threads)
      sourceContacts += crossings.sourceContacts
      var faults = crossings.faults
      faults += islands.faults(segments, of: coverage, threads: threads)
      faults += corners.faults(segments, firsts: firsts, coverage: coverage)
      faults += sizes.faults(segments, firsts: firsts, gains: gains, leftOut: smallPieces.sizes)
      if faults.isEmpty {
        return result(
          kept, gains, threshold: threshold, budget: budget, sourceContacts: sourceContacts)
      }
      // One vertex at a time first, then more and more, so that the end is near in any case.
      kept.restore(
        Set(faults).sorted().map { segments[Int($0)] }, count: 1 << max(0, min(pass - 3, 20)))
      pass += 1
    }
  }

  /// For each arc its first segment, and the number of all at the end.
  private func firstSegments(_ segments: ContiguousArray<KeptVertices.Segment>) -> [Int] {
    var firsts = [Int](repeating: 0, count: coverage.arcCount + 1)
    for segment in segments { firsts[Int(segment.arc) + 1] += 1 }
    for arc in 0..<coverage.arcCount { firsts[arc + 1] += firsts[arc] }
    return firsts
  }

  private func result(
    _ kept: KeptVertices, _ gains: [Double], threshold: Double, budget: Int?, sourceContacts: Int
  ) -> SimplifiedCoverage {
    let changes = zip(sizes.changes(gains: gains, leftOut: smallPieces.sizes), sizes.areas)
      .map { $1 > 0 ? $0 / $1 : 0 }
    let mostChanged = changes.indices.max { abs(changes[$0]) < abs(changes[$1]) }
    let simplified = Coverage(coverage, kept, without: smallPieces.isLeftOut)
    let report = SimplificationReport(
      verticesBefore: coverage.vertexCount, verticesAfter: simplified.vertexCount,
      tolerance: threshold, restoredVertices: kept.restoredCount,
      isWithinTarget: budget.map { simplified.vertexCount <= $0 } ?? true,
      leftOutPieces: smallPieces.counts.indices.filter { smallPieces.counts[$0] > 0 }.map {
        .init(area: $0, count: smallPieces.counts[$0], size: smallPieces.sizes[$0])
      },
      largestSizeChange: mostChanged.map { changes[$0] } ?? 0,
      mostChangedArea: mostChanged.flatMap { changes[$0] == 0 ? nil : $0 },
      sourceContacts: sourceContacts)
    return SimplifiedCoverage(coverage: simplified, report: report)
  }
}
