/// How a text met an area.
public enum MatchRule: String, Sendable, Hashable, CaseIterable {
  /// It is the area's code in a declared system.
  case code
  /// A declared alias.
  case alias
  /// A name, after normalisation.
  case name
  /// Its figures were moved between area sets.
  case crosswalk
}

/// What became of a text that should stand for an area.
enum AreaMatch: Sendable, Hashable {
  /// It stands for this area.
  case met(area: Int, rule: MatchRule)
  /// It may stand for several; nothing is chosen.
  case ambiguous(areas: [Int], rule: MatchRule)
  /// It stands for none.
  case unmatched

  /// The areas that it may stand for.
  var areas: [Int] {
    switch self {
    case .met(let area, _): [area]
    case .ambiguous(let areas, _): areas
    case .unmatched: []
    }
  }
}

extension Gazetteer {
  /// Looks a text up: as a code of the table's systems, then as an alias, then as a name.
  func match(_ text: String, for table: TableDefinition) -> AreaMatch {
    if text.isEmpty { return .unmatched }
    var areas: [Int] = []
    for (index, system) in systems.enumerated() where table.codeSystems.contains(system) {
      for area in areasByCode[index][text] ?? [] { areas.addNew(area) }
    }
    if let match = decided(areas, .code) { return match }
    if let code = table.aliases[text], let area = area(code: code) {
      return .met(area: area, rule: .alias)
    }
    if table.usesAliases, let match = decided(areasByAlias[text] ?? [], .alias) { return match }
    guard table.usesNames else { return .unmatched }
    let name = nameRules.normalized(text)
    if let match = decided(areasByName[name] ?? [], .name) { return match }
    if table.usesAliases, let match = decided(areasByAliasName[name] ?? [], .name) { return match }
    return .unmatched
  }

  private func decided(_ areas: [Int], _ rule: MatchRule) -> AreaMatch? {
    switch areas.count {
    case 0: nil
    case 1: .met(area: areas[0], rule: rule)
    default: .ambiguous(areas: areas.sorted(), rule: rule)
    }
  }
}
