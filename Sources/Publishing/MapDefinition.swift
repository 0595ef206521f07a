public import Cartography
import Diagnostics
public import Geography

/// A map to draw, as the definition asks for it.
public struct MapDefinition: Sendable, Hashable {
  /// What the map shows.
  public enum Subject: Sendable, Hashable {
    /// An indicator, by id.
    case indicator(String)
    /// The score of an index, by id.
    case index(String)
    /// Severity and clustering of an index, by id.
    case hotspots(String)
    /// How many of some indicators an area has, by id; all where none are named.
    case evidence([String])
    /// Two measures in three classes each, by id of an indicator or index.
    case bivariate(String, String)
    /// Circles as large as an indicator's values, coloured by a measure where one is named.
    case symbols(size: String, color: String?)
    /// Several measures side by side in the same classes.
    case multiples([String])
    /// A measure with each area as one square.
    case tiles(String)
    /// A measure with each area as a circle as large as an indicator's value.
    case cartogram(String, size: String)
  }

  /// File stem of the map, without a dot: `divide-hotspots`.
  public var id: String
  /// What the map shows.
  public var subject: Subject
  /// Headline in place of the generated one, by language.
  public var title: LocalizedText?
  /// How values are put into classes: `fisher-jenks`, `quantile`, …
  public var classification: String
  /// How many classes; nil takes five, or as many as there are distinct values.
  public var classCount: Int?
  /// Upper bounds of `manual` classes, which they make; empty otherwise.
  public var classBounds: [Double]
  /// Name of the palette.
  public var palette: String
  /// How far its lines are simplified.
  public var detail: Detail
  /// Maps of indicators and indexes that name the same series have the same classes, made of the
  /// values of all of them; nil for classes of its own.
  public var series: String?

  /// A map.
  public init(
    id: String, subject: Subject, title: LocalizedText? = nil,
    classification: String = "fisher-jenks", classCount: Int? = nil, classBounds: [Double] = [],
    palette: String = "YlOrBr", detail: Detail = .standard, series: String? = nil
  ) {
    self.id = id
    self.subject = subject
    self.title = title
    self.classification = classBounds.isEmpty ? classification : "manual"
    self.classCount = classCount
    self.classBounds = classBounds
    self.palette = palette
    self.detail = detail
    self.series = series
  }
}

extension MapDefinition {
  /// What `body` gives; a problem it throws names the map.
  func naming<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let problem as Problem {
      throw Problem("map '\(id)': \(problem.what)", at: problem.place, remedy: problem.remedy)
    }
  }
}
