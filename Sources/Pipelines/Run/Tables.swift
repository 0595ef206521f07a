import Diagnostics
import GDALAccess
import Geography
import Indicators

/// Everything that is read from tables, before it meets the areas.
struct Tables {
  var figures: [LoadedTable]
  /// Whether indicators may fail; otherwise everything that is wrong fails the run.
  var mayFail = false
  /// What is wrong with tables that the run may do without, by id.
  var failures: [String: Problems] = [:]
  var gazetteer: Gazetteer
  var sources: [Source]
  var national: [String: NationalFigure]
}

extension PipelineDefinition {
  /// Reads the gazetteer, the sources, the national figures and every table of figures; all
  /// that is wrong with them is told together.
  ///
  /// - Parameter mayFail: lets tables fail whose indicators all may.
  func readTables(for layer: AreaLayer, mayFail: Bool = false) throws -> Tables {
    var problems = Problems()
    let gazetteer = problems.collect { try readGazetteer(for: layer) }
    let sources = problems.collect { try readSources() }
    let national = problems.collect { try readNational() }
    let crosswalks = crosswalks.compactMap { section in
      problems.collect {
        (
          section.id.value,
          try Crosswalk(try Table(section.file), from: section.from, to: section.to)
        )
      }
    }
    let byName = Dictionary(crosswalks) { $1 }
    var failures: [String: Problems] = [:]
    let figures = tables.compactMap { section -> LoadedTable? in
      var own = Problems()
      defer {
        if mayFail, !own.isEmpty, indicators.mayDoWithout(table: section.definition.id) {
          failures[section.definition.id] = own
        } else {
          problems.all += own.all
        }
      }
      return own.collect {
        LoadedTable(
          definition: section.definition, table: try section.read(),
          crosswalk: section.crosswalk.flatMap { byName[$0.value] })
      }
    }
    if let sources { problems.collect { try checkSources(sources) } }
    try problems.throwIfAny()
    guard let gazetteer, let sources, let national else { throw problems }
    return Tables(
      figures: figures, mayFail: mayFail, failures: failures, gazetteer: gazetteer, sources: sources, national: national)
  }

  private func readGazetteer(for layer: AreaLayer) throws -> Gazetteer {
    var gazetteer = Gazetteer(layer: layer)
    if let areas = self.gazetteer.areas {
      try gazetteer.addAreas(
        from: try Table(areas),
        systems: self.gazetteer.codeSystems?.map(\.value).filter { $0 != Gazetteer.layerSystem })
    }
    if let aliases = self.gazetteer.aliases { try gazetteer.addAliases(from: try Table(aliases)) }
    return gazetteer
  }

  /// The definition's own sources, then those of the sources file that it does not name itself.
  private func readSources() throws -> [Source] {
    let own = sources.map(\.value)
    let names = Set(own.map(\.id))
    let read = try sourcesFile.map { try Source.read(try Table($0)) } ?? []
    return own + read.filter { !names.contains($0.id) }
  }

  private func checkSources(_ sources: [Source]) throws {
    let log = ProblemLog()
    for indicator in indicators {
      for source in indicator.sources { find(source, "source", in: sources.map(\.id), log) }
    }
    try log.problems.throwIfAny()
  }

  private func readNational() throws -> [String: NationalFigure] {
    guard let national else { return [:] }
    return try NationalFigure.read(
      try Table(national.file),
      definition: TableDefinition(id: "national", file: national.file.name),
      country: national.area, indicators: indicators.map(\.definition))
  }
}

extension Table {
  /// Reads a CSV file of the project.
  fileprivate init(_ file: InputFile) throws {
    try self.init(csvFile: file.url.path, file: file.name)
  }
}

extension Table {
  /// Reads a spreadsheet, a layer or a database table as text.
  fileprivate init(_ source: LayerSource) throws {
    let read = try source.readTable()
    try self.init(
      file: source.displayName, header: read.header,
      rows: read.rows.map { $0.cells.map { $0 ?? "" } },
      origin: read.isSpreadsheet
        ? .sheet(read.layer, rows: read.rows.map(\.number))
        : .layer(read.layer, features: read.rows.map(\.number)))
  }
}

extension TableSection {
  /// Reads CSV strictly, and everything else as text through GDAL.
  fileprivate func read() throws -> Table {
    if let problem = origin.file?.problem { throw problem }
    if let file = origin.file, ["csv", "txt"].contains(file.url.pathExtension.lowercased()) {
      return try Table(file)
    }
    return try Table(
      LayerSource(
        file: origin.path, displayName: origin.name, layer: layer?.value,
        drivers: LayerSource.tableDrivers,
        namedAt: layer.map { [$0.value: $0.place] } ?? [:]))
  }
}
