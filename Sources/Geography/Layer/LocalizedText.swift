/// The same text in several languages, keyed by language code (`en`, `km`).
public struct LocalizedText: Sendable, Hashable {
  /// Text by language code.
  public var texts: [String: String]

  /// The given texts by language code.
  public init(_ texts: [String: String] = [:]) {
    self.texts = texts
  }

  /// The text in `language`, or nil where it was not given.
  public subscript(language: String) -> String? { texts[language] }

  /// The text in `language`, else in English, else in the first language by code, else empty.
  public func text(in language: String) -> String {
    texts[language] ?? texts["en"] ?? texts.min { $0.key < $1.key }?.value ?? ""
  }
}
