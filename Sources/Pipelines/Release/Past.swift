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
  /// Where `current` led when all this was read.
  fileprivate var pointer: String?

  /// How many releases `changes.md` looks back.
  private static let mostHeadlines = 100

  /// What is past in a folder.
  init(of folder: ReleaseFolder) {
    pointer = try? folder.pointer.read()
    var problems: Problems
    (release, problems) = folder.lastWhole()
    if let first = problems.all.first {
      notes.append("The release before is not as it was published: \(first.what).")
    }
    guard let release else {
      warnings = problems.all
      return
    }
    let later = folder.list().filter { $0.name > release.name && $0.name != pointer }.map(\.name)
    if !later.isEmpty {
      notes.append(
        "Passed over, because they were rolled back or never linked: "
          + later.joined(separator: ", ") + ".")
    }
    snapshot = problems.collect { try Snapshot(release) }
    history = problems.collect { try release.history() } ?? history
    let changes = release.changes()
    let own = changes.headlines ?? []
    headlines =
      own.isEmpty ? [] : [.init(release: release.name, date: changes.date, headlines: own)]
    headlines = Array((headlines + (changes.earlier ?? [])).prefix(Past.mostHeadlines))
    warnings = problems.all
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
