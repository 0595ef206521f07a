internal import Foundation

/// What counts as the same name; each step can be switched off.
///
/// Names only: a code is compared whole, always.
public struct NameRules: Sendable, Hashable {
  /// `TAKEO` is `Takeo`.
  public var foldsCase: Bool
  /// `Rôtânôkiri` is `Rotanokiri`; also æ, ø, đ, ł, ß and the like. Signs of scripts
  /// other than Latin, Greek and Cyrillic are vowels, not ornaments, and stay.
  public var foldsDiacritics: Bool
  /// `Siem Reap`, `Siem-Reap` and `Siemreap` are one: spaces and punctuation do not count.
  public var ignoresPunctuation: Bool
  /// Zero-width spaces and joiners, soft hyphens and direction marks do not count.
  public var ignoresInvisible: Bool
  /// Khmer spellings that look alike are one: ត្ត and ត្ដ, and signs typed in another order.
  public var foldsKhmer: Bool
  /// Words for the kind of area that may stand before or after a name: `Province`, `ខេត្ត`.
  public var areaWords: [String]

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
    var text = folded
    for word in areaWords.lazy.map(folded(_:)) where !word.isEmpty {
      text = removing(word, from: text)
    }
    guard ignoresPunctuation else { return text.trimmingSpaces }
    let kept = text.unicodeScalars.filter { !Self.isPunctuation($0) }
    // A name of nothing but such words and signs is itself.
    return kept.isEmpty ? folded : String(String.UnicodeScalarView(kept))
  }

  private func folded(_ name: String) -> String {
    var scalars = Array(name.decomposedStringWithCanonicalMapping.unicodeScalars)
    if ignoresInvisible { scalars.removeAll(where: Self.isInvisible) }
    if foldsKhmer { scalars = KhmerSpelling.folded(scalars) }
    if foldsDiacritics { scalars.removeAll { (0x300...0x36F).contains($0.value) } }
    var text = String(String.UnicodeScalarView(scalars))
    if foldsCase { text = text.lowercased() }
    if foldsDiacritics {
      for (letter, plain) in Self.letters { text = text.replacing(letter, with: plain) }
    }
    return text.precomposedStringWithCanonicalMapping
  }

  /// Takes the word from either end, where something is left. A Latin word must stand alone;
  /// Khmer is written without spaces.
  private func removing(_ word: String, from text: String) -> String {
    let standsAlone = word.unicodeScalars.allSatisfy { $0.value < 0x250 }
    let text = text.trimmingSpaces
    func rest(_ rest: Substring, _ neighbour: Unicode.Scalar?) -> String? {
      guard let neighbour, !standsAlone || Self.isPunctuation(neighbour) else { return nil }
      let left = String(rest).trimmingSpaces
      return left.unicodeScalars.allSatisfy(Self.isPunctuation) ? nil : left
    }
    if text.hasPrefix(word) {
      let left = text.dropFirst(word.count)
      if let left = rest(left, left.unicodeScalars.first) { return left }
    }
    if text.hasSuffix(word) {
      let left = text.dropLast(word.count)
      if let left = rest(left, left.unicodeScalars.last) { return left }
    }
    return text
  }

  private static let letters = [
    ("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("đ", "d"), ("ð", "d"), ("ł", "l"), ("ß", "ss"),
    ("þ", "th"), ("ı", "i"), ("ħ", "h"),
  ]

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // U+17B4 and U+17B5 are Khmer inherent vowels, which are never drawn.
    scalar.properties.generalCategory == .format || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.value == 0x17B4 || scalar.value == 0x17B5
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .dashPunctuation,
      .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .connectorPunctuation, .otherPunctuation, .modifierLetter, .modifierSymbol:
      true
    default: false
    }
  }
}
