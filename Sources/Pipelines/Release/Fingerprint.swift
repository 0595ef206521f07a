import Diagnostics
import Foundation

/// Everything that a release depends on, in one short text: equal fingerprints, equal releases.
struct Fingerprint: Sendable, Hashable {
  /// 64 hexadecimal digits.
  let text: String

  /// The fingerprint of a run.
  ///
  /// - Parameters:
  ///   - program: `Program.identity`.
  ///   - inputs: name and SHA-256 of every file that is read, the definition included.
  ///   - settings: whatever else decides the output: options of the command, library versions.
  init(program: String, inputs: [(name: String, sha256: String)], settings: [String] = []) {
    let fields =
      [program, String(inputs.count)]
      + inputs.sorted { $0.name < $1.name }
      .flatMap { [$0.name, $0.sha256] } + settings
    // Each field with its length, so that no two lists of fields read alike.
    let text = fields.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")
    self.text = sha256Hex(of: Array(text.utf8))
  }
}

extension ReleaseFolder {
  /// The fingerprint of the last run and the release it led to. A cache: without it the next run
  /// does its work anew.
  private var fingerprintFile: URL { cache.appending(path: "fingerprint") }

  /// Notes what the linked release was made from.
  ///
  /// - Throws: `Problem` when it cannot be written.
  func remember(_ fingerprint: Fingerprint, of release: Release) throws {
    let text = "\(fingerprint.text) \(release.name)\n"
    try replace(fingerprintFile, by: Array(text.utf8))
  }

  /// The linked release, if it was made from the same and is still as it was published.
  func unchangedRelease(_ fingerprint: Fingerprint) -> Release? {
    guard let release = try? currentRelease(),
      let noted = try? String(contentsOf: fingerprintFile, encoding: .utf8),
      noted == "\(fingerprint.text) \(release.name)\n", (try? release.verify()) != nil
    else { return nil }
    return release
  }
}
