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
      let content = sha256Hex(of: provenance.manifest(of: edition.files).bytes)
      if let before = edition.past.release, before.name == (try? pointer.read()),
        before.isOf(content: content)
      {
        return Publication(release: before, isNew: false)
      }
      let all = edition.files + edition.report
      let release = try publishLocked(
        all + [provenance.manifest(of: all)], as: nextName(at: time, content: content))
      return Publication(release: release, isNew: true)
    }
  }
}

extension Release {
  /// Whether its name was made from content with this hash.
  fileprivate func isOf(content: String) -> Bool { name.hasSuffix("-\(content.prefix(12))") }
}
