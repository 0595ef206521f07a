internal import Diagnostics

/// Why figures of one area set cannot stand in another, and which crosswalks would move them.
struct AreaSetFault: Sendable {
  var reason: String
  var suggestions: [String]
  var problem: Problem

  /// The fault of a table that declares another set than the layer's and has neither a
  /// crosswalk nor a list of what changed; nil where there is none.
  init?(_ loaded: LoadedTable, areaSet: String?, crosswalks: [Crosswalk]) {
    let table = loaded.definition
    guard loaded.crosswalk == nil, let set = table.areaSet, set != areaSet,
      table.changedAreas.isEmpty
    else { return nil }
    let own = areaSet.map(\.quoted) ?? "not declared"
    let fitting = crosswalks.filter { $0.from == set && $0.to == areaSet }.map(\.file)
    reason = "the table is written for the area set \(set.quoted), and that of the layer is \(own)"
    suggestions =
      fitting.isEmpty
      ? ["a crosswalk from \(set) to \(areaSet ?? "the area set of the layer")"]
      : fitting.prefix(3).map { "crosswalk \($0)" }
    problem = Problem(
      "\(table.file.quoted) is written for the area set \(set.quoted), and that of the layer "
        + "is \(own)", at: table.place,
      remedy: fitting.isEmpty
        ? "declare a crosswalk, or list what differs under 'changed_areas'"
        : "declare the crosswalk \(fitting.listed())")
  }

  /// The fault of a table that declares no set, has rows for an older one, at most a tenth of its
  /// areas apart and at least one that changed among them, and none for the areas that the
  /// layer's set adds; nil where that is not so.
  ///
  /// - Parameter met: codes of the areas that rows of one indicator met.
  init?(
    undeclared loaded: LoadedTable, met: Set<String>, areaSet: String?, crosswalks: [Crosswalk],
    gazetteer: Gazetteer
  ) {
    let table = loaded.definition
    guard loaded.crosswalk == nil, table.areaSet == nil, table.changedAreas.isEmpty,
      let crosswalk = crosswalks.first(where: { $0.to == areaSet && $0.isWrittenFor(met) })
    else { return nil }
    let old = crosswalk.fromCodes
    let number = old.count(where: met.contains)
    let share = number == old.count ? "each area" : "\(number) of \(count(old.count, "area"))"
    let added = crosswalk.addedCodes.compactMap(gazetteer.area(code:))
    reason = "the table seems to be written for the area set \(crosswalk.from.quoted)"
    suggestions = ["area_set: \(crosswalk.from), crosswalk \(crosswalk.file)"]
    problem = Problem(
      "\(table.file.quoted) has a row for \(share) of the set \(crosswalk.from.quoted) and none "
        + "for \(gazetteer.labels(added)), which \(crosswalk.to.quoted) adds", at: table.place,
      remedy: "declare 'area_set: \(crosswalk.from)' with the crosswalk \(crosswalk.file.quoted), "
        + "or 'area_set: \(crosswalk.to)' where the rows are for its areas")
  }
}

extension Crosswalk {
  /// Codes of the new set that the old one does not have.
  var addedCodes: [String] {
    let old = Set(fromCodes)
    return parts.map(\.to).uniqued.filter { !old.contains($0) }
  }

  /// Whether `codes` hold nine tenths of the old areas, one at least that changed, and none that
  /// the new set adds. With fewer rows a table may well have been made for any set.
  fileprivate func isWrittenFor(_ codes: Set<String>) -> Bool {
    let (old, added) = (fromCodes, addedCodes)
    return !added.isEmpty && codes.isDisjoint(with: added)
      && old.count(where: codes.contains) * 10 >= old.count * 9
      && parts.contains { $0.weight < 1 && codes.contains($0.from) }
  }
}
