internal import Diagnostics

extension Gazetteer {
  /// What a text that met no area may have meant, best first, at most three; printed, never
  /// applied.
  ///
  /// A text that is a code elsewhere, or one but for case and leading zeros, is proposed as
  /// that code. Otherwise names are compared by edit distance, and by their consonants (in
  /// Latin letters), which spellings of one name mostly share.
  func proposals(for text: String, in table: TableDefinition) -> [String] {
    let codes = codeProposals(for: text, in: table)
    if !codes.isEmpty { return Array(codes.prefix(3)) }
    return nameProposals(for: text).prefix(3).map(label)
  }

  private func codeProposals(for text: String, in table: TableDefinition) -> [String] {
    var proposals: [String] = []
    for (index, system) in systems.enumerated() where table.codeSystems.contains(system) {
      let bare = Self.withoutZeros(text)
      let near = areasByCode[index].filter { Self.withoutZeros($0.key) == bare }
      for (code, areas) in near.sorted(by: { $0.key < $1.key }) {
        proposals += areas.map { "\(code) for \(label($0))" }
      }
    }
    for (index, system) in systems.enumerated() where !table.codeSystems.contains(system) {
      for area in areasByCode[index][text] ?? [] {
        proposals.append("\(label(area)) by code system \(system)")
      }
    }
    return proposals
  }

  /// Upper case, without the zeros that open a run of digits.
  private static func withoutZeros(_ code: String) -> String {
    var result = ""
    for character in code.uppercased() {
      let followsDigit = result.last?.isNumber ?? false
      if character == "0", !followsDigit { continue }
      result.append(character)
    }
    return result
  }

  private func nameProposals(for text: String) -> [Int] {
    let name = nameRules.normalized(text)
    if name.isEmpty || name.count > 80 { return [] }
    let key = Self.consonants(name)
    var best: [Int: Int] = [:]
    for (area, other) in proposable {
      let reach = max(1, min(name.count, other.count) / 3)
      var distance = name.distance(to: other, atMost: reach) ?? Int.max
      let otherKey = Self.consonants(other)
      if key.count >= 3, let apart = key.distance(to: otherKey, atMost: key.count > 5 ? 1 : 0) {
        distance = min(distance, reach + apart)
      }
      if distance < best[area] ?? Int.max { best[area] = distance }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// The consonants of a name in Latin letters, doubled ones once.
  private static func consonants(_ name: String) -> String {
    var result = KhmerSpelling.consonants(name.unicodeScalars)
    if result.isEmpty { result = String(name.filter { $0.isLetter && !"aeiouyw".contains($0) }) }
    return result.reduce(into: "") { if $0.last != $1 { $0.append($1) } }
  }
}

extension String {
  /// Levenshtein's distance over characters, or nil where it exceeds `limit`.
  func distance(to other: String, atMost limit: Int) -> Int? {
    let first = Array(self)
    let second = Array(other)
    if abs(first.count - second.count) > limit { return nil }
    var previous = Array(0...second.count)
    var current = previous
    for (row, character) in first.enumerated() {
      current[0] = row + 1
      for (column, candidate) in second.enumerated() {
        current[column + 1] = Swift.min(
          previous[column + 1] + 1, current[column] + 1,
          previous[column] + (character == candidate ? 0 : 1))
      }
      swap(&previous, &current)
    }
    return previous[second.count] <= limit ? previous[second.count] : nil
  }
}
