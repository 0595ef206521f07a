/// Listing what an index, its hotspots and the maps say differently.
extension Comparison {
  func changes(of index: (old: Snapshot.Index, new: Snapshot.Index)) -> [Change] {
    var changes = thresholdChanges(of: index) + hotspotsOfOtherAreas(on: index)
    let isWithheld = withholdsPast(of: index.new.id)
    for pair in pairs {
      guard let before = pair.old.scores[index.new.id], let after = pair.new.scores[index.new.id]
      else { continue }
      func add(
        _ kind: Change.Kind, _ before: Change.Fact, _ after: Change.Fact, _ causes: [ChangeCause]
      ) {
        var change = Change(kind, pair.new, causes: causes)
        change.subject = index.new.id
        change.subjectTitle = index.new.title
        change.before = before
        change.after = after
        changes.append(change)
      }
      let ofRank = causes(ofRankOf: pair, in: index.new.id)
      let ofSeverity = threshold(of: index) + ofRank
      let ofCluster = causes(ofClusterOf: pair, in: index)
      if differ(before.score, after.score) {
        add(
          .score, isWithheld ? .text("withheld") : Change.Fact(before.score),
          Change.Fact(after.score), causes(ofScoreOf: pair, in: index.new.id))
      }
      if before.rank != after.rank {
        add(.rank, Change.Fact(before.rank), Change.Fact(after.rank), ofRank)
      }
      if before.isSevere != after.isSevere {
        add(.severity, .flag(before.isSevere), .flag(after.isSevere), ofSeverity)
      }
      if before.cluster != after.cluster {
        add(.cluster, Change.Fact(before.cluster), Change.Fact(after.cluster), ofCluster)
      }
      if before.isHotspot != after.isHotspot {
        let isByCluster = (before.cluster == .hot) != (after.cluster == .hot)
        let isBySeverity = before.isSevere != after.isSevere || !isByCluster
        add(
          .hotspot, Change.Fact(before.isHotspot), Change.Fact(after.isHotspot),
          (isBySeverity ? ofSeverity : []) + (isByCluster ? ofCluster : []))
      }
    }
    return changes
  }

  /// Areas that changed class, and the breaks themselves.
  var mapChanges: [Change] {
    maps.flatMap { map -> [Change] in
      let withheldScores = index(of: map.new.property).map { withholdsPast(of: $0.id) } ?? false
      var changes: [Change] = []
      if map.old.upperBounds != map.new.upperBounds {
        // A break may be the very value, or score, that is withheld today.
        let isWithheld =
          withheldScores || pairs.contains { $0.new.cells[map.new.property]?.status == .suppressed }
        changes.append(
          Change(
            kind: .classBreaks, subject: map.new.id, subjectTitle: title(of: map.new.property),
            before: isWithheld ? .text("withheld") : .numbers(map.old.upperBounds),
            after: .numbers(map.new.upperBounds), causes: causes(ofBreaksOf: map.new)))
      }
      for pair in pairs {
        guard let before = value(of: map.new.property, pair.old),
          let after = value(of: map.new.property, pair.new),
          map.old.classNumber(of: before) != map.new.classNumber(of: after)
        else { continue }
        // Which of the two would have moved the area alone? If neither, both did.
        let byValue = map.old.classNumber(of: after) == map.new.classNumber(of: after)
        let byBreaks = map.new.classNumber(of: before) == map.new.classNumber(of: after)
        var causes: [ChangeCause] = []
        if byBreaks || !byValue { causes.append(.init(kind: .threshold, details: ["class break"])) }
        if byValue || !byBreaks { causes += causesOfValue(map.new.property, pair) }
        var change = Change(.mapClass, pair.new, causes: causes)
        change.subject = map.new.id
        change.subjectTitle = title(of: map.new.property)
        change.before =
          withheldScores ? .text("withheld") : Change.Fact(map.old.classNumber(of: before))
        change.after = Change.Fact(map.new.classNumber(of: after))
        changes.append(change)
      }
      return changes
    }
  }

