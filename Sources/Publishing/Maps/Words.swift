/// The words of one language, with places to fill in.
struct Words: Sendable {
  /// Language code.
  let language: String
  private let table: [Word: String]

  /// Words of a language; what it lacks is said in English.
  ///
  /// - Parameter extra: wording from the definition by `Word`'s raw value; it goes first.
  init(language: String, extra: [String: String] = [:]) {
    self.language = language
    var table = Words.english
    if let own = Words.builtIn[language] { table.merge(own) { $1 } }
    for (key, text) in extra {
      if let word = Word(rawValue: key) { table[word] = text }
    }
    self.table = table
  }

  /// The languages that have words of their own.
  static let builtIn = ["en": english, "km": khmer]

  /// A word or template as it stands.
  subscript(word: Word) -> String { table[word] ?? word.rawValue }

  /// A template with its places filled in; what is filled in is not looked at again.
  func callAsFunction(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
    var text = ""
    var rest = Substring(self[word])
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      text += values.first { $0.key == name }?.value.isolatedUnlessInParts ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// A word at the head of a line or sentence, explained.
  func headed(_ word: Word) -> String { Words.headed(self[word.explained]) }

  /// A word whose explanation holds numbers, at the head of a line.
  func headed(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
    Words.headed(self(word, values))
  }

  /// The text with its first letter in upper case.
  static func headed(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// `A`, `A and B`, `A, B and C`.
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: self[.list]) + self[.and] + last
  }
}

extension Atlas {
  /// The languages in which maps and pages have words of their own.
  public static var languagesWithWords: [String] { Words.builtIn.keys.sorted() }
}
