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
