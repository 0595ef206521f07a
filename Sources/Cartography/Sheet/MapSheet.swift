/// A finished map before it is drawn: every text in its language, every area with its fill.
///
/// A sheet is right on its own. From top to bottom it holds headline, subtitle, legend, map,
/// notes and credits; `svg(on:format:)` draws it.
public struct MapSheet: Sendable, Hashable {
  /// Prefix of all ids in the SVG; no two sheets on a page may share it.
  public var id: String
  /// Language code of all texts.
  public var language: String
  /// What the map finds.
  public var headline: String
  /// Measure, unit and period.
  public var subtitle: String
  /// A warning that stands out: that figures are stale. Nil where there is none.
  public var badge: String?
  /// The map in sentences, for `desc`.
  public var description: String
  /// What the areas are called, for a screen reader: `Provinces`.
  public var areasLabel: String
  /// The areas, in the order of the base map.
  public var areas: [MapArea]
  /// The maps of small multiples, in place of `areas`; empty for a single map.
  public var panels: [Panel]
  /// Where the names of areas may stand.
  public var labels: LabelRule
  /// What the fills mean.
  public var legend: Legend
  /// Lines under the map: national figure, missing values.
  public var notes: [String]
  /// Source and licence lines.
  public var credits: [String]
  /// What stands behind a distance: `km`, `m`.
  public var distanceUnits: DistanceUnits

  /// One map of several.
  public struct Panel: Sendable, Hashable {
    /// What stands over it.
    public var title: String
    /// Its areas, in the order of the base map.
    public var areas: [MapArea]

    /// A map with its title.
    public init(title: String, areas: [MapArea]) {
      self.title = title
      self.areas = areas
    }
  }

  /// Names of the units of length on a scale bar.
  public struct DistanceUnits: Sendable, Hashable {
    /// Kilometres.
    public var kilometres: String
    /// Metres.
    public var metres: String

    /// Names of both.
    public init(kilometres: String = "km", metres: String = "m") {
      self.kilometres = kilometres
      self.metres = metres
    }
  }

  /// A sheet of all its parts.
  public init(
    id: String, language: String, headline: String, subtitle: String, badge: String? = nil,
    description: String, areasLabel: String, areas: [MapArea], panels: [Panel] = [],
    labels: LabelRule = .anywhere, legend: Legend, notes: [String], credits: [String],
    distanceUnits: DistanceUnits = DistanceUnits()
  ) {
    self.id = id
    self.language = language
    self.headline = headline
    self.subtitle = subtitle
    self.badge = badge
    self.description = description
    self.areasLabel = areasLabel
    self.areas = areas
    self.panels = panels
    self.labels = labels
    self.legend = legend
    self.notes = notes
    self.credits = credits
    self.distanceUnits = distanceUnits
  }
}

extension MapSheet {
  /// The single maps: each panel as a sheet of its own, or the sheet itself.
  var maps: [MapSheet] {
    panels.isEmpty
      ? [self]
      : panels.enumerated().map { index, panel in
        var sheet = self
        sheet.id = "\(id)-\(index + 1)"
        sheet.areas = panel.areas
        sheet.areasLabel = panel.title
        sheet.panels = []
        return sheet
      }
  }
}
