/// What a release was made from, by what, and what it holds. No clock: same inputs, same bytes.
public struct Manifest: Sendable, Hashable {
  /// A file and the SHA-256 of its bytes.
  public struct Entry: Sendable, Hashable {
    /// Path as the definition names it, or within the release.
    public var path: String
    /// The hash in lower-case hexadecimal digits.
    public var sha256: String

    /// A file with its hash.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// A program or library and its version.
  public struct Version: Sendable, Hashable {
    /// Its name: `gdal`.
    public var name: String
    /// Its version: `3.6.2`.
    public var version: String
    /// The hash of its code; nil where the version says enough.
    public var sha256: String?

    /// A name with a version.
    public init(name: String, version: String, sha256: String? = nil) {
      self.name = name
      self.version = version
      self.sha256 = sha256
    }
  }

  /// A font whose letters are drawn in a map.
  public struct Font: Sendable, Hashable {
    /// Path below the folder of fonts: `khmeros/KhmerOS.ttf`.
    public var path: String
    /// The Debian package it comes from.
    public var package: String
    /// Its licence.
    public var licence: String
    /// The hash of the file.
    public var sha256: String

    /// A font with its hash.
    public init(path: String, package: String, licence: String, sha256: String) {
      self.path = path
      self.package = package
      self.licence = licence
      self.sha256 = sha256
    }
  }

  /// Everything that was read, the definition included.
  public var inputs: [Entry]
  /// Everything that was written, but the manifest itself.
  public var outputs: [Entry]
  /// The definition, as the user gave it.
  public var definition: Entry
  /// This program.
  public var tool: Version
  /// The libraries that numbers or bytes depend on, in a fixed order.
  public var libraries: [Version]
  /// The fonts of outlined letters; none where no map has any.
  public var fonts: [Font]
  /// The seed of everything that draws at random.
  public var seed: UInt64

  /// A manifest; entries are put into order of their paths.
  public init(
    inputs: [Entry], outputs: [Entry], definition: Entry, tool: Version, libraries: [Version],
    fonts: [Font] = [], seed: UInt64
  ) {
    self.inputs = inputs.sorted { $0.path < $1.path }
    self.outputs = outputs.sorted { $0.path < $1.path }
    self.definition = definition
    self.tool = tool
    self.libraries = libraries
    self.fonts = fonts
    self.seed = seed
  }
}

extension PublishedFile {
  /// `manifest.json`. The seed is text, because it may exceed what JSON readers keep of a number.
  public static func manifest(_ manifest: Manifest) -> PublishedFile {
    func entries(_ list: [Manifest.Entry]) -> JSON { .array(list.map(\.json)) }
    var members: [(name: String, value: JSON)] = [
      ("tool", manifest.tool.json), ("libraries", .array(manifest.libraries.map(\.json))),
    ]
    if !manifest.fonts.isEmpty {
      members.append(("fonts", .array(manifest.fonts.map(\.json))))
    }
    members += [
      ("definition", manifest.definition.json), ("seed", .text(String(manifest.seed))),
      ("inputs", entries(manifest.inputs)), ("outputs", entries(manifest.outputs)),
    ]
    let document = JSON.object(members)
    return PublishedFile(path: "manifest.json", bytes: document.bytes)
  }
}

extension Manifest.Entry {
  fileprivate var json: JSON { ["path": .text(path), "sha256": .text(sha256)] }
}

extension Manifest.Font {
  fileprivate var json: JSON {
    [
      "path": .text(path), "package": .text(package), "licence": .text(licence),
      "sha256": .text(sha256),
    ]
  }
}

extension Manifest.Version {
  fileprivate var json: JSON {
    guard let sha256 else { return ["name": .text(name), "version": .text(version)] }
    return ["name": .text(name), "version": .text(version), "sha256": .text(sha256)]
  }
}
