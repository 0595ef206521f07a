import Diagnostics
public import Foundation

/// The releases of a pipeline: to list them, to compare two, and to go back to one.
public struct ReleaseHistory: Sendable {
  /// One of them.
  public struct Entry: Sendable, Hashable {
    /// `20261122T020000Z-3f9a61c2b04d`: the time of its run and the hash of its content.
    public var name: String
    /// Whether `current` leads to it.
    public var isCurrent: Bool
    /// Whether every file is as its manifest says.
    public var isWhole: Bool
  }

  private let folder: ReleaseFolder
  private let definition: URL

  /// The releases of `definition` below `output`; the definition need not be there any more.
  public init(definition: URL, output: URL) {
    folder = ReleaseFolder(output: output, definition: definition)
    self.definition = definition
  }

  /// All of them, oldest first.
  public func entries() -> [Entry] {
    let linked = try? folder.pointer.read()
    return folder.list().map {
      Entry(
        name: $0.name, isCurrent: $0.name == linked, isWhole: (try? $0.verify()) != nil)
    }
  }

  /// Moves `current` to release `name`, or to the one before the linked one, and the database that
  /// the definition publishes into with it; its name.
  ///
  /// - Throws: `RunFailure` when there is no such release, it is not as it was published, or the
  ///   database refuses; both are then as they were.
  public func rollback(to name: String?) throws -> String {
    let target = (try? PipelineDefinition(contentsOf: definition))?.publish.target
    return try failing { try folder.rollback(to: name) { try target?.show($0) }.name }
  }

  /// What release `new` says differently from release `old`, as Markdown or JSON.
  ///
  /// - Parameters:
  ///   - old: nil for the one that `new` was compared with when it was published.
  ///   - new: nil for the linked one.
  /// - Throws: `RunFailure` when there is no such release or one is not as it was published.
  public func changes(from old: String?, to new: String?, asJSON: Bool) throws -> String {
    try failing {
      let later = try new.map(folder.find) ?? current()
      try later.verify()
      guard let earlier = try old.map(folder.find) else {
        // What it said of itself also tells of releases that are gone.
        let path = asJSON ? "changes.json" : "changes.md"
        return String(decoding: try later.bytes(of: path), as: UTF8.self)
      }
      try earlier.verify()
      var report = ChangeReport(from: try Snapshot(earlier), to: try Snapshot(later))
      report.previous = earlier.name
      report.previousDate = earlier.day
      return asJSON ? String(decoding: report.json.bytes, as: UTF8.self) : report.markdown
    }
  }

  /// What an area or an indicator was said to be through the releases, as lines of text.
  ///
  /// - Parameter subject: code or name of an area, or id or title of an indicator or index.
  /// - Throws: `RunFailure` when there is no release, it is not as it was published, or there is
  ///   nothing of that name.
  public func lines(of subject: String) throws -> [String] {
    try failing {
      let release = try current()
      try release.verify()
      return try HistoryText(try release.history(), until: try Snapshot(release))
        .lines(of: subject)
    }
  }

  private func current() throws -> Release {
    guard let release = try folder.currentRelease() else {
      throw Problem(
        "there is no release in '\(folder.url.relativePath)'",
        remedy: "publish one with 'inclusion-atlas run'")
    }
    return release
  }

  private func failing<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch {
      throw RunFailure(error, kind: .run)
    }
  }
}
