import Diagnostics
import Foundation

extension ReleaseFolder {
  /// The releases, oldest first. Folders of other names are somebody else's.
  func list() -> [Release] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: releases.path)) ?? []
    return names.filter(Release.isName).sorted().map(release).filter(\.isThere)
  }

  /// The release that `current` leads to; nil before the first one.
  ///
  /// - Throws: `Problem` when it leads nowhere, or is no link to a release.
  func currentRelease() throws -> Release? {
    guard let name = try pointer.read() else { return nil }
    let release = release(name)
    guard release.isThere else {
      throw Problem(
        "'\(current.path)' points to 'releases/\(name)', which is not there",
        remedy: pointer.remedy)
    }
    return release
  }

  /// The linked release, or, where that is not as it was published, the last one that is; with
  /// what is wrong with the linked one.
  func lastWhole() -> (release: Release?, problems: Problems) {
    var problems = Problems()
    let linked = problems.collect { () throws -> Release? in
      let linked = try currentRelease()
      try linked?.verify()
      return linked
    }
    return ((linked ?? nil) ?? list().last { (try? $0.verify()) != nil }, problems)
  }

  /// Removes the oldest releases until `count` are left; never the one that is linked.
  ///
  /// - Returns: what was removed, oldest first.
  /// - Throws: `Problem` when one cannot be removed or another run is publishing.
  @discardableResult
  func prune(keeping count: Int) throws -> [Release] {
    precondition(count > 0)
    return try withLock {
      let all = list()
      let linked = try pointer.read()
      var spare = all.count - count
      var removed: [Release] = []
      for release in all where spare > 0 && release.name != linked {
        try writing(release.url) { try discard(release) }
        removed.append(release)
        spare -= 1
      }
      return removed
    }
  }

  /// Moves `current` to an earlier release: to `name`, or to the one before the linked one.
  ///
  /// - Throws: `Problem` when there is no such release, `Problems` when it is not as it was
  ///   published; `current` is then as it was.
  @discardableResult
  func rollback(
    to name: String? = nil, after others: (Release) throws -> Void = { _ in }
  ) throws -> Release {
    try withLock {
      let target = try name.map(find) ?? previous()
      try target.verify()
      try others(target)
      try pointer.move(to: target.name)
      return target
    }
  }

  /// The release of that name.
  ///
  /// - Throws: `Problem` with the nearest name when there is none.
  func find(_ name: String) throws -> Release {
    let names = list().map(\.name)
    guard names.contains(name) else {
      let near = name.nearest(in: names, limit: 1).first
      throw Problem(
        "there is no release '\(name)'",
        remedy: near.map { "did you mean '\($0)'?" } ?? "list them with 'inclusion-atlas releases'")
    }
    return release(name)
  }

  private func previous() throws -> Release {
    // Whatever else the pointer leads to, there is a way back.
    let linked = try? pointer.read()
    guard let before = list().last(where: { linked == nil || $0.name < linked ?? "" }) else {
      throw Problem(
        "there is no release before '\(linked ?? "")'",
        remedy: "list them with 'inclusion-atlas releases'")
    }
    return before
  }

  /// The name of a release made at `time` from content with the hash `content`:
  /// `20261122T020000Z-3f9a61c2b04d`.
  ///
  /// Never before a release that is there already, so that names stay in the order of
  /// publication when the clock was put back.
  func nextName(at time: Date, content: String) -> String {
    let newest = list().last.flatMap { stampTime($0.name.prefix { $0 != "-" }) }
    let later = newest.map { max($0.addingTimeInterval(1), time) } ?? time
    return "\(stamp(later))-\(content.prefix(12))"
  }
}

private let stampStyle = Date.ISO8601FormatStyle()
  .year().month().day().dateSeparator(.omitted)
  .time(includingFractionalSeconds: false).timeSeparator(.omitted).timeZone(separator: .omitted)

private func stamp(_ time: Date) -> String { time.formatted(stampStyle) }

private func stampTime(_ text: some StringProtocol) -> Date? {
  try? Date(String(text), strategy: stampStyle)
}
