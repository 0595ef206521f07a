/// Tracing a change to its causes.
///
/// A cause is something that changed and that the fact depends on. Where several did, all are
/// named, because the releases alone cannot tell how much each of them moved.
extension Comparison {
  typealias Pair = (old: Snapshot.Area, new: Snapshot.Area)

  /// Why a published value, its status or its error changed.
  func causes(of figure: Snapshot.Figure, in pair: Pair) -> [ChangeCause] {
    let before = old.figures.first { $0.id == figure.id }
    let value = causeOfValue(figure, pair)
    let (first, second) = (pair.old.cells[figure.id], pair.new.cells[figure.id])
    let definition = isDefinitionChanged ? [ChangeCause(kind: .definition)] : []
    if let failure = figure.failure {
      if before?.failure == nil { return [.init(kind: .source, details: [failure])] }
      // It failed before: the figures can only have grown too old, or the rule is another one.
      return definition + [.init(kind: .date)]
    }
    if before?.failure != nil {
      let isRevised = first?.value != nil && first?.value != second?.value
      return (isRevised ? [value] : [])
        + [.readAgain]
    }
    return causesOfReading(figure, before, pair, value)
  }

  /// Whose value it is that a figure changed by. What is withheld may be so to hide that of another
  /// area, and nobody is told which.
  private func causeOfValue(_ figure: Snapshot.Figure, _ pair: Pair) -> ChangeCause {
    let isWithheld = [pair.old, pair.new].contains {
      $0.cells[figure.id]?.status == .suppressed
    }
    return ChangeCause(kind: isWithheld ? .ownOrOtherValue : .ownValue)
  }

  private func causesOfReading(
    _ figure: Snapshot.Figure, _ before: Snapshot.Figure?, _ pair: Pair, _ value: ChangeCause
  ) -> [ChangeCause] {
    let own = (figure.files ?? []) + (before?.files ?? [])
    let crosswalk = figure.crosswalkFiles + (before?.crosswalkFiles ?? [])
    var causes: [ChangeCause] = []
    let isOwn =
      // One of the changed inputs is the boundaries themselves.
      figure.files == nil
      ? changedInputs.count > (isBoundaryChanged ? 1 : 0)
      : changedInputs.contains(where: own.contains)
    // A database is not among the inputs.
    if isOwn || figure.files?.isEmpty == true { causes.append(value) }
    let files = changedInputs.filter(crosswalk.contains)
    if !files.isEmpty { causes.append(.init(kind: .input, details: files)) }
    let isRedrawn = pair.old.outline != pair.new.outline
    if isRedrawn || !added.isEmpty || !removed.isEmpty { causes.append(boundary) }
    causes += general
    if !causes.isEmpty { return causes }
    // With all else equal it can only be the figure, or a file that tells the areas apart.
    return changedInputs.isEmpty
      ? [value] : [.init(kind: .input, details: changedInputs)]
  }

  /// Why the score of an area changed.
  func causes(ofScoreOf pair: Pair, in index: String) -> [ChangeCause] {
    let own = moves[index]?.indicators[pair.new.code] ?? []
    var causes: [ChangeCause] = []
    if !own.isEmpty { causes.append(.init(kind: .ownValue, details: own)) }
    if own.isEmpty || isMovedFromElsewhere(pair, index, own: own) {
      causes += elsewhere(than: [pair.new.code], index)
      if isBoundaryChanged { causes.append(boundary) }
    }
    causes += general
    return causes.isEmpty ? [.init(kind: .unknown)] : causes
  }

  /// Why the rank, or the severity, of an area changed.
  func causes(ofRankOf pair: Pair, in index: String) -> [ChangeCause] {
    var causes = own(pair, index) + elsewhere(than: [pair.new.code], index)
    if let errors = moves[index]?.errors, !errors.isEmpty {
      causes.append(.init(kind: .error, details: errors))
    }
    if isBoundaryChanged { causes.append(boundary) }
    causes += general
    return causes.isEmpty ? [.init(kind: .unknown)] : causes
  }

  /// Why the cluster of an area changed: neighbours come before the rest of the map.
  func causes(
    ofClusterOf pair: Pair, in index: (old: Snapshot.Index, new: Snapshot.Index)
  ) -> [ChangeCause] {
    let moved = moves[index.new.id]?.indicators ?? [:]
    let around = pair.old.neighbors(in: index.old.id) + pair.new.neighbors(in: index.new.id)
    let near = Set(around).filter { moved[$0] != nil }.sorted()
    var causes = own(pair, index.new.id)
    if !near.isEmpty { causes.append(.init(kind: .neighborValue, details: near)) }
    causes += elsewhere(than: [pair.new.code] + near, index.new.id)
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

  private func elsewhere(than own: [String], _ index: String) -> [ChangeCause] {
    let areas = moves[index]?.areas ?? []
    let first = areas.lazy.filter { !own.contains($0) }.prefix(ChangeCause.mostAreas + 1)
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
  /// The source of the figures is back.
  static let readAgain = ChangeCause(kind: .source, details: ["could be read again"])

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