  /// Whether a figure that the index used is withheld now: from any earlier score of it, be it of
  /// another area that was measured against the same range, that figure might be worked out.
  private func withholdsPast(of index: String) -> Bool {
    let moved = moves[index]?.indicators ?? [:]
    return pairs.contains { pair in
      moved[pair.new.code]?.contains { pair.new.cells[$0]?.status == .suppressed } ?? false
    }
  }

  /// Hotspots that went, or came, with their areas.
  private func hotspotsOfOtherAreas(
    on index: (old: Snapshot.Index, new: Snapshot.Index)
  ) -> [Change] {
    func changes(_ areas: [Snapshot.Area], _ before: Change.Fact, _ after: Change.Fact) -> [Change]
    {
      areas.filter { $0.scores[index.new.id]?.isHotspot == true }.map { area in
        var change = Change(.hotspot, area, causes: [boundary])
        change.subject = index.new.id
        change.subjectTitle = index.new.title
        change.before = before
        change.after = after
        return change
      }
    }
    return changes(removed, .flag(true), .nothing) + changes(added, .nothing, .flag(true))
  }

  private func thresholdChanges(of index: (old: Snapshot.Index, new: Snapshot.Index)) -> [Change] {
    func change(_ kind: Change.Kind, _ before: Change.Fact, _ after: Change.Fact) -> [Change] {
      if before == after { return [] }
      return [
        Change(
          kind: kind, subject: index.new.id, subjectTitle: index.new.title, before: before,
          after: after, causes: general)
      ]
    }
    func weights(_ index: Snapshot.Index) -> Change.Fact {
      .texts(index.weights.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
    }
    return change(.level, Change.Fact(index.old.level), Change.Fact(index.new.level))
      + change(.worstShare, Change.Fact(index.old.worstShare), Change.Fact(index.new.worstShare))
      + change(.weights, weights(index.old), weights(index.new))
  }

  private func threshold(of index: (old: Snapshot.Index, new: Snapshot.Index)) -> [ChangeCause] {
    index.old.worstShare == index.new.worstShare
      ? [] : [.init(kind: .threshold, details: ["worst share"])]
  }

  /// The index whose score a map's property is, or nil for an indicator.
  private func index(of property: String) -> Snapshot.Index? {
    new.indexes.first { "\($0.id)_score" == property }
  }

  private func title(of property: String) -> String? {
    new.properties.first { $0.id == property }?.title
  }

  private func value(of property: String, _ area: Snapshot.Area) -> Double? {
    index(of: property).map { area.scores[$0.id]?.score } ?? area.cells[property]?.value
  }

  private func causesOfValue(_ property: String, _ pair: Pair) -> [ChangeCause] {
    if let index = index(of: property) { return causes(ofScoreOf: pair, in: index.id) }
    return figures.first { $0.id == property }.map { causes(of: $0, in: pair) } ?? []
  }

  /// Breaks follow from the values of all areas, unless the definition gives them.
  private func causes(ofBreaksOf map: Snapshot.Map) -> [ChangeCause] {
    let codes = pairs.filter {
      value(of: map.property, $0.old) != value(of: map.property, $0.new)
    }.map(\.new.code)
    let values = codes.isEmpty ? [] : [ChangeCause(kind: .otherValue, manyAreas: codes)]
    return values + (added.isEmpty && removed.isEmpty ? [] : [boundary]) + general
  }
}

extension Change.Fact {
  init(_ number: Double?) { self = number.map(Change.Fact.number) ?? .nothing }
  init(_ integer: Int?) { self = integer.map(Change.Fact.integer) ?? .nothing }
  init(_ flag: Bool?) { self = flag.map(Change.Fact.flag) ?? .nothing }
  init(_ word: (some RawRepresentable<String>)?) {
    self = word.map { .text($0.rawValue) } ?? .nothing
  }
}
