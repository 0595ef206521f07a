import Diagnostics
import GDALAccess
import Geography
import Indicators

/// Everything that is read from tables, before it meets the areas.
struct Tables {
  /// The tables that could be read.
  var figures: [LoadedTable]
  /// The crosswalks that could be read.
  var crosswalks: [Crosswalk]
  /// Nil where it could not be read, or there are no areas.
  var gazetteer: Gazetteer?
  var sources: [Source]
  var national: [String: NationalFigure]
  /// What is wrong with all of them.
  var problems: Problems
  /// What is wrong with those that the run may do without, by id.
  var failures: [String: Problems] = [:]
}

extension PipelineDefinition {
  /// Reads the gazetteer, the sources, the national figures and every table of figures, as many
  /// of them as can be read.
  ///
  /// - Parameters:
  ///   - layer: the areas; nil where they could not be read.
  ///   - mayFail: lets tables fail whose indicators all may.
  func readTables(for layer: AreaLayer?, mayFail: Bool = false) -> Tables {
    var problems = Problems()
    let gazetteer = layer.flatMap { layer in
      problems.collect { try readGazetteer(for: layer) }
    }
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
    // No message quotes a cell of a file that has figures to withhold.
    let secret = secretIndicators
    let secretTables = Set(indicators.filter { secret.contains($0.id) }.map(\.table.value))
    let secretFiles = Set(
      tables.filter { secretTables.contains($0.definition.id) }.map(\.definition.file))
    let figures = tables.compactMap { section -> LoadedTable? in
      var own = Problems()
      let isSpare = indicators.mayDoWithout(table: section.definition.id)
      // The definition was blamed for it already.
      if !isSpare, section.origin.file?.problem != nil { return nil }
      defer {
        if mayFail, !own.isEmpty, isSpare {
          failures[section.definition.id] = own
        } else {
          problems.all += own.all
        }
      }
      let crosswalk = section.crosswalk.flatMap { byName[$0.value] }
      // Without its crosswalk the table would only be blamed for the lack of it.
      return own.collect {
        try section.read(
          TableLimits(quotesCells: !secretFiles.contains(section.definition.file)))
      }.flatMap { table in
        section.crosswalk != nil && crosswalk == nil
          ? nil
          : LoadedTable(definition: section.definition, table: table, crosswalk: crosswalk)
      }
    }
    if let sources { problems.collect { try checkSources(sources) } }
    return Tables(
      figures: figures, crosswalks: crosswalks.map(\.1), gazetteer: gazetteer,
      sources: sources ?? [], national: national ?? [:], problems: problems,
      failures: failures)
  }

  private func readGazetteer(for layer: AreaLayer) throws -> Gazetteer {
    var gazetteer = Gazetteer(layer: layer, nameRules: self.gazetteer.nameRules)
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
    let table = try Table(national.file)
    if let column = table.column("area_code") {
      let codes = (0..<table.rowCount).map { table.text(row: $0, column: column) }
      if !codes.contains(national.area.value) {
        throw Problem(
          "no row of '\(national.file.name)' is of the area '\(national.area.value)'",
          at: national.area.place,
          remedy: "its areas are \(Set(codes).sorted().joined(separator: ", "))")
      }
    }
    return try NationalFigure.read(
      table,
      definition: TableDefinition(id: "national", file: national.file.name),
      country: national.area.value, indicators: indicators.map(\.definition))
  }
}

extension Table {
  /// Reads a CSV file of the project.
  fileprivate init(_ file: InputFile, limits: TableLimits = TableLimits()) throws {
    try self.init(csvFile: file.url.path, file: file.name, limits: limits)
  }
}

extension Table {
  /// Reads a spreadsheet, a layer or a database table as text.
  fileprivate init(_ source: LayerSource, limits: TableLimits) throws {
    let read = try source.readTable()
    try self.init(
      file: source.displayName, header: read.header,
      rows: read.rows.map { $0.cells.map { $0 ?? "" } },
      origin: read.isSpreadsheet
        ? .sheet(read.layer, rows: read.rows.map(\.number))
        : .layer(read.layer, features: read.rows.map(\.number)), limits: limits)
  }
}

extension TableSection {
  /// Endings of the formats that GDAL reads.
  private static let formats = [
    "xlsx", "xlsm", "ods", "gpkg", "sqlite", "sqlite3", "db", "dbf", "shp",
  ]

  /// Whether it is read strictly as CSV, and not through GDAL.
  var isText: Bool {
    origin.file.map { !Self.formats.contains($0.url.pathExtension.lowercased()) } ?? false
  }

  /// Where the definition names the layer and the code page.
  private var namedAt: [String: Place] {
    Dictionary([layer, encoding].compactMap(\.self).map { ($0.value, $0.place) }) { $1 }
  }

  /// Reads workbooks and databases as text through GDAL, and everything else strictly as CSV.
  fileprivate func read(_ limits: TableLimits) throws -> Table {
    if let problem = origin.file?.problem { throw problem }
    if isText, let file = origin.file {
      return try Table(file, limits: limits)
    }
    return try Table(
      LayerSource(
        file: origin.path, displayName: origin.name, layer: layer?.value,
        encoding: encoding?.value, drivers: LayerSource.tableDrivers, namedAt: namedAt),
      limits: limits)
  }
}
