/// Tracing a change to its causes.
///
/// A cause is something that changed and that the fact depends on. Where several did, all are
/// named, because the releases alone cannot tell how much each of them moved.
extension Comparison {
  typealias Pair = (old: Snapshot.Area, new: Snapshot.Area)

  /// Why a published value or its status changed.
  func causes(ofValueIn pair: Pair) -> [ChangeCause] {
    var causes: [ChangeCause] = []
    // One of the changed inputs is the boundaries themselves.
    if changedInputs.count > (isBoundaryChanged ? 1 : 0) { causes.append(.init(kind: .ownValue)) }
    let isRedrawn = pair.old.outline != pair.new.outline
    if isRedrawn || !added.isEmpty || !removed.isEmpty { causes.append(boundary) }
    causes += general
    // A database is not among the inputs: with all else equal it can only be the figure.
    return causes.isEmpty ? [.init(kind: .ownValue)] : causes
  }

  /// Why the score of an area changed.
  func causes(ofScoreOf pair: Pair, in index: String) -> [ChangeCause] {
    let own = moves[index]?.indicators[pair.new.code] ?? []
    var causes: [ChangeCause] = []
    if !own.isEmpty { causes.append(.init(kind: .ownValue, details: own)) }
    if own.isEmpty || isMovedFromElsewhere(pair, index, own: own) {
      causes += elsewhere(than: pair.new.code, index)
      if isBoundaryChanged { causes.append(boundary) }
    }
    causes += general
    return causes.isEmpty ? [.init(kind: .unknown)] : causes
  }

  /// Why the rank, or the severity, of an area changed.
  func causes(ofRankOf pair: Pair, in index: String) -> [ChangeCause] {
    var causes = own(pair, index) + elsewhere(than: pair.new.code, index)
    if isBoundaryChanged { causes.append(boundary) }
    causes += general
    return causes.isEmpty ? [.init(kind: .unknown)] : causes
  }

  /// Why the cluster of an area changed: neighbours come before the rest of the map.
  func causes(
    ofClusterOf pair: Pair, in index: (old: Snapshot.Index, new: Snapshot.Index)
  ) -> [ChangeCause] {
    let moved = moves[index.new.id]?.indicators ?? [:]
    let near = Set(pair.old.neighbors + pair.new.neighbors).filter { moved[$0] != nil }.sorted()
    var causes = own(pair, index.new.id)
    if !near.isEmpty { causes.append(.init(kind: .neighborValue, details: near)) }
    if causes.isEmpty { causes += elsewhere(than: pair.new.code, index.new.id) }
    if index.old.level != index.new.level {
      causes.append(.init(kind: .threshold, details: ["level"]))
    }
    if isBoundaryChanged { causes.append(boundary) }
    causes += general
    return causes.isEmpty ? [.init(kind: .unknown)] : causes
  }

  /// Everything that anything may depend on.
  var general: [ChangeCause] {
    var causes: [ChangeCause] = []
    if isDefinitionChanged { causes.append(.init(kind: .definition)) }
    if isProgramChanged { causes.append(.init(kind: .program)) }
    if isDateChanged { causes.append(.init(kind: .date)) }
    return causes
  }

  /// The areas that were added, removed or redrawn.
  var boundary: ChangeCause { .init(kind: .boundary, manyAreas: boundaryAreas) }

  private func own(_ pair: Pair, _ index: String) -> [ChangeCause] {
    moves[index]?.indicators[pair.new.code].map { [.init(kind: .ownValue, details: $0)] } ?? []
  }

  private func elsewhere(than own: String, _ index: String) -> [ChangeCause] {
    let areas = moves[index]?.areas ?? []
    let first = areas.lazy.filter { $0 != own }.prefix(ChangeCause.mostAreas + 1)
    return first.isEmpty ? [] : [.init(kind: .otherValue, manyAreas: Array(first))]
  }

  /// Whether a part of the score changed although the area's own figure did not. With another
  /// set of own figures the weights shift by themselves, and nothing can be told.
  private func isMovedFromElsewhere(_ pair: Pair, _ index: String, own: [String]) -> Bool {
    guard let before = pair.old.scores[index]?.drivers, let after = pair.new.scores[index]?.drivers,
      before.keys == after.keys
    else { return false }
    return before.contains { id, points in !own.contains(id) && differ(points, after[id]) }
  }
}

extension ChangeCause {
  /// More areas than this are not named: they would fill the report and tell nobody anything.
  static let mostAreas = 12

  /// A cause that lies in these areas, named as long as they are few.
  init(kind: Kind, manyAreas codes: [String]) {
    self.init(kind: kind, details: codes.count > ChangeCause.mostAreas ? [] : codes)
  }
}

extension [ChangeCause] {
  /// Each kind once, most direct first, with the details of all of its kind.
  var merged: [ChangeCause] {
    ChangeCause.Kind.allCases.compactMap { kind in
      let same = filter { $0.kind == kind }
      if same.isEmpty { return nil }
      return ChangeCause(kind: kind, details: Set(same.flatMap(\.details)).sorted())
    }
  }
}
