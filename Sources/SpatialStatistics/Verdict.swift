extension LocalResult {
  /// A result without a statistic.
  init(without cause: Cause) {
    self.init()
    exclude(cause)
  }

  /// Takes the area out of the test.
  mutating func exclude(_ cause: Cause) {
    cluster = .notTestable
    explain(cause)
  }

  private mutating func explain(_ cause: Cause) {
    self.cause = cause
    reason = cause.text
  }

  /// Decides what a tested area is; `pAdjusted` must stand.
  fileprivate mutating func judge(level: Double) {
    guard let z, let p, let pAdjusted, let pUpper, let pLower else { return }
    guard p <= level, z != 0 else { return }
    guard z > 0 ? pUpper < pLower : pLower < pUpper else { return explain(.ownValueOpposes) }
    let isCertain = pAdjusted <= level
    cluster = z > 0 ? (isCertain ? .hot : .possiblyHot) : (isCertain ? .cold : .possiblyCold)
  }
}

extension [LocalResult] {
  /// Takes out areas whose p cannot fall to the level, corrects p over the others, and gives each
  /// of them its verdict.
  mutating func judge(level: Double) {
    for area in indices where self[area].isTestable {
      guard let pMin = self[area].pMin, pMin > level else { continue }
      self[area].exclude(
        .tooFewNeighbors(neighbors: self[area].neighbors, pMin: pMin, level: level))
    }
    let testable = indices.filter { self[$0].isTestable && self[$0].p != nil }
    let adjusted = FalseDiscovery.adjusted(testable.compactMap { self[$0].p })
    for (area, p) in zip(testable, adjusted) {
      self[area].pAdjusted = p
      self[area].judge(level: level)
    }
  }

  /// Areas that are hot, or cold, after the correction or before it.
  func areas(_ certain: Cluster, or possible: Cluster, isCorrected: Bool) -> [Int] {
    indices.filter {
      self[$0].cluster == certain || !isCorrected && self[$0].cluster == possible
    }
  }
}
