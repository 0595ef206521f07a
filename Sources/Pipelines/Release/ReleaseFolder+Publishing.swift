import Diagnostics
import Foundation
import Publishing

/// What became of an attempt to publish.
struct Publication: Sendable {
  /// The release that is linked now.
  var release: Release
  /// Whether it is a new one; false where the linked one says the same.
  var isNew: Bool
}

extension ReleaseFolder {
  /// Publishes an edition with its manifest, and moves `current` to it; does nothing when the
  /// linked release holds the same.
  ///
  /// - Throws: as `publish(_:as:)`, and `Problem` when it follows another release than the linked
  ///   one by now.
  func publish(_ edition: Edition, _ provenance: Provenance, at time: Date) throws -> Publication {
    try withLock {
      try edition.past.checkStands(in: self)
      let all = edition.files + edition.report
      let manifest = provenance.manifest(of: all)
      let content = manifest.content
      if let before = edition.past.release, before.name == (try? pointer.read()),
        before.content == content
      {
        return Publication(release: before, isNew: false)
      }
      let release = try publishLocked(
        all + [.manifest(manifest)], as: nextName(at: time, content: content))
      return Publication(release: release, isNew: true)
    }
  }
}
