import Geography
import Indicators
import Publishing
import SpatialStatistics

/// What a release said, as far as two releases are compared.
struct Snapshot: Sendable, Hashable {
  /// What it was made from, by what.
  struct Origin: Sendable, Hashable {
    /// SHA-256 of the definition; empty where it was not recorded.
    var definition = ""
    /// SHA-256 of every other file that was read, by path.
    var inputs: [String: String] = [:]
    /// The program and the libraries that numbers depend on, with their versions.
    var programs: [String] = []
    /// SHA-256 of the program's code; nil where it was not recorded.
    var code: String?
  }

  /// An indicator that was published.
  struct Figure: Sendable, Hashable {
    var id: String
    var title: String
    var period = ""
    var unit = ""
    /// Ids of its sources; nil where they were not recorded.
    var sources: [String]?
    /// Which way is worse, `high`, `low` or `none`; nil where it was not recorded.
    var worse: String?
    /// Why its source failed; nil where it could be read.
    var failure: String?
    /// Paths of the files of its table, none for a database; nil where it was not recorded.
    var files: [String]?
    /// Paths of the files of the crosswalk that moved its figures.
    var crosswalkFiles: [String] = []
  }

  /// An index that was published.
  struct Index: Sendable, Hashable {
    var id: String
    var title: String
    /// Weight of each indicator that enters it, by id.
    var weights: [String: Double] = [:]
    /// Level of the test for clusters; nil where it was not recorded.
    var level: Double?
    /// Share of the areas that count as severe; nil where it was not recorded.
    var worstShare: Double?
  }

  /// The classes of a map.
  struct Map: Sendable, Hashable {
    var id: String
    /// The property that it is coloured by: `divide_score`.
    var property: String
    /// Upper bounds of the classes, ascending, each inside its class.
    var upperBounds: [Double]

    /// The class of a value, counted from 1; nil outside all classes.
    func classNumber(of value: Double) -> Int? {
      upperBounds.firstIndex { value <= $0 }.map { $0 + 1 }
    }
  }

  /// One cell of the table: a value, or why there is none.
  struct Cell: Sendable, Hashable {
    var value: Double?
    var status: Status

    /// The value, if index and statistics may use it.
    var used: Double? { status == .unreliable ? nil : value }
  }

  /// What an index and the hotspots on it say of an area.
  struct Score: Sendable, Hashable {
    var score: Double?
    var rank: Int?
    var isSevere = false
    /// Nil where no clusters were looked for.
    var cluster: Cluster?
    /// Nil where it could not be told.
    var isHotspot: Bool?
    /// Parts of the score in points, by indicator.
    var drivers: [String: Double] = [:]
  }

  /// One area.
  struct Area: Sendable, Hashable {
    var code: String
    /// By language.
    var names = LocalizedText()
    /// By indicator.
    var cells: [String: Cell] = [:]
    /// Standard errors by indicator, of those that have one.
    var errors: [String: Double] = [:]
    /// By index.
    var scores: [String: Score] = [:]
    /// Codes of the areas it touches, sorted.
    var neighbors: [String] = []
    /// Codes of those that count in the hotspots of an index, sorted, by index; none where it was
    /// not recorded.
    var weighted: [String: [String]] = [:]
    /// SHA-256 of its outline as it was published.
    var outline = ""
  }

  var origin = Origin()
  /// The date that stands in for the clock; nil for the clock.
  var asOf: String?
  /// In the order of the definition.
  var figures: [Figure] = []
  var indexes: [Index] = []
  var maps: [Map] = []
  /// In code order.
  var areas: [Area] = []
}

extension Snapshot.Origin {
  /// What a manifest says of the origin.
  init(_ manifest: RecordedManifest) {
    definition = manifest.definition?.sha256 ?? ""
    let definitionPath = manifest.definition?.path
    inputs = Dictionary(
      (manifest.inputs ?? []).filter { $0.path != definitionPath }.map { ($0.path, $0.sha256) }
    ) { first, _ in first }
    let versions = [manifest.tool].compactMap(\.self) + (manifest.libraries ?? [])
    programs = versions.map { "\($0.name) \($0.version)" }
    code = manifest.tool?.sha256
  }
}

extension Snapshot.Area {
  /// Codes of the neighbours that count in the hotspots of an index.
  func neighbors(in index: String) -> [String] { weighted[index] ?? neighbors }
}

extension Snapshot.Origin {
  /// Whether a program or library that both know is another one here: a library that was not in
  /// use before is no new version.
  func hasOtherPrograms(than old: Snapshot.Origin) -> Bool {
    func versions(_ programs: [String]) -> [Substring: String] {
      Dictionary(programs.map { ($0.prefix { $0 != " " }, $0) }) { $1 }
    }
    let before = versions(old.programs)
    let isOtherVersion = versions(programs).contains { name, program in
      before[name].map { $0 != program } ?? false
    }
    return isOtherVersion || isRebuilt(since: old)
  }

  /// The programs, with the beginning of the program's own hash where that became another one.
  func programs(besides other: Snapshot.Origin) -> [String] {
    guard isRebuilt(since: other), let code, let first = programs.first else { return programs }
    return ["\(first) (\(code.prefix(12)))"] + programs.dropFirst()
  }

  private func isRebuilt(since old: Snapshot.Origin) -> Bool {
    code != nil && old.code != nil && code != old.code
  }
}
