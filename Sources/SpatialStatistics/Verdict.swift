extension LocalResult {
  /// A result without a statistic.
  init(without cause: Cause) {
    self.init()
    exclude(cause)
  }

  /// A result of which nothing is known but what could have come out.
  init(outcomes: Double, neighbors: Int) {
    self.init(
      pMin: min(1, 2 / outcomes), neighbors: neighbors, cluster: .none,
      outcomes: outcomes < .greatestFiniteMagnitude ? outcomes : nil)
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

  /// Takes p, its tails and how they were found. Drawn outcomes, the observed one among them, set
  /// the smallest p a second floor.
  mutating func take(_ tails: ConditionalTest.Tails) {
    p = tails.twoSided
    pUpper = tails.upper
    pLower = tails.lower
    pError = tails.error
    method = tails.draws.map { "monte carlo (\($0) draws)" } ?? "exact"
    guard let pMin, let draws = tails.draws else { return }
    self.pMin = max(pMin, min(1, 2 / Double(1 + draws)))
  }

  /// One result an area that says why there is no statistic, as long as there is none.
  static func untested(_ values: [Double?], _ weights: SpatialWeights) -> [LocalResult] {
    values.indices.map { area in
      let neighbors = weights.row(of: area).count
      return LocalResult(
        without: values[area] == nil
          ? .noValue : neighbors == 0 ? .noNeighbors : .noNeighborValues(neighbors: neighbors))
    }
  }

  /// Decides what a tested area is; `pAdjusted` must stand.
  fileprivate mutating func judge(level: Double, isAlikeLow: Bool) {
    guard let z, let p, let pAdjusted, let pUpper, let pLower else { return }
    guard p <= level, z != 0 else { return }
    let isHigh: Bool
    if let quadrant {
      guard isAlikeLow ? pLower < pUpper : pUpper < pLower else { return explain(.unlikeNeighbors) }
      guard quadrant == .highHigh || quadrant == .lowLow else { return explain(.acrossMean) }
      isHigh = quadrant == .highHigh
    } else {
      guard z > 0 ? pUpper < pLower : pLower < pUpper else { return explain(.ownValueOpposes) }
      isHigh = z > 0
    }
    let isCertain = pAdjusted <= level
    cluster = isHigh ? (isCertain ? .hot : .possiblyHot) : (isCertain ? .cold : .possiblyCold)
  }
}

extension [LocalResult] {
  /// Takes out areas whose p cannot fall to the level, corrects p over the others, and gives each
  /// of them its verdict. `isAlikeLow` says that a low statistic means like its neighbours.
  mutating func judge(level: Double, isAlikeLow: Bool = false) {
    for area in indices where self[area].isTestable {
      guard let pMin = self[area].pMin, pMin > level else { continue }
      self[area].exclude(
        .tooFewNeighbors(neighbors: self[area].neighbors, pMin: pMin, level: level))
    }
    let testable = indices.filter { self[$0].isTestable && self[$0].p != nil }
    let adjusted = FalseDiscovery.adjusted(testable.compactMap { self[$0].p })
    for (area, p) in zip(testable, adjusted) {
      self[area].pAdjusted = p
      self[area].judge(level: level, isAlikeLow: isAlikeLow)
    }
  }

  /// Areas that are hot, or cold, after the correction or before it.
  func areas(_ certain: Cluster, or possible: Cluster, isCorrected: Bool) -> [Int] {
    indices.filter {
      self[$0].cluster == certain || !isCorrected && self[$0].cluster == possible
    }
  }
}
