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
  /// Corrects p over the testable areas, and gives each of them its verdict.
  mutating func correctAndJudge(level: Double) {
    let testable = indices.filter { self[$0].isTestable && self[$0].p != nil }
    let adjusted = FalseDiscovery.adjusted(testable.compactMap { self[$0].p })
    for (area, p) in zip(testable, adjusted) {
      self[area].pAdjusted = p
      self[area].judge(level: level)
    }
  }
}
