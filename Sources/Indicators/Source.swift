/// Where figures or boundaries come from, and on what terms.
public struct Source: Sendable, Hashable {
  /// The name that indicators and tables use for it.
  public var id: String
  /// Title of the publication.
  public var title: String
  /// Who published it.
  public var publisher: String
  /// Year of publication as printed; `n.d.` where unknown.
  public var year: String
  /// Where in it, or where to find it.
  public var location: String
  /// Licence or terms of use.
  public var licence: String

  /// A source.
  public init(
    id: String, title: String, publisher: String, year: String, location: String, licence: String
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.year = year
    self.location = location
    self.licence = licence
  }
}
