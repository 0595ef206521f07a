import Diagnostics
import Indicators

extension IndexDefinition {
  /// Refuses a definition that cannot be scored from `matrix`, with all that is wrong with it.
  func check(against matrix: IndicatorMatrix) throws {
    var problems = Problems()
    var seen: Set<String> = []
    if pillars.isEmpty {
      problems.add("index '\(id)' has no pillar", at: places.index, remedy: "list at least one")
    }
    for (name, share) in [("worst share", worstShare)] + coverage.shares {
      checkShare(share, "the \(name) of index '\(id)'", at: places.index, &problems)
    }
    for pillar in pillars { check(pillar, matrix, &seen, &problems) }
    checkScale(seen, &problems)
    try problems.throwIfAny()
  }

  private func check(
    _ pillar: Pillar, _ matrix: IndicatorMatrix, _ seen: inout Set<String>,
    _ problems: inout Problems
  ) {
    if pillar.members.isEmpty {
      problems.add(
        "pillar '\(pillar.id)' of index '\(id)' has no indicator", at: places.pillar(pillar.id),
        remedy: "list at least one")
    }
    checkWeight(pillar.weight, "pillar '\(pillar.id)'", at: places.pillar(pillar.id), &problems)
    for (name, share) in pillar.coverage?.shares ?? [] {
      checkShare(
        share, "the \(name) of pillar '\(pillar.id)'", at: places.pillar(pillar.id), &problems)
    }
    for member in pillar.members {
      switch member {
      case .pillar(let inner):
        check(inner, matrix, &seen, &problems)
      case .indicator(let indicator, let weight):
        checkWeight(
          weight, "indicator '\(indicator)'", at: places.indicator(indicator), &problems)
        checkIndicator(indicator, matrix, &problems)
        if !seen.insert(indicator).inserted {
          problems.add(
            "indicator '\(indicator)' stands twice in index '\(id)'",
            at: places.indicator(indicator), remedy: "keep one, and give it the weight of both")
        }
      }
    }
  }

  private func checkScale(_ used: Set<String>, _ problems: inout Problems) {
    if let floor, !(floor > 0 && floor < 100) {
      problems.add(
        "the floor '\(floor)' of index '\(id)' does not lie between 0 and 100",
        at: places.index, remedy: "use 1")
    }
    for (indicator, posts) in goalposts.sorted(by: { $0.key < $1.key }) {
      if !used.contains(indicator) {
        problems.add(
          "goalposts are given for '\(indicator)', which index '\(id)' does not use",
          at: places.goalposts(of: indicator), remedy: "remove them")
      }
      if !(posts.low < posts.high && posts.low.isFinite && posts.high.isFinite) {
        problems.add(
          "the goalposts '\(posts.low)' and '\(posts.high)' of indicator '\(indicator)' in index "
            + "'\(id)' are no range", at: places.goalposts(of: indicator),
          remedy: "give two numbers, the low end first")
      }
    }
    guard normalization == .goalposts else { return }
    for indicator in pillars.flatMap(\.indicators) where goalposts[indicator] == nil {
      problems.add(
        "indicator '\(indicator)' of index '\(id)' has no goalposts",
        at: places.indicator(indicator), remedy: "give the low and the high end of its scale")
    }
    if treatment != nil {
      problems.add(
        "index '\(id)' has both fixed goalposts and a treatment of outliers",
        at: places.index, remedy: "leave out the treatment; goalposts bound outliers already")
    }
  }

  private func checkIndicator(
    _ indicator: String, _ matrix: IndicatorMatrix, _ problems: inout Problems
  ) {
    guard let column = matrix[indicator] else {
      let near = indicator.nearest(in: matrix.columns.map(\.indicator.id)).first
      problems.add(
        "index '\(id)' asks for the unknown indicator '\(indicator)'",
        at: places.indicator(indicator),
        remedy: near.map { "did you mean '\($0)'?" } ?? "define it among the indicators")
      return
    }
    if column.indicator.direction == .none {
      problems.add(
        "indicator '\(indicator)' of index '\(id)' has no direction",
        at: places.indicator(indicator),
        remedy: "say whether 'high' or 'low' is worse, or leave it out of the index")
    }
    if column.statisticalValues.contains(where: { $0.map { !$0.isFinite } ?? false }) {
      problems.add(
        "indicator '\(indicator)' has a value that is not a finite number",
        at: places.indicator(indicator), remedy: "leave the cell empty")
    }
  }

  private func checkWeight(
    _ weight: Double, _ name: String, at place: Place?, _ problems: inout Problems
  ) {
    if weight > 0, weight.isFinite { return }
    problems.add(
      "the weight '\(weight)' of \(name) in index '\(id)' is not a positive number",
      at: place, remedy: "use a number above 0, or leave it out")
  }

  private func checkShare(
    _ share: Double, _ name: String, at place: Place?, _ problems: inout Problems
  ) {
    if (0...1).contains(share) { return }
    problems.add("\(name) is '\(share)'", at: place, remedy: "use a share from 0 to 1")
  }
}

extension CoverageRule {
  fileprivate var shares: [(String, Double)] {
    [("share of areas", areas), ("share of indicators", indicators)]
  }
}
