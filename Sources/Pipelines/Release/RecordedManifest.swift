import Foundation
import Publishing

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
    /// The hash of its code; nil where it was not recorded.
    var sha256: String?
  }

  /// A font whose letters are drawn in a map.
  struct Font: Decodable, Sendable, Hashable {
    var path: String
    var package: String
    var licence: String
    var sha256: String
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
  /// The fonts of outlined letters; nil where no map has any.
  var fonts: [Font]?
  /// The seed of everything that draws at random, as text.
  var seed: String?

  /// The hash that the name of its release ends with, found anew; nil where too little of it was
  /// recorded.
  var content: String? {
    guard let inputs, let definition, let tool, let libraries, let seed = seed.flatMap(UInt64.init)
    else { return nil }
    func entries(_ entries: [Entry]) -> [Manifest.Entry] {
      entries.map { Manifest.Entry(path: $0.path, sha256: $0.sha256) }
    }
    func version(_ version: Version) -> Manifest.Version {
      Manifest.Version(name: version.name, version: version.version)
    }
    return Manifest(
      inputs: entries(inputs), outputs: entries(outputs),
      definition: Manifest.Entry(path: definition.path, sha256: definition.sha256),
      tool: version(tool), libraries: libraries.map(version),
      fonts: (fonts ?? []).map {
        Manifest.Font(path: $0.path, package: $0.package, licence: $0.licence, sha256: $0.sha256)
      }, seed: seed
    ).content
  }
}

extension Manifest {
  /// The hash that the name of a release ends with: of all but the program's own code, so that a
  /// rebuilt program that says the same publishes nothing, and without what tells of the release
  /// before.
  var content: String {
    var manifest = self
    manifest.tool.sha256 = nil
    manifest.outputs.removeAll { Edition.reports($0.path) }
    return String(sha256Hex(of: PublishedFile.manifest(manifest).bytes).prefix(12))
  }
}
