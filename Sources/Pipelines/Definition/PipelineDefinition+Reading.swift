import Diagnostics
import Foundation
import Geography
import Indicators

extension PipelineDefinition {
  /// Larger files are no definitions.
  private static let largestFile = 1 << 20

  /// Reads a definition and checks all its names against each other.
  ///
  /// - Throws: `Problem` when the file cannot be read or is no YAML, `Problems` with everything
  ///   that is wrong in it otherwise.
  init(contentsOf url: URL) throws {
    let shown = url.relativePath
    guard let data = try? Data(contentsOf: url) else {
      throw Problem(
        "cannot read the definition", at: Place(file: shown),
        remedy: "give the path of a file such as pipelines/cambodia.yaml")
    }
    guard data.count <= Self.largestFile, let text = String(validating: data, as: UTF8.self) else {
      throw Problem(
        "this is no definition: it is not UTF-8 text, or larger than 1 MB",
        at: Place(file: shown), remedy: "give the path of a file such as pipelines/cambodia.yaml")
    }
    let log = ProblemLog()
    let root = Section(try YAMLDocument.parse(text, file: shown), file: shown, log: log)
    let definition = PipelineDefinition(root, url: url, shown: shown)
    try log.problems.throwIfAny()
    guard let definition else { throw log.problems }
    self = definition
  }

  /// Reads the root of a definition; what is wrong is noted in its log.
  init?(_ root: Section, url: URL, shown: String) {
    defer { root.finish() }
    let project = Project(
      definition: url, allowing: (root.list("allow_files") ?? []).map(\.value))
    name = url.deletingPathExtension().lastPathComponent
    file = InputFile(
      url: url.absoluteURL.resolvingLinks,
      name: project.display(url.absoluteURL.resolvingLinks), place: Place(file: shown))
    title = root.localized("title", required: true) ?? LocalizedText()
    languages = root.list("languages")?.map(\.value) ?? ["en"]
    asOf = root.date("as_of")
    keep = root.integer("keep", in: 1...Int.max) ?? keep
    context = Context(root.section("context"), project: project)
    gazetteer = GazetteerSection(root.section("gazetteer"), project: project)
    sourcesFile = root.file("sources_file", of: project)
    sources = SourcesDefinition.read(root)
    let tables = root.namedSections("tables")
    let crosswalks = root.namedSections("crosswalks")
    self.tables = tables.compactMap { TableSection($0.name, $0.section, project: project) }
    self.crosswalks = crosswalks.compactMap {
      CrosswalkSection($0.name, $0.section, project: project)
    }
    national = root.section("national").flatMap { National($0, project: project) }
    indicators = root.namedSections("indicators").compactMap {
      IndicatorSection($0.name, $0.section)
    }
    for table in self.tables where !indicators.mayDoWithout(table: table.definition.id) {
      if let problem = table.origin.file?.problem { root.log.problems.all.append(problem) }
    }
    if indicators.isEmpty { root.reportMissing("indicators", remedy: "name at least one") }
    indexes = root.namedSections("indexes").map { IndexSection($0.name, $0.section) }
    maps = MapsDefinition(root.section("maps"))
    let layer = root.section("boundaries", required: true)
      .flatMap { BoundariesDefinition($0, project: project) }
    guard let layer else { return nil }
    boundaries = layer
    // A table whose file is missing is defined all the same.
    checkNames(
      tables: tables.map(\.name.value), crosswalks: crosswalks.map(\.name.value), root.log)
  }
}

extension PipelineDefinition.Context {
  init(_ section: Section?, project: Project) {
    guard let section else { return }
    water = section.file("water", of: project)
    surroundings = section.file("surroundings", of: project)
    attribution = section.text("attribution")
    section.finish()
  }
}

extension PipelineDefinition.National {
  init?(_ section: Section, project: Project) {
    defer { section.finish() }
    let area = section.text("area", required: true)
    guard let file = section.file("file", of: project, required: true), let area else { return nil }
    self.file = file
    self.area = area
  }
}

extension PipelineDefinition.CrosswalkSection {
  init?(_ id: Placed<String>, _ section: Section, project: Project) {
    defer { section.finish() }
    self.id = id
    from = section.text("from", required: true) ?? ""
    to = section.text("to", required: true) ?? ""
    guard let file = section.file("file", of: project, required: true) else { return nil }
    self.file = file
  }
}
