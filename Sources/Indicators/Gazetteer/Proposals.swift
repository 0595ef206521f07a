internal import Diagnostics
internal import Foundation

/// Finds what a text that met no area may have meant; printed, never applied.
///
/// A text that is a code elsewhere, or one but for case, leading zeros and invisible
/// characters, punctuation and letters that look like digits, is proposed as that code. Otherwise names are compared by edit distance, and by
/// their consonants in Latin letters, which spellings of one name mostly share.
struct Proposals {
  /// A code or name that may have been meant.
  struct Proposal: Hashable {
    var area: Int
    var text: String
  }

  private struct Name {
    var area: Int
    var letters: [Character]
    var consonants: [Character]
    /// Which letters there are, one bit for several.
    var bits: UInt64
    var keyBits: UInt64
  }

  private struct Code {
    var system: String
    var code: String
    var area: Int
  }

  private let gazetteer: Gazetteer
  private let table: TableDefinition
  private let names: [Name]
  /// Codes of all systems by their bare form, in the order of systems and codes.
  private let codes: [String: [Code]]
  /// The same by their folded form.
  private let foldedCodes: [String: [Code]]

  /// Proposals for the texts of one table. Takes a while for many areas, so it is made when
  /// the first text meets none.
  init(_ gazetteer: Gazetteer, table: TableDefinition) {
    self.gazetteer = gazetteer
    self.table = table
    names = gazetteer.proposable.map {
      let consonants = Self.consonants($0.name)
      return Name(
        area: $0.area, letters: Array($0.name), consonants: consonants, bits: Self.bits($0.name),
        keyBits: Self.bits(String(consonants)))
    }
    var codes: [String: [Code]] = [:]
    var foldedCodes: [String: [Code]] = [:]
    for (system, areas) in zip(gazetteer.systems, gazetteer.areasByCode) {
      for (code, areas) in areas.sorted(by: { $0.key < $1.key }) {
        let entries = areas.map { Code(system: system, code: code, area: $0) }
        codes[Self.bare(code), default: []] += entries
        foldedCodes[Self.folded(code), default: []] += entries
      }
    }
    self.codes = codes
    self.foldedCodes = foldedCodes
  }

  /// What the text may have meant, best first, at most three.
  func proposals(for text: String, foldsCodes: Bool = true) -> [Proposal] {
    let codes = codeProposals(for: text, foldsCodes: foldsCodes)
    if !codes.isEmpty { return Array(codes.prefix(3)) }
    return nameProposals(for: text).prefix(3).map {
      Proposal(area: $0, text: gazetteer.label($0))
    }
  }

  /// Codes of the table's systems, else those of others: as they are written there, else but for
  /// case, zeros and the like. An area is proposed once.
  private func codeProposals(for text: String, foldsCodes: Bool) -> [Proposal] {
    let bare = Self.bare(text)
    if bare.isEmpty { return [] }
    let hasDigit = bare.utf8.contains { (0x30...0x39).contains($0) }
    let near = codes[bare] ?? (foldsCodes && hasDigit ? foldedCodes[Self.folded(text)] : nil) ?? []
    var proposals: [Proposal] = []
    func add(_ entries: [Code], _ proposal: (Code, String) -> String) {
      for entry in entries where !proposals.contains(where: { $0.area == entry.area }) {
        let label = gazetteer.label(entry.area)
        proposals.append(Proposal(area: entry.area, text: proposal(entry, label)))
      }
    }
    let others = near.filter { !table.codeSystems.contains($0.system) }
    add(near.filter { table.codeSystems.contains($0.system) }) { "\($0.code) for \($1)" }
    add(others.filter { $0.code == text }) { "\($1) by code system \($0.system)" }
    if proposals.isEmpty {
      add(others) { "\($0.code) for \($1) by code system \($0.system)" }
    }
    return proposals
  }

  /// Upper case and in ASCII digits, without spaces, invisible characters and the zeros that
  /// open a run of digits.
  static func bare(_ code: String) -> String {
    var result = ""
    var followsDigit = false
    for scalar in code.precomposedStringWithCompatibilityMapping.uppercased().unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint {
        continue
      }
      if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
        if digit > 0 || followsDigit { result += String(Int(digit)) }
        followsDigit = followsDigit || digit > 0
      } else {
        result.unicodeScalars.append(scalar)
        followsDigit = false
      }
    }
    return result
  }

  /// The bare form without punctuation, and with the letters O, I and L, which are taken for
  /// digits, as such.
  static func folded(_ code: String) -> String {
    let digits: [Character: Character] = ["O": "0", "I": "1", "L": "1"]
    let text = code.precomposedStringWithCompatibilityMapping.uppercased()
    return bare(String(text.filter { $0.isLetter || $0.isNumber }.map { digits[$0] ?? $0 }))
  }

  private func nameProposals(for text: String) -> [Int] {
    let normalized = gazetteer.nameRules.normalized(text)
    let letters = Array(normalized)
    if letters.isEmpty || letters.count > 80 { return [] }
    let key = Self.consonants(normalized)
    let bits = Self.bits(normalized)
    let keyBits = Self.bits(String(key))
    var best: [Int: Int] = [:]
    for name in names {
      let reach = max(1, min(letters.count, name.letters.count) / 3)
      // Each letter that one of them lacks takes an edit.
      let lacking = max((bits & ~name.bits).nonzeroBitCount, (name.bits & ~bits).nonzeroBitCount)
      var distance =
        lacking > reach ? Int.max : editDistance(letters, name.letters, atMost: reach) ?? Int.max
      if key.count >= 3, key == name.consonants {
        distance = min(distance, reach)
      } else if key.count > 5,
        max((keyBits & ~name.keyBits).nonzeroBitCount, (name.keyBits & ~keyBits).nonzeroBitCount)
          <= 1,
        let apart = editDistance(key, name.consonants, atMost: 1)
      {
        distance = min(distance, reach + apart)
      }
      if distance < best[name.area] ?? Int.max { best[name.area] = distance }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  private static func bits(_ name: String) -> UInt64 {
    name.unicodeScalars.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }

  /// The consonants of a name in Latin letters, doubled ones once.
  private static func consonants(_ name: String) -> [Character] {
    var result = KhmerSpelling.consonants(name.unicodeScalars)
    if result.isEmpty { result = String(name.filter { $0.isLetter && !"aeiouyw".contains($0) }) }
    return result.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
