// Counting every outcome.
extension ConditionalTest {
  func exactTails(_ area: Int) -> Tails? {
    let row = weights.row(of: area)
    if row.isEmpty { return nil }
    var others = values.map { term($0, from: values[area]) }
    others.remove(at: area)
    return hasEqualWeights(row) ? chosenTails(area, others) : arrangedTails(area, others)
  }

  /// Equal weights: which values the neighbours get matters, their order does not.
  private func chosenTails(_ area: Int, _ others: [Double]) -> Tails {
    let row = weights.row(of: area)
    let weight = weights.weights[row.lowerBound]
    let (sum, margin) = (observed(area) / weight, tolerance(area) / weight)
    // Choosing k values and leaving out n − 1 − k are the same choice; the smaller set is faster.
    let isComplement = row.count > others.count / 2
    let all = others.reduce(0, +)
    let subsets =
      isComplement
      ? SubsetSums(others.map { -$0 }, size: others.count - row.count)
      : SubsetSums(others, size: row.count)
    let shift = isComplement ? all : 0
    let total = subsets.count
    let upper = subsets.count(atLeast: sum - margin - shift)
    let lower = total - subsets.count(atLeast: sum + margin - shift)
    return Tails(upper: Double(upper) / Double(total), lower: Double(lower) / Double(total))
  }

  /// Different weights: every way to hand out the others' values, but neighbours that weigh the
  /// same get theirs in one order only.
  private func arrangedTails(_ area: Int, _ others: [Double]) -> Tails {
    let (observed, tolerance) = (observed(area), tolerance(area))
    let weights = self.weights.weights[weights.row(of: area)].sorted()
    var isTaken = [Bool](repeating: false, count: others.count)
    var (upper, lower, total) = (0, 0, 0)
    func place(_ position: Int, after previous: Int, _ sum: Double) {
      if position == weights.count {
        total += 1
        if sum >= observed - tolerance { upper += 1 }
        if sum <= observed + tolerance { lower += 1 }
        return
      }
      let isNewGroup = position == 0 || weights[position] != weights[position - 1]
      for other in (isNewGroup ? 0 : previous + 1)..<others.count where !isTaken[other] {
        isTaken[other] = true
        place(position + 1, after: other, sum + weights[position] * others[other])
        isTaken[other] = false
      }
    }
    place(0, after: -1, 0)
    return Tails(upper: Double(upper) / Double(total), lower: Double(lower) / Double(total))
  }
}
