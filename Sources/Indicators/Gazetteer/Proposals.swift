internal import Diagnostics
internal import Foundation

/// Finds what a text that met no area may have meant; printed, never applied.
///
/// A text that is a code elsewhere, or one but for case, leading zeros and invisible
/// characters, is proposed as that code. Otherwise names are compared by edit distance, and by
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
  }

  private let gazetteer: Gazetteer
  private let table: TableDefinition
  private let names: [Name]

  /// Proposals for the texts of one table. Takes a while for many areas, so it is made when
  /// the first text meets none.
  init(_ gazetteer: Gazetteer, table: TableDefinition) {
    self.gazetteer = gazetteer
    self.table = table
    names = gazetteer.proposable.map {
      Name(area: $0.area, letters: Array($0.name), consonants: Self.consonants($0.name))
    }
  }

  /// What the text may have meant, best first, at most three.
  func proposals(for text: String) -> [Proposal] {
    let codes = codeProposals(for: text)
    if !codes.isEmpty { return Array(codes.prefix(3)) }
    return nameProposals(for: text).prefix(3).map {
      Proposal(area: $0, text: gazetteer.label($0))
    }
  }

  private func codeProposals(for text: String) -> [Proposal] {
    var proposals: [Proposal] = []
    let bare = Self.bare(text)
    if bare.isEmpty { return [] }
    for (index, system) in gazetteer.systems.enumerated() where table.codeSystems.contains(system) {
      let near = gazetteer.areasByCode[index].filter { Self.bare($0.key) == bare }
      for (code, areas) in near.sorted(by: { $0.key < $1.key }) {
        proposals += areas.map {
          Proposal(area: $0, text: "\(code) for \(gazetteer.label($0))")
        }
      }
    }
    for (index, system) in gazetteer.systems.enumerated()
    where !table.codeSystems.contains(system) {
      for area in gazetteer.areasByCode[index][text] ?? [] {
        proposals.append(
          Proposal(area: area, text: "\(gazetteer.label(area)) by code system \(system)"))
      }
    }
    return proposals
  }

  /// Upper case and in ASCII digits, without spaces, invisible characters and the zeros that
  /// open a run of digits.
  private static func bare(_ code: String) -> String {
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

  private func nameProposals(for text: String) -> [Int] {
    let normalized = gazetteer.nameRules.normalized(text)
    let letters = Array(normalized)
    if letters.isEmpty || letters.count > 80 { return [] }
    let key = Self.consonants(normalized)
    var best: [Int: Int] = [:]
    for name in names {
      let reach = max(1, min(letters.count, name.letters.count) / 3)
      var distance = editDistance(letters, name.letters, atMost: reach) ?? Int.max
      if key.count >= 3,
        let apart = editDistance(key, name.consonants, atMost: key.count > 5 ? 1 : 0)
      {
        distance = min(distance, reach + apart)
      }
      if distance < best[name.area] ?? Int.max { best[name.area] = distance }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// The consonants of a name in Latin letters, doubled ones once.
  private static func consonants(_ name: String) -> [Character] {
    var result = KhmerSpelling.consonants(name.unicodeScalars)
    if result.isEmpty { result = String(name.filter { $0.isLetter && !"aeiouyw".contains($0) }) }
    return result.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
