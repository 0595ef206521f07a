import Indicators

/// Listing what changed, one function a kind.
extension Comparison {
  /// Everything, in the order of the kinds, then of the definition, then of the codes.
  var changes: [Change] {
    var all =
      areaChanges + figureChanges + meaningChanges + valueChanges + errorChanges + mapChanges
      + originChanges
    for index in indexes { all += changes(of: index) }
    return Change.Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
  }

  private var areaChanges: [Change] {
    // Here the area itself is the cause; naming it again would say nothing.
    let boundary = [ChangeCause(kind: .boundary)]
    var changes = added.map { Change(.areaAdded, $0, causes: boundary) }
    changes += removed.map { Change(.areaRemoved, $0, causes: boundary) }
    for (before, after) in pairs {
      for language in Set(before.names.texts.keys).union(after.names.texts.keys).sorted()
      where before.names[language] != after.names[language] {
        var change = Change(.name, after, causes: boundary + general)
        change.subject = "name_\(language)"
        change.before = before.names[language].map(Change.Fact.text) ?? .nothing
        change.after = after.names[language].map(Change.Fact.text) ?? .nothing
        changes.append(change)
      }
      if before.outline != after.outline {
        changes.append(Change(.outline, after, causes: boundary))
      }
      if before.neighbors != after.neighbors {
        var change = Change(
          .neighbors, after,
          causes: (isBoundaryChanged ? boundary : []) + general)
        change.before = .texts(before.neighbors)
        change.after = .texts(after.neighbors)
        changes.append(change)
      }
    }
    return changes
  }

  private var figureChanges: [Change] {
    let definition = [ChangeCause(kind: .definition)]
    func change(_ kind: Change.Kind, _ id: String, _ title: String) -> Change {
      Change(kind: kind, subject: id, subjectTitle: title, causes: definition)
    }
    func missing<Item>(_ items: [Item], in others: [Item], id: (Item) -> String) -> [Item] {
      let known = Set(others.map(id))
      return items.filter { !known.contains(id($0)) }
    }
    return missing(new.figures, in: old.figures, id: \.id)
      .map { change(.indicatorAdded, $0.id, $0.title) }
      + missing(old.figures, in: new.figures, id: \.id)
      .map { change(.indicatorRemoved, $0.id, $0.title) }
      + missing(new.indexes, in: old.indexes, id: \.id)
      .map { change(.indexAdded, $0.id, $0.title) }
      + missing(old.indexes, in: new.indexes, id: \.id)
      .map { change(.indexRemoved, $0.id, $0.title) }
  }

  /// What the figures of an indicator are said to be.
  private var meaningChanges: [Change] {
    figures.flatMap { figure -> [Change] in
      guard let before = old.figures.first(where: { $0.id == figure.id }) else { return [] }
      func fact(_ text: String?) -> Change.Fact {
        text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .nothing
      }
      var facts = [
        (Change.Kind.title, fact(before.title), fact(figure.title)),
        (.period, fact(before.period), fact(figure.period)),
        (.unit, fact(before.unit), fact(figure.unit)),
      ]
      // Nothing is told of what was not recorded.
      if let old = before.sources, let new = figure.sources {
        facts.append((.sources, .texts(old), .texts(new)))
      }
      if let old = before.worse, let new = figure.worse {
        facts.append((.direction, .text(old), .text(new)))
      }
      return facts.filter { $0.1 != $0.2 }.map { kind, before, after in
        Change(
          kind: kind, subject: figure.id, subjectTitle: figure.title, before: before,
          after: after, causes: [ChangeCause(kind: .definition)])
      }
    }
  }

  private var valueChanges: [Change] {
    figures.flatMap { figure in
      pairs.compactMap { pair in
        guard let before = pair.old.cells[figure.id], let after = pair.new.cells[figure.id],
          before != after
        else { return nil }
        // What is withheld today must not be read from yesterday's value beside it.
        let isWithheld = after.status == .suppressed
        var change = Change(.value, pair.new, causes: causes(of: figure, in: pair))
        change.subject = figure.id
        change.subjectTitle = figure.title
        change.before = .cell(isWithheld ? nil : before.value, before.status)
        change.after = .cell(after.value, after.status)
        return change
      }
    }
  }

  /// Errors that changed beside values that did not, which would tell them.
  private var errorChanges: [Change] {
    figures.flatMap { figure in
      pairs.compactMap { pair in
        let (before, after) = (pair.old.errors[figure.id], pair.new.errors[figure.id])
        guard before != after, pair.old.cells[figure.id] == pair.new.cells[figure.id] else {
          return nil
        }
        var change = Change(.error, pair.new, causes: causes(of: figure, in: pair))
        change.subject = figure.id
        change.subjectTitle = figure.title
        change.before = Change.Fact(before)
        change.after = Change.Fact(after)
        return change
      }
    }
  }

  private var originChanges: [Change] {
    var changes: [Change] = []
    if isDefinitionChanged { changes.append(Change(kind: .definition)) }
    if isProgramChanged {
      changes.append(
        Change(
          kind: .program, before: .texts(old.origin.programs(besides: new.origin)),
          after: .texts(new.origin.programs(besides: old.origin))))
    }
    if isDateChanged {
      changes.append(
        Change(
          kind: .date, before: old.asOf.map(Change.Fact.text) ?? .nothing,
          after: new.asOf.map(Change.Fact.text) ?? .nothing))
    }
    return changes
      + changedInputs.map { path in
        let event =
          old.origin.inputs[path] == nil
          ? "added" : new.origin.inputs[path] == nil ? "removed" : "changed"
        return Change(kind: .input, subject: path, after: .text(event))
      }
  }
}

extension Change {
  /// A change of an area.
  init(_ kind: Kind, _ area: Snapshot.Area, causes: [ChangeCause]) {
    self.init(
      kind: kind, area: area.code, areaName: area.names.text(in: "en"), causes: causes.merged)
  }
}
