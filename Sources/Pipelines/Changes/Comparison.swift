import Indicators

/// Two releases side by side, with what changed among the things that others depend on.
struct Comparison {
  let old: Snapshot
  let new: Snapshot
  /// Areas that are in both, in code order.
  let pairs: [(old: Snapshot.Area, new: Snapshot.Area)]
  let added: [Snapshot.Area]
  let removed: [Snapshot.Area]
  /// Paths of the inputs that were added, removed or changed, sorted.
  let changedInputs: [String]
  /// Codes of the areas that were added, removed or redrawn, sorted.
  let boundaryAreas: [String]
  /// For each index of the new release, the areas in which a figure that it uses changed.
  let moves: [String: Moves]

  /// Where the figures of an index changed.
  struct Moves {
    /// The indicators that changed, by area code.
    var indicators: [String: [String]] = [:]
    /// The codes of those areas in order.
    var areas: [String] = []
    /// The indicators whose standard errors changed anywhere, sorted.
    var errors: [String] = []
  }

  init(_ old: Snapshot, _ new: Snapshot) {
    self.old = old
    self.new = new
    let before = Dictionary(old.areas.map { ($0.code, $0) }) { first, _ in first }
    let after = Set(new.areas.map(\.code))
    pairs = new.areas.compactMap { area in before[area.code].map { ($0, area) } }
    added = new.areas.filter { before[$0.code] == nil }
    removed = old.areas.filter { !after.contains($0.code) }
    let inputs = Set(old.origin.inputs.keys).union(new.origin.inputs.keys)
    changedInputs = inputs.filter { old.origin.inputs[$0] != new.origin.inputs[$0] }.sorted()
    let redrawn = pairs.filter { $0.old.outline != $0.new.outline }.map(\.new.code)
    boundaryAreas = (added.map(\.code) + removed.map(\.code) + redrawn).sorted()
    moves = Comparison.moves(old, new, pairs)
  }

  var isDefinitionChanged: Bool { old.origin.definition != new.origin.definition }
  var isProgramChanged: Bool { new.origin.hasOtherPrograms(than: old.origin) }
  var isDateChanged: Bool { old.asOf != new.asOf }
  /// Whether areas were added, removed or redrawn.
  var isBoundaryChanged: Bool { !boundaryAreas.isEmpty }

  /// Indicators that are in both, in the order of the new release.
  var figures: [Snapshot.Figure] {
    let ids = Set(old.figures.map(\.id))
    return new.figures.filter { ids.contains($0.id) }
  }

  /// Indexes that are in both, in the order of the new release.
  var indexes: [(old: Snapshot.Index, new: Snapshot.Index)] {
    new.indexes.compactMap { index in
      old.indexes.first { $0.id == index.id }.map { ($0, index) }
    }
  }

  /// Maps that are in both, in the order of the new release.
  var maps: [(old: Snapshot.Map, new: Snapshot.Map)] {
    new.maps.compactMap { map in
      old.maps.first { $0.id == map.id && $0.property == map.property }.map { ($0, map) }
    }
  }

  private static func moves(
    _ old: Snapshot, _ new: Snapshot, _ pairs: [(old: Snapshot.Area, new: Snapshot.Area)]
  ) -> [String: Moves] {
    var all: [String: Moves] = [:]
    for index in new.indexes {
      let before = old.indexes.first { $0.id == index.id }?.weights ?? [:]
      let ids = Set(index.weights.keys).union(before.keys).sorted()
      var moves = Moves()
      for pair in pairs {
        let changed = ids.filter { pair.old.cells[$0]?.used != pair.new.cells[$0]?.used }
        if changed.isEmpty { continue }
        moves.indicators[pair.new.code] = changed
        moves.areas.append(pair.new.code)
      }
      moves.errors = ids.filter { id in
        pairs.contains { $0.old.errors[id] != $0.new.errors[id] }
      }
      all[index.id] = moves
    }
    return all
  }
}

/// Whether two computed numbers differ by more than the last digits, which another library or
/// processor may round differently.
func differ(_ first: Double?, _ second: Double?) -> Bool {
  guard let first, let second else { return first != second }
  return abs(first - second) > 1e-9 * max(1, abs(first), abs(second))
}
