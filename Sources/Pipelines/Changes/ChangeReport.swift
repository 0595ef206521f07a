import Publishing

/// What a release says differently from the one before it, and why.
struct ChangeReport: Sendable, Hashable {
  /// Whether there was no release to compare with.
  var isFirst: Bool
  /// Everything that changed, in the order of the kinds, the definition and the codes.
  var changes: [Change]
  /// Names of the areas of both releases by code, for causes that name an area.
  var areaNames: [String: String]
  /// Titles of the indicators of both by id, for causes that name an indicator.
  var figureTitles: [String: String]

  /// The release it is compared with; nil where it was not published.
  var previous: String?
  /// The day that the release before stands for; nil where the clock's in its name is that day.
  var previousDate: String?
  /// The day that the run was told to stand for; nil for the clock's.
  var date: String?
  /// The nights that failed since the release before; nil for none.
  var failed: FailedNights?
  /// For how many nights before this one sources failed, by indicator.
  var unread: [String: StaleNights.Entry] = [:]
  /// The indicators whose sources failed before and still do, in the order of the definition.
  var stillUnread: [String]
  /// What should be known of the comparison, in sentences.
  var notes: [String] = []
  /// The headlines of the releases before, newest first.
  var earlier: [Night] = []
  /// Paths of the maps of what changed, one a language.
  var pictures: [String] = []

  /// The headlines of one release.
  struct Night: Sendable, Hashable, Codable {
    var release: String
    /// The day that its run was told to stand for; nil for the clock's, which is in the name.
    var date: String?
    var headlines: [String]

    /// The day that it stands for.
    var day: String { date ?? Release.day(of: release) }
  }

  /// Whether nothing changed at all.
  var isEmpty: Bool { changes.isEmpty }

  /// Compares two releases; without an old one there is nothing to compare with.
  init(from old: Snapshot?, to new: Snapshot) {
    isFirst = old == nil
    changes = old.map { Comparison($0, new).changes } ?? []
    let failing = Set((old?.figures ?? []).filter { $0.failure != nil }.map(\.id))
    stillUnread = new.figures.filter { $0.failure != nil && failing.contains($0.id) }.map(\.id)
    let names = ((old?.areas ?? []) + new.areas).map { ($0.code, $0.names.text(in: "en")) }
    areaNames = Dictionary(names) { _, later in later }
    let titles = ((old?.figures ?? []) + new.figures).map { ($0.id, $0.title) }
    figureTitles = Dictionary(titles) { _, later in later }
  }

  /// `changes.md` and `changes.json`.
  var files: [PublishedFile] {
    [
      PublishedFile(path: "changes.md", bytes: Array(markdown.utf8)),
      PublishedFile(path: "changes.json", bytes: json.bytes),
    ]
  }

  /// The changes of one kind.
  func changes(_ kind: Change.Kind) -> [Change] { changes.filter { $0.kind == kind } }
}
