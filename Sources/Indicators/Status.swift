/// What a published value is worth, or why there is none. The texts are published names.
public enum Status: String, Sendable, Hashable, CaseIterable {
  /// As the source gives it.
  case ok
  /// Moved between area sets or otherwise computed from the source's figures.
  case estimated
  /// The source may still revise it.
  case preliminary
  /// The source gives a round number only.
  case rounded
  /// The last good value, because tonight's could not be read.
  case stale
  /// Shown, but outside index and statistics.
  case unreliable
  /// The source has no value.
  case noData = "no data"
  /// Withheld, because too few people stand behind it.
  case suppressed
  /// The question does not arise here.
  case notApplicable = "not applicable"

  /// Whether a value stands beside this status.
  public var hasValue: Bool {
    switch self {
    case .ok, .estimated, .preliminary, .rounded, .stale, .unreliable: true
    case .noData, .suppressed, .notApplicable: false
    }
  }
}
