import Diagnostics
import Foundation
import Publishing

/// The folder `output/<pipeline>/` with its releases and the link to the last good one.
///
///     output/cambodia/
///       current -> releases/20261122T020000Z-3f9a61c2b04d
///       releases/20261122T020000Z-3f9a61c2b04d/…
///       last-run.json
///
/// A release is written aside, flushed, renamed, and only then linked, so that a reader
/// of `current` sees the old release or the new one, whole.
struct ReleaseFolder: Sendable {
  /// The pipeline's folder.
  let url: URL

  /// The folder of `pipeline` below `output`.
  init(output: URL, pipeline: String) {
    url = output.appending(path: pipeline, directoryHint: .isDirectory)
  }

  /// All releases, kept or being written.
  var releases: URL { url.appending(path: "releases", directoryHint: .isDirectory) }
  /// The link to the last good release.
  var current: URL { url.appending(path: "current") }

  /// Publishes the files as release `name` and moves `current` to it.
  ///
  /// - Throws: `Problem` when another run is publishing, or the folder cannot be written;
  ///   `current` is then as it was.
  func publish(_ files: [PublishedFile], as name: String) throws {
    try writing(releases) {
      try FileManager.default.createDirectory(at: releases, withIntermediateDirectories: true)
    }
    let lock = try ReleaseLock(folder: url)
    defer { lock.release() }
    sweep()
    let aside = releases.appending(path: ".\(name).partial", directoryHint: .isDirectory)
    let whole = releases.appending(path: name, directoryHint: .isDirectory)
    do {
      try writing(aside) { try write(files, into: aside) }
      if FileManager.default.fileExists(atPath: whole.path) {
        try FileManager.default.removeItem(at: aside)
      } else {
        try writing(whole) { try rename(aside, to: whole) }
      }
      try flush(releases)
      try link(to: name)
    } catch {
      try? FileManager.default.removeItem(at: aside)
      throw error
    }
  }

  private func write(_ files: [PublishedFile], into folder: URL) throws {
    var folders: Set<String> = []
    for file in files {
      let target = folder.appending(path: file.path)
      let parent = target.deletingLastPathComponent()
      if folders.insert(parent.path).inserted {
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      }
      try writeFlushed(file.bytes, to: target)
    }
    for path in folders.sorted() { try flush(URL(filePath: path)) }
  }

  /// Points `current` at a release: a link made aside and renamed over the old one.
  private func link(to name: String) throws {
    let aside = url.appending(path: ".current.partial")
    try writing(current) {
      try? FileManager.default.removeItem(at: aside)
      try FileManager.default.createSymbolicLink(
        atPath: aside.path, withDestinationPath: "releases/\(name)")
      try rename(aside, to: current)
      try flush(url)
    }
  }

  /// Removes what a killed run left behind. Called under the lock only.
  private func sweep() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: releases.path)) ?? []
    for name in names where name.hasPrefix(".") && name.hasSuffix(".partial") {
      try? FileManager.default.removeItem(at: releases.appending(path: name))
    }
  }

  private func writing(_ url: URL, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(
        "cannot write '\(url.path)': \(reason(error))",
        remedy: "free space or mend the permissions; the last release still stands")
    }
  }

  private func reason(_ error: any Error) -> String {
    let code =
      (error as? POSIXError)?.code.rawValue
      ?? ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError).map { Int32($0.code) }
    return code.map { String(cString: strerror($0)) } ?? error.localizedDescription
  }
}
