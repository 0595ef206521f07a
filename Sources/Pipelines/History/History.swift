import Indicators

/// What figures and scores said before the release that holds it: one entry for each statement
/// that another one took the place of.
///
/// Each release carries the history of the one before and adds to it, so that it outlives old
/// releases. What still holds stands in the release's own tables and not here.
struct History: Sendable, Hashable {
  /// What was said of one figure of one area.
  struct Statement: Sendable, Hashable {
    /// Nil where there is none, or where it is withheld.
    var value: Double?
    var status: Status
    /// The period of a figure; empty for a score.
    var period = ""
    /// The unit of a figure; empty for a score.
    var unit = ""
    /// A digest of the outline of the area that it was said of.
    var outline = ""
  }

  /// A statement that is no longer made.
  struct Entry: Sendable, Hashable {
    /// The last release that made it.
    var release: String
    var area: String
    /// The column of `atlas.csv`: `internet_use_women`, `divide_score`.
    var property: String
    var statement: Statement
  }

  /// Oldest first, in the order of the areas within a release.
  var entries: [Entry] = []

  /// Adds what `old` said and `new` says no longer, and withholds what must not be known any more.
  mutating func close(_ old: Snapshot, of release: String, by new: Snapshot) {
    let areas = Dictionary(new.areas.map { ($0.code, $0) }) { first, _ in first }
    let later = Dictionary(new.properties.map { ($0.id, $0) }) { first, _ in first }
    let properties = old.properties.map { (before: $0, after: later[$0.id]) }
    for area in old.areas {
      let same = areas[area.code]
      for (property, after) in properties {
        guard let before = old.statement(of: property, in: area) else { continue }
        let now = same.flatMap { area in after.flatMap { new.statement(of: $0, in: area) } }
        if let now, before.says(now) { continue }
        entries.append(
          Entry(release: release, area: area.code, property: property.id, statement: before))
      }
    }
    withhold(old, new)
  }

  /// Takes the values of figures that are withheld now out of the past of the same period, with
  /// all earlier scores of the indexes that used them, from which they could be worked out.
  private mutating func withhold(_ old: Snapshot, _ new: Snapshot) {
    var secrets: Set<[String]> = []
    for figure in new.figures {
      for area in new.areas where area.cells[figure.id]?.status == .suppressed {
        secrets.insert([area.code, figure.id, figure.period])
      }
    }
    if secrets.isEmpty { return }
    func isSecret(_ entry: Entry) -> Bool {
      secrets.contains([entry.area, entry.property, entry.statement.period])
    }
    // Other areas were measured against the same range, so that their scores tell of it, too.
    var exposed: Set<String> = []
    for entry in entries where entry.statement.value != nil && isSecret(entry) {
      for index in old.indexes + new.indexes where index.weights[entry.property] != nil {
        exposed.insert(index.property)
      }
    }
    for number in entries.indices where entries[number].statement.value != nil {
      let entry = entries[number]
      guard isSecret(entry) || exposed.contains(entry.property) else { continue }
      entries[number].statement.value = nil
      entries[number].statement.status = .suppressed
    }
  }
}

extension History.Statement {
  /// Whether both say the same of the same area.
  func says(_ other: History.Statement) -> Bool {
    var same = self
    same.value = other.value
    return same == other && !differ(value, other.value)
  }
}

extension Snapshot {
  /// Something that every area has a value of: an indicator, or the score of an index.
  struct Property: Sendable, Hashable {
    /// The column of `atlas.csv`.
    var id: String
    var title: String
    var period = ""
    var unit = ""
    /// The index, where it is a score.
    var index: String?
  }

  /// Indicators, then scores, in the order of the definition.
  var properties: [Property] {
    figures.map { Property(id: $0.id, title: $0.title, period: $0.period, unit: $0.unit) }
      + indexes.map { Property(id: $0.property, title: $0.title, index: $0.id) }
  }

  /// What is said of an area; nil where nothing is.
  func statement(of property: Property, in area: Area) -> History.Statement? {
    if let index = property.index {
      return area.scores[index].map {
        History.Statement(
          value: $0.score, status: $0.score == nil ? .noData : .ok, outline: area.outline)
      }
    }
    return area.cells[property.id].map {
      History.Statement(
        value: $0.value, status: $0.status, period: property.period, unit: property.unit,
        outline: area.outline)
    }
  }
}

extension Snapshot.Index {
  /// The column of its score.
  var property: String { "\(id)_score" }
}
