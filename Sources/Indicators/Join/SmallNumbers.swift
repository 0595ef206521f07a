/// Withholds more values than the rules name, so that none of those can be worked out from a
/// total and the values published beside it.
///
/// Of an indicator with a withheld value at least two are withheld, and as many as it takes for
/// the respondents (or counts) behind them to reach the limit together: the smallest first, ties
/// in the order of codes. Indicators of one group are withheld in the same areas.
/// The method is complementary cell suppression in one dimension (Hundepool et al., Statistical
/// Disclosure Control, 2012, chapter 4).
struct SmallNumbers {
  /// One indicator with what its table says of each area of the table's area set.
  struct Member {
    var definition: IndicatorDefinition
    /// Cells by code.
    var cells: [String: IndicatorValue]
    /// Respondents, or the count itself, by code; known for withheld values too.
    var bases: [String: Double]

    fileprivate func hasFigure(_ code: String) -> Bool {
      cells[code]?.hasFigure ?? false
    }
  }

  /// Codes of the areas in which every member is withheld.
  let withheld: Set<String>
  /// Identifiers of members whose withheld values a total would give away all the same.
  let exposed: Set<String>

  /// Decides for the members of one group.
  init(_ members: [Member]) {
    var withheld: Set<String> = []
    for member in members where member.definition.suppression != nil {
      withheld.formUnion(member.cells.filter { $0.value.status == .suppressed }.keys)
    }
    var exposed: Set<String> = []
    var isDone = withheld.isEmpty
    while !isDone {
      isDone = true
      for member in members where !Self.isProtected(member, withheld) {
        if let code = Self.smallest(in: member, outside: withheld) {
          withheld.insert(code)
          isDone = false
        } else {
          exposed.insert(member.definition.indicator.id)
        }
      }
    }
    self.withheld = withheld
    self.exposed = exposed
  }

  /// Whether a total of the member says no more of its withheld values than that they are small.
  private static func isProtected(_ member: Member, _ withheld: Set<String>) -> Bool {
    let own = withheld.filter(member.hasFigure)
    guard !own.isEmpty else { return true }
    // Added up in one order, since the last digit may decide.
    let together = own.sorted().reduce(0) { $0 + (member.bases[$1] ?? 0) }
    return own.count >= 2 && together >= member.definition.suppression?.below ?? 0
  }

  private static func smallest(in member: Member, outside withheld: Set<String>) -> String? {
    member.cells.filter { $0.value.value != nil && !withheld.contains($0.key) }.keys
      .min {
        (member.bases[$0] ?? .infinity, $0) < (member.bases[$1] ?? .infinity, $1)
      }
  }

  /// Indicators that are withheld together, as positions in the list: whoever names another
  /// under `suppressedWith` is in one group with it.
  static func groups(of indicators: [IndicatorDefinition]) -> [[Int]] {
    var group = Array(indicators.indices)
    for (index, indicator) in indicators.enumerated() {
      for other in indicator.suppressedWith {
        guard let other = indicators.firstIndex(where: { $0.indicator.id == other }) else {
          continue
        }
        let (kept, merged) = (min(group[index], group[other]), max(group[index], group[other]))
        for place in group.indices where group[place] == merged { group[place] = kept }
      }
    }
    let members = Dictionary(grouping: indicators.indices) { group[$0] }
    return members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
      .filter { $0.contains { indicators[$0].suppression != nil } }
  }
}
