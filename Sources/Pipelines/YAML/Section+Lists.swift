import Diagnostics
import Yams

extension Section {
  /// A list of numbers in `range`; a single number counts as a list of one.
  func numbers(_ key: String, in range: ClosedRange<Double>) -> [Double] {
    (list(key) ?? []).compactMap { entry in
      if let number = Double(entry.value), range.contains(number) { return number }
      log.add(
        "'\(entry.value)' is not possible in '\(shown(key))'", at: entry.place,
        remedy: "give numbers from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
  }

  /// A list of words of an enumeration.
  func words<Word: CaseIterable & RawRepresentable<String>>(_ key: String, _: Word.Type) -> [Word] {
    let words = Word.allCases.map(\.rawValue)
    return (list(key) ?? []).compactMap { entry in
      if let word = Word(rawValue: entry.value) { return word }
      let near = entry.value.nearest(in: words, limit: 1).first
      log.add(
        "'\(entry.value)' is not possible in '\(shown(key))'", at: entry.place,
        remedy: near.map { "did you mean '\($0)'?" }
          ?? "write some of \(words.joined(separator: ", "))")
      return nil
    }
  }

  /// The seed of a random generator.
  func seed(_ key: String) -> UInt64? { integer(key, in: 0...Int.max).map(UInt64.init) }

  /// The mappings of a list, `- {…}`; their path is `key.*`.
  func listedSections(_ key: String) -> [Section] {
    guard let node = node(key) else { return [] }
    log.keys.insert("\(pathOf(key)).*")
    guard case .sequence(let sequence) = node else {
      log.add(
        "'\(shown(key))' must be a list", at: Place(node, in: file),
        remedy: "write each entry as '- {key: value}'")
      return []
    }
    return sequence.map {
      Section($0, file: file, path: "\(pathOf(key)).*", shown: shown(key), log: log)
    }
  }
}
