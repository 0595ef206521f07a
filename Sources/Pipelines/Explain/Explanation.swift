import Diagnostics
public import Geography
public import Indicators

/// Where everything comes from that an atlas says of one area, and why.
public struct Explanation: Sendable, Hashable {
  /// The value of one indicator and its origin.
  public struct Figure: Sendable, Hashable {
    /// What is measured.
    public var indicator: Indicator
    /// The value, or the reason there is none, with file, line and rule.
    public var cell: IndicatorValue
    /// Titles of the sources.
    public var sources: [String]
    /// The area set that the table is written for; nil for that of the boundaries.
    public var areaSet: String?
  }

  /// One indicator's part of a score.
  public struct Part: Sendable, Hashable {
    /// Identifier of the indicator.
    public var indicator: String
    /// Its value on the common scale, higher is worse; nil where its weight is 0.
    public var normalized: Double?
    /// Its weight in this area, 0–1; the weights add up to 1.
    public var weight: Double
    /// Its part of the score: `normalized` · `weight` under arithmetic means. The points add up to
    /// the score.
    public var points: Double
  }

  /// What an index says of the area.
  public struct Score: Sendable, Hashable {
    /// Identifier of the index.
    public var id: String
    /// What it is called, by language.
    public var title: LocalizedText
    /// The score; nil where there is none.
    public var score: Double?
    /// 1 for the worst of the scored areas.
    public var rank: Int?
    /// How many areas have a score.
    public var scoredAreas: Int
    /// Share of the index, 0–1 by weight, that has a usable value here.
    public var coverage: Double
    /// The parts of the score, largest first.
    public var parts: [Part]
    /// Values that were changed before they were scored: from what to what, and by which rule.
    public var changed: [String]
    /// Indicators of the index that have no part here, and why.
    public var missing: [String]
    /// Parts of the index that are scored nowhere, and why.
    public var notScored: [String]
    /// Whether the area is a hotspot.
    public var isHotspot: Bool
    /// Why it is one, or is not.
    public var verdict: String
    /// p of the local test, adjusted p and the smallest p that the area could reach.
    public var test: String?
  }

  /// Code of the area.
  public var code: String
  /// Its name, by language.
  public var name: LocalizedText
  /// The figures in the order of the definition.
  public var figures: [Figure]
  /// The indexes in the order of the definition.
  public var scores: [Score]
}
