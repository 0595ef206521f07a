import Foundation

/// Results of long stages, kept by what they were made from, so that a changed palette draws the
/// maps anew without doing the statistics again.
///
/// The program is part of what a result is made from, so one of another version is never used. A
/// file that is not what was written is made anew. Short stages are not worth their file.
struct StageCache {
  private let folder: ReleaseFolder
  /// A digest of everything that the stages depend on; nil where that cannot be told.
  private let key: String?
  /// Shorter stages are not kept.
  private let worthwhile: Duration

  /// A cache in the folder of a pipeline.
  init(in folder: ReleaseFolder, key: String?, worthwhile: Duration = .milliseconds(500)) {
    self.folder = folder
    self.key = key
    self.worthwhile = worthwhile
  }

  /// The result of the work: as it was kept, or else done now.
  func value<Value: Codable>(_ stage: String, _ work: () throws -> Value) rethrows -> Value {
    guard let key else { return try work() }
    let stages = folder.cache.appending(path: "stages", directoryHint: .isDirectory)
    let file = stages.appending(path: "\(stage)-\(key.prefix(24))")
    if let kept: Value = StageCache.read(file) { return kept }
    let clock = ContinuousClock()
    let start = clock.now
    let value = try work()
    guard clock.now - start >= worthwhile, let payload = try? JSONEncoder().encode(value) else {
      return value
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: stages.path)) ?? []
    for name in names where name.hasPrefix("\(stage)-") {
      try? FileManager.default.removeItem(at: stages.appending(path: name))
    }
    // It is a cache: what cannot be kept is made again.
    try? folder.replace(file, by: [UInt8](CheckedFile.sealed(payload)))
    return value
  }

  private static func read<Value: Codable>(_ file: URL) -> Value? {
    CheckedFile.payload(of: file).flatMap { try? JSONDecoder().decode(Value.self, from: $0) }
  }
}

extension Provenance {
  /// What stages depend on that do not draw: everything but the parts of the definition that say
  /// how things look; nil where that cannot be told.
  func stageKey(of definition: PipelineDefinition) -> String? {
    guard let text = try? String(contentsOf: definition.file.url, encoding: .utf8),
      let program = try? Program.identity(), !readsDatabase
    else { return nil }
    let parts = inputs.dropFirst().map { ($0.path, $0.sha256) }
    let part = ("definition", sha256Hex(of: Array(Provenance.withoutLooks(text).utf8)))
    return Fingerprint(
      program: program, inputs: parts + [part],
      settings: libraries.map { "\($0.name) \($0.version)" }
    ).text
  }

  /// A definition without its top-level keys that only say how things look. An anchor in them may
  /// be used elsewhere; then they stay.
  static func withoutLooks(_ text: String) -> String {
    let looks: Set<Substring> = ["maps", "title", "languages", "formats", "publish", "keep"]
    var (kept, left) = ("", "")
    var isLeft = false
    for line in text.split(separator: "\n") {
      if let first = line.first, !first.isWhitespace, first != "#" {
        isLeft = line.firstIndex(of: ":").map { looks.contains(line[..<$0]) } ?? false
      }
      if isLeft { left += line + "\n" } else { kept += line + "\n" }
    }
    return left.contains("&") ? text : kept
  }
}
