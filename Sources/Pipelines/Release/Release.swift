import Diagnostics
import Foundation

/// A published release: a folder that its `manifest.json` describes file by file.
struct Release: Sendable, Hashable {
  /// `20261122T020000Z-3f9a61c2b04d`.
  let name: String
  /// Its folder.
  let url: URL

  /// What its name ends with: the hash of what it says.
  var content: String { name.split(separator: "-").last.map(String.init) ?? name }

  /// Whether a folder may be a release: `20261122T020000Z-3f9a61c2b04d`.
  static func isName(_ name: String) -> Bool {
    name.wholeMatch(of: /[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}/) != nil
  }

  /// The day in a name: `2026-11-22`.
  static func day(of name: String) -> String {
    let digits = name.prefix(8)
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }

  /// Whether there is such a folder; a link to one does not count.
  var isThere: Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type]
    return type as? FileAttributeType == .typeDirectory
  }

  /// The bytes of one of its files.
  ///
  /// - Throws: `Problem` when it cannot be read.
  func bytes(of path: String) throws -> [UInt8] {
    guard let data = try? Data(contentsOf: url.appending(path: path)) else {
      throw Problem("'\(path)' of release '\(name)' cannot be read", remedy: remedy)
    }
    return [UInt8](data)
  }

  /// What it says of itself.
  ///
  /// - Throws: `Problem` when the manifest is missing or no manifest.
  func manifest() throws -> RecordedManifest {
    let bytes = try bytes(of: "manifest.json")
    do {
      return try JSONDecoder().decode(RecordedManifest.self, from: Data(bytes))
    } catch {
      throw Problem("'manifest.json' of release '\(name)' is no manifest", remedy: remedy)
    }
  }

  /// Compares every file with the manifest, and the manifest with the hash in the name.
  ///
  /// - Throws: `Problem` when there is no manifest to compare with, else `Problems` with every
  ///   file that is missing, was changed or was added, the manifest included.
  func verify() throws {
    var problems = Problems()
    var present = Set(filePaths())
    present.remove("manifest.json")
    let manifest = try manifest()
    if let content = manifest.content, content != self.content {
      problems.add("'manifest.json' of release '\(name)' was changed", remedy: remedy)
    }
    for entry in manifest.outputs {
      if present.remove(entry.path) == nil {
        problems.add("'\(entry.path)' of release '\(name)' is missing", remedy: remedy)
      } else if try sha256Hex(of: bytes(of: entry.path)) != entry.sha256 {
        problems.add("'\(entry.path)' of release '\(name)' was changed", remedy: remedy)
      }
    }
    for path in present.sorted() {
      problems.add(
        "'\(path)' of release '\(name)' was added after it was published",
        remedy: "move it out of the release")
    }
    try problems.throwIfAny()
  }

  /// Whether one of its files is as the manifest says, and the manifest as its own name says.
  func holds(_ path: String) -> Bool {
    guard let manifest = try? manifest(), manifest.content.map({ $0 == content }) ?? true,
      let entry = manifest.outputs.first(where: { $0.path == path }),
      let bytes = try? bytes(of: path)
    else { return false }
    return sha256Hex(of: bytes) == entry.sha256
  }

  private let remedy =
    "publish anew with 'inclusion-atlas run', or go back with 'inclusion-atlas rollback'"

  private func filePaths() -> [String] {
    let paths = FileManager.default.enumerator(atPath: url.path)
    return (paths?.compactMap { $0 as? String } ?? []).filter { path in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: url.appending(path: path).path, isDirectory: &isFolder)
      return !isThere || !isFolder.boolValue
    }
  }
}
