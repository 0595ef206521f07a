import Diagnostics
import Foundation
import Publishing

/// What became of an attempt to publish.
struct Publication: Sendable {
  /// The release that is linked now.
  var release: Release
  /// Whether it is a new one; false where the linked one says the same.
  var isNew: Bool
  /// What is no failure but should be known.
  var warnings: [Problem] = []
}

extension ReleaseFolder {
  /// Publishes the files with the report on what changed and the manifest, and moves `current`
  /// to them; does nothing when the linked release holds the same.
  ///
  /// The report depends on the release before, so that it takes no part in what decides whether
  /// two releases are the same and what the hash in the name stands for.
  ///
  /// - Throws: as `publish(_:as:)`.
  func publish(_ files: [PublishedFile], _ provenance: Provenance, at time: Date) throws
    -> Publication
  {
    try withLock {
      let own = provenance.manifest(of: files)
      let content = sha256Hex(of: own.bytes)
      var (before, warnings) = lastWhole()
      if let before, before.name == (try? pointer.read()), before.isOf(content: content) {
        return Publication(release: before, isNew: false)
      }
      let origin = Snapshot.Origin(
        try JSONDecoder().decode(RecordedManifest.self, from: Data(own.bytes)))
      let earlier = warnings.collect { try before.map { try Snapshot($0) } }
      let report = ChangeReport(
        from: earlier ?? nil, to: try Snapshot(files, origin: origin))
      let all = files + report.files
      let release = try publishLocked(
        all + [provenance.manifest(of: all)], as: nextName(at: time, content: content))
      return Publication(release: release, isNew: true, warnings: warnings.all)
    }
  }

  /// The linked release, or where it is not as it was published the newest before it that is;
  /// with what is wrong with the linked one.
  private func lastWhole() -> (Release?, Problems) {
    var problems = Problems()
    let linked = problems.collect { () throws -> Release? in
      let linked = try currentRelease()
      try linked?.verify()
      return linked
    }
    return (linked ?? list().last { (try? $0.verify()) != nil }, problems)
  }
}

extension Release {
  /// Whether its name was made from content with this hash.
  fileprivate func isOf(content: String) -> Bool { name.hasSuffix("-\(content.prefix(12))") }
}
