import Diagnostics
import Foundation
import Publishing

/// The release that the next one follows: the last that is as it was published.
struct Past {
  /// Nil before the first one.
  var release: Release?
  /// What it said; nil where there is none, or it cannot be read.
  var snapshot: Snapshot?
  /// What was said before it.
  var history = History()
  /// The headlines of the releases before, newest first, its own included.
  var headlines: [ChangeReport.Night] = []
  /// What should be known of the comparison with it.
  var notes: [String] = []
  /// What is wrong with the linked release, or with this one.
  var warnings: [Problem] = []
  /// What the run before left on record.
  let lastRun: RecordedRun
  /// Where `current` led when all this was read.
  fileprivate var pointer: String?

  /// How many releases `changes.md` looks back.
  private static let mostHeadlines = 100

  /// What is past in a folder, and what the run before left on record.
  init(of folder: ReleaseFolder, _ lastRun: RecordedRun) {
    self.lastRun = lastRun
    pointer = try? folder.pointer.read()
    var problems: Problems
    (release, problems) = folder.lastWhole()
    if let first = problems.all.first {
      notes.append(
        "The release before is not as it was published: \(folder.withoutPlace(first.what)).")
    }
    if let release {
      let later = folder.list().filter { $0.name > release.name && $0.name != pointer }
      if !later.isEmpty {
        notes.append(
          "Passed over, because they were rolled back or never linked: \(later.names).")
      }
      snapshot = problems.collect { try Snapshot(release) }
      history = problems.collect { try release.history() } ?? history
      tell(release)
    } else {
      salvage(from: folder.list(), &problems)
    }
    warnings = problems.all
  }

  /// Takes what can still be trusted from releases of which none is as it was published.
  private mutating func salvage(from releases: [Release], _ problems: inout Problems) {
    guard !releases.isEmpty else { return }
    notes.append("No earlier release is as it was published: \(releases.names).")
    if let release = releases.last(where: { $0.holds("changes.json") }) { tell(release) }
    let keeper = releases.last { $0.holds(History.path) }
    history = keeper.flatMap { keeper in problems.collect { try keeper.history() } } ?? history
    let sentence =
      keeper.map { "The history goes on from \($0.name), without what that release itself said." }
      ?? "The history begins anew."
    notes.append(sentence)
    problems.add(
      "no earlier release is as it was published: \(sentence.prefix(1).lowercased())"
        + sentence.dropFirst().dropLast(),
      remedy: "put one back from a copy before the next run, or leave it at that")
  }

  /// Takes over the headlines of a release and those before.
  private mutating func tell(_ release: Release) {
    let changes = release.changes()
    let own = changes.headlines ?? []
    headlines =
      own.isEmpty ? [] : [.init(release: release.name, date: changes.date, headlines: own)]
    headlines = Array((headlines + (changes.earlier ?? [])).prefix(Past.mostHeadlines))
    for number in headlines.indices {
      headlines[number].headlines.removeAll { $0 == ChangeReport.sameHotspots }
    }
  }

  /// Refuses to publish what follows another release than the linked one.
  func checkStands(in folder: ReleaseFolder) throws {
    guard (try? folder.pointer.read()) == pointer else {
      throw Problem(
        "another run has published into '\(folder.url.path)' meanwhile", remedy: "run again")
    }
  }
}

/// What `changes.json` of a release says, as far as later runs ask.
struct RecordedChanges: Decodable {
  /// The release that it was compared with.
  var comparedWith: String?
  /// The day that its run was told to stand for; nil for the clock's, which is in the name.
  var date: String?
  var headlines: [String]?
  var earlier: [ChangeReport.Night]?
}

extension [Release] {
  /// Their names, one after the other.
  fileprivate var names: String { map(\.name).joined(separator: ", ") }
}

extension Release {
  /// The day that it stands for, ISO 8601.
  var day: String { changes().date ?? Release.day(of: name) }

  /// What was said before it; nothing in a release of a version that did not tell.
  func history() throws -> History {
    let file = url.appending(path: History.path)
    guard FileManager.default.fileExists(atPath: file.path) else { return History() }
    return try History(csv: bytes(of: History.path))
  }

  /// Its headlines and those before; a report is no reason not to publish.
  func changes() -> RecordedChanges {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (try? decoder.decode(RecordedChanges.self, from: Data(bytes(of: "changes.json"))))
      ?? RecordedChanges()
  }
}
