extension Coverage {
  /// Leaves out the vertices that matter least.
  ///
  /// Arcs are simplified on their own and keep their ends, so that neighbours keep the same
  /// line and every area keeps its neighbours. Where a simplified line would cross, touch or
  /// run over another one, pass an island or change the order of lines around a node, where a
  /// ring would turn inside out or an area change its size by more than the limit, the
  /// vertices that matter most are put back until nothing of the kind is left. A ring keeps at
  /// least three vertices.
  ///
  /// - Parameters:
  ///   - simplification: how much to leave out.
  ///   - threads: how many threads share the work; nil: one a core. The result is the same.
  /// - Complexity: O(*n* log *n*) in the vertices.
  public func simplified(
    _ simplification: Simplification, threads: Int? = nil
  ) -> SimplifiedCoverage {
    let weights = VertexWeights(self, by: simplification.method, threads: threads)
    let simplifier = Simplifier(self, weights, simplification, threads: threads)
    return simplifier.simplified(to: simplification.target)
  }

  /// Leaves out as few vertices as must be, for a drawing or a file of a limited size.
  ///
  /// - Parameters:
  ///   - budget: the most that `measure` may give.
  ///   - simplification: its target is the most detail that is tried.
  ///   - measure: the size of the areas as drawn or written; it grows with the vertices.
  /// - Returns: the most detailed of up to twelve attempts that keeps to the budget. Where
  ///   none does, as the guards or the many areas need more, the smallest, with
  ///   `isWithinTarget` false.
  public func simplified(
    _ simplification: Simplification, withinBudget budget: Int, threads: Int? = nil,
    measuring measure: (SimplifiedCoverage) throws -> Int
  ) rethrows -> SimplifiedCoverage {
    let weights = VertexWeights(self, by: simplification.method, threads: threads)
    let simplifier = Simplifier(self, weights, simplification, threads: threads)
    var best = simplifier.simplified(to: simplification.target)
    var size = try measure(best)
    if size <= budget { return best }
    var (fewest, most) = (0, best.report.verticesAfter)
    var goal = most
    var fits = false
    for _ in 0..<12 where most - fewest > max(1, most / 200) {
      // In proportion to the size, as long as that lies between what is known.
      let guess = Int(Double(goal) * Double(budget) / Double(max(1, size)) * 0.995)
      goal = guess > fewest && guess < most ? guess : (fewest + most) / 2
      let attempt = simplifier.simplified(to: .vertices(goal))
      size = try measure(attempt)
      if size <= budget {
        fewest = goal
        (best, fits) = (attempt, true)
      } else {
        most = goal
        if !fits { best = attempt }
      }
    }
    if !fits { best.report.isWithinTarget = false }
    return best
  }
}

/// Simplifies one coverage, to one target or several.
private struct Simplifier {
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
      let crossings = CrossingGuard(segments, of: kept, threads: threads)
      sourceContacts += crossings.sourceContacts
      var faults = crossings.faults
      faults += islands.faults(segments, of: coverage, threads: threads)
      faults += corners.faults(segments, firsts: firsts, coverage: coverage)
      faults += sizes.faults(segments, firsts: firsts, leftOut: smallPieces.sizes)
      if faults.isEmpty {
        return result(
          kept, segments, firsts, threshold: threshold, budget: budget,
          sourceContacts: sourceContacts)
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
    _ kept: KeptVertices, _ segments: ContiguousArray<KeptVertices.Segment>, _ firsts: [Int],
    threshold: Double, budget: Int?, sourceContacts: Int
  ) -> SimplifiedCoverage {
    let gains = (0..<coverage.arcCount).map { arc in
      segments[firsts[arc]..<firsts[arc + 1]].reduce(0) { $0 + $1.gain }
    }
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

extension Coverage {
  /// What is kept of a coverage.
  fileprivate init(_ original: Coverage, _ kept: KeptVertices, without isLeftOut: [Bool]) {
    var arcNumbers = [Int32](repeating: -1, count: original.arcCount)
    var nodeNumbers = [Int32](repeating: -1, count: original.nodeCount)
    var nodeCount: Int32 = 0
    func node(_ old: Int32) -> Int32 {
      if nodeNumbers[Int(old)] < 0 {
        nodeNumbers[Int(old)] = nodeCount
        nodeCount += 1
      }
      return nodeNumbers[Int(old)]
    }
    var coordinates: ContiguousArray<Coordinate> = []
    var starts = [0]
    var ends: [ArcEnds] = []
    var sides: [ArcSides] = []
    for arc in 0..<original.arcCount where kept.isDrawn[arc] {
      arcNumbers[arc] = Int32(ends.count)
      for place in original.starts[arc]..<original.starts[arc + 1] where kept.isKept(place) {
        coordinates.append(original.coordinates[place])
      }
      starts.append(coordinates.count)
      ends.append(
        ArcEnds(tail: node(original.ends[arc].tail), head: node(original.ends[arc].head)))
      sides.append(original.sides[arc])
    }
    self.coordinates = coordinates
    self.starts = starts
    self.ends = ends
    self.nodeCount = Int(nodeCount)
    self.sides = sides
    shapes = original.shapes.renumbered(arcNumbers, without: isLeftOut)
  }
}

extension ArcShapes {
  /// The same rings with other arc numbers, without some polygons.
  fileprivate func renumbered(_ numbers: [Int32], without isLeftOut: [Bool]) -> ArcShapes {
    var shapes = ArcShapes()
    for area in 0..<(areaStarts.count - 1) {
      for polygon in polygons(ofArea: area) where !isLeftOut[polygon] {
        for ring in rings(ofPolygon: polygon) {
          for reference in arcs(ofRing: ring) {
            shapes.references.append(
              reference < 0 ? ~numbers[Int(~reference)] : numbers[Int(reference)])
          }
          shapes.endRing()
        }
        shapes.endPolygon()
      }
      shapes.endArea()
    }
    return shapes
  }
}
