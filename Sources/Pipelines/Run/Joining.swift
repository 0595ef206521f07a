import Diagnostics
import Geography
import Indicators

extension PipelineDefinition {
  /// Meets the tables that could be read with the areas; what is read from another one was told
  /// of already. An indicator whose figures cannot be used and that may fail gets those of the
  /// last release, or none; the reason is among the warnings.
  ///
  /// - Parameters:
  ///   - failing: indicators whose figures fail their checks, by id.
  ///   - lastGood: what to fall back on, asked for only when needed; nil where no indicator may
  ///     fail.
  func join(
    _ tables: Tables, with layer: AreaLayer, _ gazetteer: Gazetteer,
    failing: [String: Problems] = [:], lastGood: (() throws -> LastGood?)?
  ) -> Join {
    func join(_ definitions: [IndicatorDefinition]) -> Join {
      let named = Set(definitions.map(\.table))
      let figures = tables.figures.filter { named.contains($0.definition.id) }
      let readable = Set(figures.map(\.definition.id))
      return Join(
        lastGood == nil ? tables.figures : figures,
        indicators: definitions.filter { readable.contains($0.table) }, gazetteer: gazetteer,
        layer: layer, areaSet: boundaries.areaSet, crosswalks: tables.crosswalks,
        secret: secretIndicators)
    }
    var failed = failing
    for section in indicators {
      if let failure = tables.failures[section.table.value] { failed[section.id] = failure }
    }
    func left() -> [IndicatorSection] { indicators.filter { failed[$0.id] == nil } }
    var joined = join(left().map(\.definition))
    if let lastGood {
      if !joined.problems.isEmpty {
        // A table's problems name no indicator: each that may fail is tried alone.
        for section in left() where section.onFailure.choice != .fail {
          var alone = section.definition
          alone.suppressedWith = []
          let problems = join([alone]).problems
          if !problems.isEmpty { failed[section.id] = problems }
        }
      }
      if !failed.isEmpty {
        let obstacles = failTogether(&failed)
        joined = join(left().map(\.definition))
        joined.problems.all += obstacles
        fill(&joined, failed, lastGood)
      }
    }
    noteSources(in: &joined.matrix)
    return joined
  }

  /// Indicators whose cells no message may quote: figures of theirs may be withheld, or nobody
  /// knows.
  var secretIndicators: Set<String> {
    indicators.map(\.definition).withSecrets.union(indicators.filter(\.isFaulty).map(\.id))
  }

  /// Indicators whose figures can be told of though something is wrong elsewhere: they were read
  /// in full, and every rule by which one may have to be withheld was understood.
  func soundIndicators(in join: Join) -> Set<String> {
    let read = Set(join.matrix.columns.map(\.indicator.id)).subtracting(join.faulty)
    let secret = secretIndicators
    let doubtful = Set(indicators.filter(\.isFaulty).map(\.table.value))
    return read.filter { id in
      let table = indicators.first { $0.id == id }?.table.value ?? ""
      return !doubtful.contains(table) && (!secret.contains(id) || secret.isSubset(of: read))
    }
  }

  /// Lets whatever is withheld together with an indicator that failed fail too: tonight's figures
  /// of one could give away what is withheld of the other's earlier ones.
  ///
  /// - Returns: what is wrong with those that may not fail.
  private func failTogether(_ failed: inout [String: Problems]) -> [Problem] {
    var obstacles: [Problem] = []
    var isDone = false
    while !isDone {
      isDone = true
      for section in indicators where failed[section.id] == nil {
        let other = indicators.first { other in
          failed[other.id] != nil
            && (other.definition.suppressedWith.contains(section.id)
              || section.definition.suppressedWith.contains(other.id))
        }
        guard let other, let cause = failed[other.id] else { continue }
        let problem = Problem(
          "'\(section.id)' is withheld together with '\(other.id)', which failed",
          at: section.definition.place, remedy: "mend the table of '\(other.id)'")
        failed[section.id] = Problems([problem])
        if section.onFailure.choice == .fail { obstacles += cause.all + [problem] }
        isDone = false
      }
    }
    return obstacles
  }

