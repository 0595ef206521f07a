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
  let disk: Disk

  /// The folder of `pipeline` below `output`.
  init(output: URL, pipeline: String, disk: Disk = Disk()) {
    url = output.appending(path: pipeline, directoryHint: .isDirectory)
    self.disk = disk
  }

  /// All releases, kept or being written.
  var releases: URL { url.appending(path: "releases", directoryHint: .isDirectory) }
  /// What later runs may save time with; may be deleted at any time.
  var cache: URL { url.appending(path: ".cache", directoryHint: .isDirectory) }
  /// The link to the last good release.
  var current: URL { pointer.url }
  var pointer: ReleasePointer { ReleasePointer(folder: url, disk: disk) }

  /// A text that may be published: where the folder lies on this machine is nobody's business, and
  /// a spoiled pointer may hold anything.
  func withoutPlace(_ text: String) -> String {
    let text = text.replacing(url.deletingLastPathComponent().path + "/", with: "")
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  /// Publishes the files as release `name` and moves `current` to it.
  ///
  /// - Throws: `Problem` when another run is publishing, or the folder cannot be written;
  ///   `current` is then as it was, and nothing of the new release is left.
  @discardableResult
  func publish(_ files: [PublishedFile], as name: String) throws -> Release {
    try withLock { try publishLocked(files, as: name) }
  }

  /// As `publish(_:as:)`, for who holds the lock.
  func publishLocked(_ files: [PublishedFile], as name: String) throws -> Release {
    sweep()
    let release = release(name)
    guard !FileManager.default.fileExists(atPath: release.url.path) else {
      throw Problem(
        "there is a release '\(name)' already", remedy: "wait a second and run again")
    }
    let aside = aside(name)
    do {
      try write(files, into: aside)
      try writing(release.url) {
        try disk.rename(aside, release.url)
        try disk.flush(releases)
      }
      try pointer.move(to: name)
    } catch {
      try? disk.remove(pointer.aside)
      try? disk.remove(aside)
      if (try? pointer.read()) != name { try? discard(release) }
      throw error
    }
    return release
  }

  /// Does the work while no other run can publish here.
  func withLock<Value>(_ work: () throws -> Value) throws -> Value {
    try writing(releases) { try disk.makeFolder(releases) }
    let lock = try ReleaseLock(folder: url)
    defer { lock.release() }
    return try work()
  }

  func release(_ name: String) -> Release {
    Release(name: name, url: releases.appending(path: name, directoryHint: .isDirectory))
  }

  /// Removes a release; killed half-way, it leaves what the next run sweeps.
  func discard(_ release: Release) throws {
    let aside = aside(release.name)
    try disk.rename(release.url, aside)
    try disk.remove(aside)
  }

  private func aside(_ name: String) -> URL {
    releases.appending(path: ".\(name).partial", directoryHint: .isDirectory)
  }

  private func write(_ files: [PublishedFile], into folder: URL) throws {
    var folders: Set<String> = []
    for file in files {
      let target = folder.appending(path: file.path)
      let parent = target.deletingLastPathComponent()
      if folders.insert(parent.path).inserted {
        try writing(parent) { try disk.makeFolder(parent) }
      }
      try writing(target) { try disk.write(file.bytes, target) }
    }
    try writing(folder) { try disk.flushAll(folder) }
  }

  /// Puts a file beside the releases in the place of the old one, in one step.
  ///
  /// It is not flushed: after a power cut the old one, the new one or an empty one may be there.
  ///
  /// - Throws: `Problem` when it cannot be written; the old one is then as it was.
  func replace(_ file: URL, by bytes: [UInt8]) throws {
    let folder = file.deletingLastPathComponent()
    // Needs no lock: two runs write into files of their own, and the later one stays.
    let aside = folder.appending(path: ".\(file.lastPathComponent).\(getpid()).partial")
    do {
      try writing(file) {
        try disk.makeFolder(folder)
        try? disk.remove(aside)
        try disk.write(bytes, aside)
        try disk.rename(aside, file)
      }
    } catch {
      try? disk.remove(aside)
      throw error
    }
  }

  /// Removes what a killed run left behind, unless another run is at work.
  func tidy() {
    if !leftovers.isEmpty { try? withLock { sweep() } }
  }

  /// Removes what a killed run left behind. Called under the lock only.
  private func sweep() {
    for file in leftovers { try? disk.remove(file) }
  }

  /// What was begun and is not being written; releases are written under the lock only.
  private var leftovers: [URL] {
    [url, releases, cache, cache.appending(path: "stages")].flatMap { folder -> [URL] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.filter { name in
        guard name.hasPrefix("."), name.hasSuffix(".partial") else { return false }
        let process = name.split(separator: ".").dropLast().last.flatMap { pid_t($0) }
        return !(process.map { kill($0, 0) == 0 || errno == EPERM } ?? false)
      }.map { folder.appending(path: $0) }
    }
  }
}
