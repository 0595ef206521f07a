import Diagnostics
import Foundation
import Geography
import Indicators
import Publishing

extension PipelineDefinition {
  /// Larger files are no definitions.
  private static let largestFile = 1 << 20

  /// Reads a definition and checks all its names against each other.
  ///
  /// - Throws: `Problem` when the file cannot be read or is no YAML, `Problems` with everything
  ///   that is wrong in it otherwise.
  init(contentsOf url: URL) throws {
    let read = try PipelineDefinition.read(url)
    try read.problems.throwIfAny()
    guard let definition = read.definition else { throw read.problems }
    self = definition
  }

  /// Reads a definition as far as it can be understood, and all that is wrong with it; the
  /// definition is nil where it cannot even say which areas there are. Where files that it names
  /// cannot be read and nothing else is wrong, it is the run that fails.
  ///
  /// - Throws: `Problem` when the file cannot be read or is no YAML.
  static func read(_ url: URL) throws -> (
    definition: PipelineDefinition?, problems: Problems, kind: RunFailure.Kind
  ) {
    let shown = url.relativePath
    guard url.isRegularFile, let data = try? Data(contentsOf: url) else {
      throw Problem(
        "cannot read the definition", at: Place(file: shown),
        remedy: "give the path of a file such as pipelines/cambodia.yaml")
    }
    guard data.count <= Self.largestFile,
      let text = String(validating: data.trimmingByteOrderMark, as: UTF8.self)
    else {
      throw Problem(
        "this is no definition: it is not UTF-8 text, or larger than 1 MB",
        at: Place(file: shown), remedy: "give the path of a file such as pipelines/cambodia.yaml")
    }
    let log = ProblemLog()
    let root = Section(try YAMLDocument.parse(text, file: shown), file: shown, log: log)
    let definition = PipelineDefinition(root, url: url, shown: shown)
    definition?.checkNames(log)
    let isSound = log.problems.all.allSatisfy(log.unreadable.contains)
    return (definition, log.problems, isSound ? .run : .definition)
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
    languages = root.languages("languages") ?? ["en"]
    asOf = root.date("as_of")
    formats = root.words("formats", PictureFormat.self)
    publish = PublishSection(root.section("publish"))
    keep = root.integer("keep", in: 1...Int.max) ?? keep
    context = Context(root.section("context"), project: project)
    gazetteer = GazetteerSection(root.section("gazetteer"), project: project)
    sourcesFile = root.file("sources_file", of: project)
    sources = SourcesDefinition.read(root)
    let tableSections = root.namedSections("tables")
    tableNames = tableSections.map(\.name.value)
    tables = tableSections.compactMap { TableSection($0.name, $0.section, project: project) }
    let crosswalkSections = root.namedSections("crosswalks")
    crosswalkNames = crosswalkSections.map(\.name.value)
    crosswalks = crosswalkSections.compactMap {
      CrosswalkSection($0.name, $0.section, project: project)
    }
    national = root.section("national").flatMap { National($0, project: project) }
    indicators = root.namedSections("indicators").compactMap {
      let before = root.log.problems.all.count
      var indicator = IndicatorSection($0.name, $0.section)
      indicator?.isFaulty = root.log.problems.all.count > before
      return indicator
    }
    for table in self.tables where !indicators.mayDoWithout(table: table.definition.id) {
      if let problem = table.origin.file?.problem {
        root.log.unreadable.append(problem)
        root.log.problems.all.append(problem)
      }
    }
    if indicators.isEmpty { root.reportMissing("indicators", remedy: "name at least one") }
    checks = root.namedSections("checks").compactMap { CheckSection($0.name, $0.section) }
    indexes = root.namedSections("indexes").map { IndexSection($0.name, $0.section) }
    maps = MapsDefinition(root.section("maps"))
    let layer = root.section("boundaries", required: true)
      .flatMap { BoundariesDefinition($0, project: project) }
    guard let layer else { return nil }
    boundaries = layer
  }
}

extension Section {
  /// Language codes, each once. They become part of file and field names.
  fileprivate func languages(_ key: String) -> [String]? {
    guard let entries = list(key) else { return nil }
    var languages: [String] = []
    for entry in entries {
      if entry.value.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/) == nil {
        log.add(
          "'\(entry.value)' is no language", at: entry.place,
          remedy: "write a code such as en, km or zh-Hant")
      } else if languages.contains(entry.value) {
        log.add(
          "'\(entry.value)' stands twice", at: entry.place, remedy: "remove one")
      } else {
        languages.append(entry.value)
      }
    }
    if languages.isEmpty, entries.isEmpty { reportMissing(key, remedy: "name at least one") }
    return languages.isEmpty ? nil : languages
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
    let area = section.placedText("area", required: true)
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

extension Data {
  /// The bytes without the mark that some editors put before UTF-8.
  fileprivate var trimmingByteOrderMark: Data {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
  }
}