  /// Puts columns in the places of those that failed.
  private func fill(
    _ join: inout Join, _ failed: [String: Problems], _ lastGood: () throws -> LastGood?
  ) {
    let codes = join.matrix.areaCodes
    var problems = Problems()
    var spoilt = Problems()
    let release = spoilt.collect { try lastGood() } ?? nil
    let columns = indicators.compactMap { section -> IndicatorMatrix.Column? in
      guard let failure = failed[section.id] else { return join.matrix[section.id] }
      let column = problems.collect { () throws -> IndicatorMatrix.Column in
        if section.onFailure.choice == .drop {
          return .unread(
            section.definition.indicator, codes, reason: "the source could not be read",
            lastRead: release?.lastRead(of: section.id))
        }
        guard let release else { throw Problems(failure.all + spoilt.all) }
        do {
          return try release.column(
            of: section, withheldWith: withheldTogether(with: section.id), codes: codes)
        } catch let obstacle as Problem {
          throw Problems(failure.all + [obstacle])
        }
      }
      guard var column else { return nil }
      column.failure = failure.sentence
      join.warnings.append(warning(of: column, failure))
      if column.cells.contains(where: { $0.status == .suppressed }) {
        // Nobody can tell any more whether a total would give it away.
        join.exposedTotals.insert(section.id)
      }
      return column
    }
    join.problems.all += problems.all
    join.matrix = IndicatorMatrix(areaCodes: codes, columns: columns)
  }

  private func warning(of column: IndicatorMatrix.Column, _ failure: Problems) -> Problem {
    let id = column.indicator.id
    let what =
      column.lastRead.map {
        column.valueCount > 0
          ? "'\(id)' shows the figures of \($0)" : "'\(id)' is left out, last read on \($0)"
      } ?? "'\(id)' is left out"
    let first = failure.all.first
    return Problem("\(what): \(failure.sentence)", at: first?.place, remedy: first?.remedy)
  }

  /// Ids of the others that are withheld in the same areas.
  private func withheldTogether(with id: String) -> [String] {
    var group: Set<String> = [id]
    var before = 0
    while group.count > before {
      before = group.count
      for indicator in indicators.map(\.definition) {
        let named = Set(indicator.suppressedWith).union([indicator.indicator.id])
        if named.count > 1, !named.isDisjoint(with: group) { group.formUnion(named) }
      }
    }
    return group.subtracting([id]).sorted()
  }

  /// Notes which files each column was made from, and whether it may be of an earlier day.
  private func noteSources(in matrix: inout IndicatorMatrix) {
    for number in matrix.columns.indices {
      let id = matrix.columns[number].indicator.id
      guard let section = indicators.first(where: { $0.id == id }),
        let table = tables.first(where: { $0.definition.id == section.table.value })
      else { continue }
      let crosswalk = crosswalks.first { $0.id.value == table.crosswalk?.value }
      matrix.columns[number].mayBeStale = section.onFailure.choice == .stale
      matrix.columns[number].files = table.origin.file?.parts.map(\.name) ?? []
      matrix.columns[number].crosswalkFiles = crosswalk?.file.parts.map(\.name) ?? []
    }
  }
}

extension IndicatorMatrix {
  /// Ids of the indicators whose figures could not be read, or failed their checks.
  var failing: [String] { columns.filter { $0.failure != nil }.map(\.indicator.id) }
}

extension Problems {
  /// The first of them and how many more there are.
  var sentence: String {
    let more = all.count > 1 ? " (and \(all.count - 1) more)" : ""
    return "\(all.first?.what ?? "its figures cannot be read")\(more)"
  }
}

extension IndicatorSection {
  /// Its published name.
  var id: String { definition.indicator.id }
}
