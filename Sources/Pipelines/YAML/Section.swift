import Diagnostics
import Foundation
import Geography
import Yams

/// One mapping of the definition while it is read.
///
/// Each accessor takes a key, notes what is wrong with its value in the log and
/// returns a value that lets the reading go on, so that all problems are found in
/// one go. `finish()` reports the keys that nobody asked for.
struct Section {
  let log: ProblemLog
  let file: String
  /// Names of the keys above with `*` for free names: `indicators.*` for one indicator.
  let path: String
  /// The same with the names as they are, for messages: `indicators.internet_use_women`.
  let shown: String
  /// Where the mapping stands.
  let place: Place
  let entries: [(key: String, keyPlace: Place, node: Node)]

  init(_ node: Node, file: String, path: String = "", shown: String? = nil, log: ProblemLog) {
    self.log = log
    self.file = file
    self.path = path
    self.shown = shown ?? path
    place = Place(node, in: file)
    guard case .mapping(let mapping) = node else {
      entries = []
      if !node.isEmptyScalar {
        log.add(
          "\(self.shown.isEmpty ? "the definition" : "'\(self.shown)'") is not a list of keys and values",
          at: place, remedy: "write 'key: value' lines below it")
      }
      return
    }
    entries = mapping.map { key, value in
      (key.scalar?.string ?? "", Place(key, in: file), value)
    }
  }

  func node(_ key: String) -> Node? {
    log.keys.insert(pathOf(key))
    return entries.first { $0.key == key && !$0.node.isEmptyScalar }?.node
  }

  func pathOf(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The full name of a key for messages.
  func shown(_ key: String) -> String { shown.isEmpty ? key : "\(shown).\(key)" }

  /// Where the value of `key` stands, or the mapping where it is missing.
  func place(of key: String) -> Place {
    entries.first { $0.key == key }.map { Place($0.node, in: file) } ?? place
  }

  /// Whether the key is there with a value.
  func has(_ key: String) -> Bool { node(key) != nil }

  func reportMissing(_ key: String, remedy: String? = nil) {
    log.add(
      "'\(key)' is missing\(shown.isEmpty ? "" : " in '\(shown)'")", at: place,
      remedy: remedy ?? "add '\(key): …'")
  }

  /// Reports every key that no accessor has asked for.
  func finish() {
    let prefix = path.isEmpty ? "" : path + "."
    let known = log.keys.filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
      .filter { !$0.contains(".") && $0 != "*" }.sorted()
    for entry in entries where !known.contains(entry.key) {
      let near = entry.key.nearest(in: known, limit: 1).first
      log.add(
        "unknown key '\(entry.key)'\(shown.isEmpty ? "" : " in '\(shown)'")", at: entry.keyPlace,
        remedy: near.map { "did you mean '\($0)'?" }
          ?? "the keys here are \(known.joined(separator: ", "))")
    }
  }
}

extension Place {
  /// Where a node of `file` begins.
  init(_ node: Node, in file: String) {
    self.init(file: file, line: node.mark?.line, column: node.mark?.column)
  }
}

extension Node {
  /// `key:` with nothing after it, which counts as not given.
  var isEmptyScalar: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }
}
