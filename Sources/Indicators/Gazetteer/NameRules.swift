internal import Foundation

/// What counts as the same name; each step can be switched off.
///
/// Names only: a code is compared whole, always.
public struct NameRules: Sendable, Hashable {
  /// `TAKEO` is `Takeo`.
  public let foldsCase: Bool
  /// `Rôtânôkiri` is `Rotanokiri`; also æ, ø, đ, ł, ß and the like. Signs of scripts
  /// other than Latin, Greek and Cyrillic are vowels, not ornaments, and stay.
  public let foldsDiacritics: Bool
  /// `Siem Reap`, `Siem-Reap` and `Siemreap` are one: spaces and punctuation do not count.
  public let ignoresPunctuation: Bool
  /// Zero-width spaces and joiners, soft hyphens and direction marks do not count.
  public let ignoresInvisible: Bool
  /// Khmer spellings that look alike are one: ត្ត and ត្ដ, and signs typed in another order.
  public let foldsKhmer: Bool
  /// Words for the kind of area that may stand before or after a name: `Province`, `ខេត្ត`.
  public let areaWords: [String]
  private var foldedWords: [[Unicode.Scalar]] = []

  /// Rules; every step is on unless said otherwise.
  public init(
    foldsCase: Bool = true, foldsDiacritics: Bool = true, ignoresPunctuation: Bool = true,
    ignoresInvisible: Bool = true, foldsKhmer: Bool = true,
    areaWords: [String] = NameRules.customaryAreaWords
  ) {
    self.foldsCase = foldsCase
    self.foldsDiacritics = foldsDiacritics
    self.ignoresPunctuation = ignoresPunctuation
    self.ignoresInvisible = ignoresInvisible
    self.foldsKhmer = foldsKhmer
    self.areaWords = areaWords
    foldedWords = areaWords.map(folded).filter { !$0.isEmpty }
  }

  /// Words for provinces, towns and districts, in English and Khmer and as Khmer is romanised.
  public static let customaryAreaWords = [
    "Province of", "Province", "Municipality of", "Municipality", "Capital City of", "Capital",
    "City", "District", "Khaet", "Khett", "Khet", "Krong", "Kroŭng", "Reach Theani",
    "Reachtheani", "រាជធានី", "ខេត្ត", "ខេត្ដ", "ក្រុង", "ស្រុក",
  ]

  /// The form under which equal names are equal.
  public func normalized(_ name: String) -> String {
    let folded = folded(name)
    var scalars = folded[...]
    for word in foldedWords { remove(word, from: &scalars) }
    if ignoresPunctuation {
      scalars = scalars.filter { !Self.isPunctuation($0) }[...]
    } else {
      scalars = Self.trimmed(scalars)
    }
    // A name of nothing but such words and signs is itself.
    return String(String.UnicodeScalarView(scalars.isEmpty ? folded[...] : scalars))
  }

  private func folded(_ name: String) -> [Unicode.Scalar] {
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      return (foldsCase ? name.lowercased() : name).unicodeScalars.map { $0 }
    }
    var scalars = Array(name.decomposedStringWithCanonicalMapping.unicodeScalars)
    if ignoresInvisible { scalars.removeAll(where: Self.isInvisible) }
    if foldsKhmer { scalars = KhmerSpelling.folded(scalars) }
    if foldsDiacritics { scalars.removeAll { (0x300...0x36F).contains($0.value) } }
    if foldsCase {
      scalars = scalars.flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
    }
    if foldsDiacritics {
      scalars = scalars.flatMap { Array((Self.letters[$0] ?? String($0)).unicodeScalars) }
    }
    return scalars
  }

  /// Takes the word from either end, where something is left. A Latin word must stand alone;
  /// Khmer is written without spaces.
  private func remove(_ word: [Unicode.Scalar], from text: inout ArraySlice<Unicode.Scalar>) {
    guard text.count > word.count else { return }
    let standsAlone = word.allSatisfy { $0.value < 0x250 }
    for isFront in [true, false] {
      guard isFront ? text.starts(with: word) : text.suffix(word.count).elementsEqual(word)
      else { continue }
      let rest = isFront ? text.dropFirst(word.count) : text.dropLast(word.count)
      let neighbour = isFront ? rest.first : rest.last
      guard let neighbour, !standsAlone || Self.isPunctuation(neighbour),
        !rest.allSatisfy(Self.isPunctuation)
      else { continue }
      text = Self.trimmed(rest)
      return
    }
  }

  private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var text = text.drop { $0.properties.isWhitespace }
    while text.last?.properties.isWhitespace == true { text.removeLast() }
    return text
  }

  private static let letters: [Unicode.Scalar: String] = [
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "þ": "th",
    "ı": "i", "ħ": "h",
  ]

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // U+17B4 and U+17B5 are Khmer inherent vowels, which are never drawn.
    scalar.properties.generalCategory == .format || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.value == 0x17B4 || scalar.value == 0x17B5
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) { return false }
    return switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .connectorPunctuation, .otherPunctuation, .modifierLetter, .modifierSymbol:
      true
    default: false
    }
  }
}
