/// The names of the columns of the table of areas: those that ids bring, and those that they must
/// not take.
public enum ColumnNames {
  /// Names that a format or a reader keeps for itself. None of them may be an id.
  public static let reserved: Set<String> = [
    "area_code", "cmax", "cmin", "ctid", "fid", "geom", "geometry", "id", "name", "ogc_fid",
    "properties", "release", "rowid", "tableoid", "type", "xmax", "xmin",
  ]

  /// The most bytes a name may have: what PostgreSQL keeps of it.
  public static let greatestLength = 63

  /// The most columns of a table: SQLite's 2,000 but for a layer's own two, `fid` and `geom`.
  static let greatestCount = 1_998

  /// The most letters an id may have, so that none of its columns is too long.
  public static var greatestIDLength: Int {
    let endings = (ofIndicator("") + ofIndex("")).map(\.utf8.count)
    return greatestLength - (endings.max() ?? 0)
  }

  /// The columns of an indicator, those of errors and of an earlier day included.
  public static func ofIndicator(_ id: String) -> [String] {
    [id, "\(id)_status", "\(id)_last_read"] + errors.map { "\(id)_\($0)" }
  }

  private static let errors = ["se", "ci_low", "ci_high"]

  /// Whether a column tells how sure a figure is; there are none where no figure of a release has
  /// an error.
  static func isError(_ name: String) -> Bool { errors.contains { name.hasSuffix("_\($0)") } }

  /// The columns of an index and of the hotspots on it.
  public static func ofIndex(_ id: String) -> [String] {
    let scores = [
      "score", "score_low", "score_high", "rank", "rank_low", "rank_high", "coverage", "drivers",
      "severity_share",
    ]
    let hotspots = [
      "gi_z", "gi_p", "gi_p_adjusted", "gi_p_min", "gi_method", "cluster", "hotspot",
      "hotspot_stability",
      "hotspot_reason",
    ]
    return (scores + hotspots).map { "\(id)_\($0)" }
  }
}
