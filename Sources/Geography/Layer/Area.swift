/// One area of a layer: a code, names to print, and its pieces.
public struct Area: Sendable, Hashable {
  /// The key other tables join to. Text, never a number: `04` is not `4`.
  public var code: String
  /// Names to print, by language.
  public var name: LocalizedText
  /// The pieces; never empty.
  public var polygons: [Polygon]

  /// What to print for it: its name in `language` or the nearest other, else its code.
  public func label(in language: String) -> String {
    let text = name.text(in: language)
    return text.isEmpty ? code : text
  }

  /// An area of one or more pieces.
  public init(code: String, name: LocalizedText, polygons: [Polygon]) {
    self.code = code
    self.name = name
    self.polygons = polygons
  }
}
