extension TableJoin {
  /// What is needed to decide which values of an indicator are withheld.
  func member(_ number: Int) -> SmallNumbers.Member {
    SmallNumbers.Member(
      definition: indicators[number], cells: read[number],
      bases: reading.observations[number].reduce(into: [:]) { bases, observation in
        if let basis = observation.basis { bases[observation.areaCode, default: 0] += basis }
      })
  }

  /// Whether the crosswalk makes a small count of larger ones.
  func makesSmallCounts(_ number: Int) -> Bool {
    loaded.crosswalk != nil && layer.codes.contains { isSmall(cell(of: $0, number), number) }
  }

  /// The same as `member` after figures were moved, by codes of the layer: counts that became
  /// small are withheld.
  func movedMember(_ number: Int) -> SmallNumbers.Member {
    var member = member(number)
    let old = member.bases
    member.cells = [:]
    for code in layer.codes {
      let cell = cell(of: code, number)
      member.cells[code] = isSmall(cell, number) ? cell.withheld(reason: "") : cell
      guard let crosswalk = loaded.crosswalk else { continue }
      member.bases[code] = crosswalk.parts(to: code).reduce(0) {
        $0 + $1.weight * (old[$1.from] ?? 0)
      }
    }
    return member
  }

  private func isSmall(_ cell: IndicatorValue, _ number: Int) -> Bool {
    guard let rule = indicators[number].suppression, rule.basis == .count, let value = cell.value
    else { return false }
    return value < rule.below
  }
}

extension IndicatorValue {
  /// Whether there is a value, or was one before it was withheld.
  var hasFigure: Bool { value != nil || status == .suppressed }

  /// The same without its figures, where it has any.
  func withheld(reason: String) -> IndicatorValue {
    guard hasFigure else { return self }
    var withheld = IndicatorValue.missing(.suppressed, reason: reason)
    (withheld.period, withheld.source) = (period, source)
    (withheld.place, withheld.rule) = (place, rule)
    withheld.furtherRows = furtherRows
    return withheld
  }
}
