import Diagnostics
import Yams

extension Section {
  /// The mapping below `key`, or nil when it is not there.
  func section(_ key: String, required: Bool = false) -> Section? {
    guard let node = node(key) else {
      if required { reportMissing(key, remedy: "add a section '\(key):'") }
      return nil
    }
    return Section(node, file: file, path: pathOf(key), shown: shown(key), log: log)
  }

  /// The named mappings below `key`, in the order of the file; their path is `key.*`.
  func namedSections(_ key: String) -> [(name: Placed<String>, section: Section)] {
    guard let outer = section(key) else { return [] }
    log.keys.insert("\(outer.path).*")
    return outer.entries.map { entry in
      let inner = Section(
        entry.node, file: file, path: "\(outer.path).*", shown: outer.shown(entry.key), log: log)
      return (Placed(entry.key, at: entry.keyPlace), inner)
    }
  }

  /// The `name: value` pairs below `key`, in the order of the file.
  func pairs(_ key: String) -> [(name: Placed<String>, value: Placed<String>)]? {
    guard let outer = section(key) else { return nil }
    defer { outer.forgetKeys() }
    return outer.entries.compactMap { entry in
      outer.text(entry.key).map {
        (Placed(entry.key, at: entry.keyPlace), Placed($0, at: Place(entry.node, in: file)))
      }
    }
  }

  /// Takes free names (languages, codes) out of the list of known keys; stands for them as `*`.
  func forgetKeys() {
    for entry in entries { log.keys.remove(pathOf(entry.key)) }
    log.keys.insert("\(path).*")
  }
}
