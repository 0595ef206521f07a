internal import Diagnostics
internal import Indicators

/// Every table of a release, drawn from its atlas.
struct ReleaseTables {
  /// One row an area.
  let areas: AtlasTable
  /// One row an area and indicator.
  let observations: AtlasTable
  /// One row an area and neighbour.
  let neighbors: AtlasTable
  /// One row a pair that counts in an index's hotspots; nil where no hotspots were asked for.
  let weights: AtlasTable?
  /// One row a local statistic and area; nil where no hotspots were asked for.
  let localStatistics: AtlasTable?
  /// One row a row that was read.
  let joinReport: AtlasTable
  /// One row a column of the other tables.
  let dictionary: AtlasTable
  /// One row a source.
  let sources: AtlasTable
  /// One row.
  let about: AtlasTable
  /// Tables that are published as `<name>.csv` by somebody else; only their columns count here.
  let besides: [AtlasTable]

  /// - Throws: `Problems`, everything that some format could not hold as it is.
  init(of atlas: Atlas, join: JoinReport, besides: [AtlasTable] = []) throws {
    self.besides = besides
    areas = .areas(of: atlas)
    observations = .observations(of: atlas)
    neighbors = .neighbors(of: atlas)
    weights =
      atlas.indexes.contains { $0.neighborWeights != nil } ? .weights(of: atlas) : nil
    localStatistics =
      atlas.indexes.contains { $0.hotspots != nil } ? .localStatistics(of: atlas) : nil
    joinReport = .joinReport(join)
    sources = .sources(of: atlas)
    about = .about(atlas)
    let described =
      [areas, observations, neighbors] + [weights, localStatistics].compactMap(\.self)
      + [joinReport, sources, about] + besides
    dictionary = .dictionary(of: described, languages: atlas.languages)
    let places = atlas.matrix.columns.flatMap { $0.cells.map(\.place) }
    try Problems(
      observations.problems(places: places)
        + areas.problems() + [dictionary, sources, about].flatMap { $0.valueProblems() }
        + (localStatistics?.problems() ?? [])
    ).throwIfAny()
  }

  /// The tables that are written as comma-separated values, by path.
  var sheets: [(path: String, table: AtlasTable)] {
    [
      ("atlas.csv", areas), ("observations.csv", observations), ("neighbors.csv", neighbors),
      ("join-report.csv", joinReport),
    ] + (weights.map { [("weights.csv", $0)] } ?? [])
      + (localStatistics.map { [("local-statistics.csv", $0)] } ?? [])
  }
}
