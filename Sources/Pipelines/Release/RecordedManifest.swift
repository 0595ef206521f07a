import Foundation

/// What `manifest.json` of a release says, as far as later runs ask.
struct RecordedManifest: Decodable, Sendable, Hashable {
  /// A file with the SHA-256 of its bytes.
  struct Entry: Decodable, Sendable, Hashable {
    var path: String
    var sha256: String
  }

  /// A program or library with its version.
  struct Version: Decodable, Sendable, Hashable {
    var name: String
    var version: String
  }

  /// What was read, the definition included; empty where it was not recorded.
  var inputs: [Entry]?
  /// Every file of the release but the manifest.
  var outputs: [Entry]
  /// The definition.
  var definition: Entry?
  /// The program.
  var tool: Version?
  /// The libraries that numbers depend on.
  var libraries: [Version]?
}
