internal import Diagnostics

/// Finds what is wrong with the definitions of a join before any row is read.
struct DefinitionCheck {
  let tables: [LoadedTable]
  let indicators: [IndicatorDefinition]
  let gazetteer: Gazetteer
  let areaSet: String?
  let crosswalks: [Crosswalk]

  func problems() -> Problems {
    var problems = Problems()
    checkIndicators(&problems)
    checkSmallNumbers(&problems)
    for loaded in tables {
      checkTable(loaded.definition, &problems)
      checkAreaSet(loaded, &problems)
    }
    var checked: Set<String> = []
    for crosswalk in tables.compactMap(\.crosswalk) where checked.insert(crosswalk.file).inserted {
      checkAreas(of: crosswalk, &problems)
    }
    return problems
  }

  private func checkIndicators(_ problems: inout Problems) {
    let names = tables.map(\.definition.id)
    var seen: Set<String> = []
    for indicator in indicators {
      let id = indicator.indicator.id
      if !seen.insert(id).inserted {
        problems.add(
          "the indicator \(id.quoted) is defined twice", at: indicator.place,
          remedy: "rename or remove one")
      }
      if !names.contains(indicator.table) {
        problems.add(
          "the indicator \(id.quoted) is read from \(indicator.table.quoted), which is no table"
            + didYouMean(indicator.table, in: names), at: indicator.place,
          remedy: "the tables are \(names.listed())")
      }
      if let needed = indicator.minimumMatchedAreas, needed > gazetteer.layerCount {
        problems.add(
          "'minimum_matched_areas' of \(id.quoted) is \(needed), and the layer has "
            + "\(count(gazetteer.layerCount, "area"))", at: indicator.place,
          remedy: "ask for no more areas than there are")
      }
      if indicator.measure == .rate,
        let crosswalk = tables.first(where: { $0.definition.id == indicator.table })?.crosswalk,
        let code = crosswalk.firstUnweighted
      {
        problems.add(
          "the rates of \(id.quoted) cannot be averaged for \(code.quoted): the crosswalk "
            + "\(crosswalk.file.quoted) says no population of its parts", at: indicator.place,
          remedy: "give the crosswalk a column 'population' with the people of each part")
      }
      if let loaded = tables.first(where: { $0.definition.id == indicator.table }),
        loaded.crosswalk != nil, indicator.measure == nil
      {
        problems.add(
          "the indicator \(id.quoted) is moved by a crosswalk and does not say what it measures",
          at: indicator.place,
          remedy: "declare 'measure: count' (split, totals kept) or 'measure: rate' (averaged)")
      }
    }
  }

  /// Figures that are read twice are withheld twice, or not at all.
  private func checkSmallNumbers(_ problems: inout Problems) {
    SharedFigures(tables, indicators).check(&problems)
    for indicator in indicators {
      for other in indicator.suppressedWith {
        guard let partner = indicators.first(where: { $0.indicator.id == other }) else {
          let ids = indicators.map(\.indicator.id)
          problems.add(
            "\(indicator.indicator.id.quoted) is withheld with \(other.quoted), which is no "
              + "indicator" + didYouMean(other, in: ids), at: indicator.place,
            remedy: "name an indicator under 'suppress_with'")
          continue
        }
        let sets = [indicator, partner].map { member in
          tables.first { $0.definition.id == member.table }?.definition.areaSet ?? areaSet
        }
        if sets[0] != sets[1] {
          problems.add(
            "\(indicator.indicator.id.quoted) and \(other.quoted) cannot be withheld together: "
              + "their tables are written for different area sets", at: indicator.place,
            remedy: "bring both into one area set")
        }
      }
    }
  }

  private func checkTable(_ table: TableDefinition, _ problems: inout Problems) {
    for system in table.codeSystems where !gazetteer.systems.contains(system) {
      problems.add(
        "\(system.quoted) is no code system" + didYouMean(system, in: gazetteer.systems),
        at: table.place, remedy: "the gazetteer has \(gazetteer.systems.listed(limit: 20))")
    }
    for (text, code) in table.aliases.sorted(by: { $0.key < $1.key })
    where gazetteer.area(code: code) == nil {
      problems.add(
        "the alias \(text.quoted) stands for \(code.quoted), which is no area"
          + didYouMean(code, in: gazetteer.codes), at: table.place,
        remedy: "name the code of an area")
    }
    for code in table.changedAreas.keys.sorted() where gazetteer.area(code: code) == nil {
      problems.add(
        "\(code.quoted) is listed as a changed area, and is no area"
          + didYouMean(code, in: gazetteer.codes), at: table.place,
        remedy: "name the code of an area")
    }
  }

  private func checkAreaSet(_ loaded: LoadedTable, _ problems: inout Problems) {
    let table = loaded.definition
    let own = areaSet.map(\.quoted) ?? "not declared"
    guard let crosswalk = loaded.crosswalk else {
      if let fault = AreaSetFault(loaded, areaSet: areaSet, crosswalks: crosswalks) {
        problems.all.append(fault.problem)
      }
      return
    }
    if table.areaSet != crosswalk.from || areaSet != crosswalk.to {
      problems.add(
        "the crosswalk \(crosswalk.file.quoted) moves \(crosswalk.from.quoted) to "
          + "\(crosswalk.to.quoted), but the area set of \(table.file.quoted) is "
          + "\(table.areaSet.map(\.quoted) ?? "not declared") and that of the layer is \(own)",
        at: table.place, remedy: "declare the area sets that the crosswalk is for")
    }
    if !table.changedAreas.isEmpty {
      problems.add(
        "both a crosswalk and 'changed_areas' are given for \(table.file.quoted)",
        at: table.place,
        remedy: "take 'changed_areas' out; the crosswalk moves the figures of changed areas")
    }
  }

  /// Every new area must be one of the layer. An old one need not be, but where it is a code of the
  /// layer but for a lost zero, that is meant.
  private func checkAreas(of crosswalk: Crosswalk, _ problems: inout Problems) {
    for code in crosswalk.fromCodes where gazetteer.area(code: code) == nil {
      let bare = Proposals.bare(code)
      guard let meant = gazetteer.codes.first(where: { Proposals.bare($0) == bare }) else {
        continue
      }
      problems.add(
        "the crosswalk \(crosswalk.file.quoted) moves figures from \(code.quoted), which is no "
          + "area (did you mean \(meant.quoted)?)",
        at: crosswalk.parts.first { $0.from == code }?.fromPlace, remedy: "correct the code")
    }
    for code in crosswalk.parts.map(\.to).uniqued
    where gazetteer.area(code: code).map({ $0 >= gazetteer.layerCount }) ?? true {
      let known = gazetteer.codes.prefix(gazetteer.layerCount)
      problems.add(
        "the crosswalk \(crosswalk.file.quoted) moves figures to \(code.quoted), which is no "
          + "area of the layer" + didYouMean(code, in: known),
        at: crosswalk.parts.first { $0.to == code }?.toPlace, remedy: "correct the code")
    }
  }
}
