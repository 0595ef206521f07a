/// Finds the area of each row of a table, and says why where there is none.
struct AreaLookup {
  /// What was found for a row.
  struct Finding {
    var area: Int?
    var rule: MatchRule?
    var outcome: JoinReport.Outcome = .met
    var reason = ""
    var proposals: [Proposals.Proposal] = []

    var suggestions: [String] { proposals.map(\.text) }
  }

  let table: Table
  let definition: TableDefinition
  let columns: ResolvedColumns
  let gazetteer: Gazetteer
  /// Areas that rows may be for, in the order of the gazetteer.
  let isPossible: [Bool]
  /// Proposals take a look at every name, so a table of nothing but strangers gets no more.
  private static let proposalLimit = 500

  private var known: [[String]: Finding] = [:]
  private var proposals: Proposals?
  private var proposalCount = 0

  init(
    table: Table, definition: TableDefinition, columns: ResolvedColumns, gazetteer: Gazetteer,
    isPossible: [Bool]
  ) {
    self.table = table
    self.definition = definition
    self.columns = columns
    self.gazetteer = gazetteer
    self.isPossible = isPossible
  }

  /// The area as the row writes it: its code, or its name where it has no code.
  func written(row: Int) -> String {
    let code = columns.areaCode.map { table.text(row: row, column: $0) } ?? ""
    return code.isEmpty ? columns.areaName.map { table.text(row: row, column: $0) } ?? "" : code
  }

  /// What the row is for.
  mutating func find(row: Int) -> Finding {
    let code = columns.areaCode.map { table.text(row: row, column: $0) } ?? ""
    let name = columns.areaName.map { table.text(row: row, column: $0) } ?? ""
    if let finding = known[[code, name]] { return finding }
    let finding = found(code: code, name: name)
    known[[code, name]] = finding
    return finding
  }

  private mutating func found(code: String, name: String) -> Finding {
    let text = code.isEmpty ? name : code
    if definition.otherAreas.contains(text) {
      return Finding(outcome: .passedOver, reason: "declared as no area of the layer")
    }
    if text.isEmpty {
      return Finding(outcome: .unmatched, reason: "the row names no area")
    }
    switch gazetteer.match(text, for: definition) {
    case .met(let area, let rule):
      if !isPossible[area] {
        return Finding(
          outcome: .unmatched,
          reason: "\(gazetteer.label(area)) is not in the "
            + (definition.areaSet.map { "area set \($0.quoted)" } ?? "layer"))
      }
      if !code.isEmpty, case .met(let other, _) = gazetteer.match(name, for: definition),
        other != area
      {
        return Finding(
          outcome: .conflict,
          reason: "\(code.quoted) is \(gazetteer.label(area)), "
            + "but the name \(name.quoted) is \(gazetteer.label(other))")
      }
      return Finding(area: area, rule: rule)
    case .ambiguous(let areas, let rule):
      return Finding(
        outcome: .ambiguous,
        reason: "the \(rule.rawValue) \(text.quoted) may be \(gazetteer.labels(areas))",
        proposals: areas.prefix(3).map { .init(area: $0, text: gazetteer.label($0)) })
    case .unmatched:
      return unmatched(text, name: code.isEmpty ? "" : name)
    }
  }

  private mutating func unmatched(_ text: String, name: String) -> Finding {
    let byName = gazetteer.match(name, for: definition)
    // A name says more than what a code may look like.
    var proposals = propose(text, foldsCodes: byName.areas.isEmpty)
    if case .met(let area, _) = byName {
      proposals.removeAll { $0.area == area }
      proposals.insert(.init(area: area, text: "\(gazetteer.label(area)) by its name"), at: 0)
    } else if proposals.isEmpty, !name.isEmpty {
      proposals = propose(name)
    }
    var steps = ["code of \(definition.codeSystems.joined(separator: " or "))"]
    if definition.usesAliases { steps.append("alias") }
    if definition.usesNames { steps.append("name") }
    let list =
      steps.count > 1
      ? steps.dropLast().joined(separator: ", ") + " or " + (steps.last ?? "") : steps[0]
    let isOver = proposals.isEmpty && proposalCount > Self.proposalLimit
    return Finding(
      outcome: .unmatched,
      reason: "\(text.quoted) is no \(list)"
        + (isOver ? " (no proposals are looked for after the first \(Self.proposalLimit))" : ""),
      proposals: Array(proposals.prefix(3)))
  }

  private mutating func propose(_ text: String, foldsCodes: Bool = true) -> [Proposals.Proposal] {
    proposalCount += 1
    if proposalCount > Self.proposalLimit { return [] }
    let finder = proposals ?? Proposals(gazetteer, table: definition)
    proposals = finder
    return finder.proposals(for: text, foldsCodes: foldsCodes)
  }
}
