/// Something wrong with what the user gave us: where, what, and what to do about it.
///
/// Its text is one line: `where: what; remedy`.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where it stands; nil when it belongs to no single place.
  public var place: Place?
  /// What is wrong, with the offending text in single quotes.
  public var what: String
  /// What the user can do about it, as an instruction; nil only where nothing can be done.
  public var remedy: String?

  /// A problem at `place`.
  public init(_ what: String, at place: Place? = nil, remedy: String? = nil) {
    self.place = place
    self.what = what
    self.remedy = remedy
  }

  /// `where: what; remedy`, leaving out the parts that are missing.
  public var description: String {
    var text = place.map { "\($0): " } ?? ""
    text += what
    if let remedy { text += "; \(remedy)" }
    return text
  }
}
