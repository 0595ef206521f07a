/// What a text in a column of flags means.
public enum Flag: Sendable, Hashable {
  /// The row's value has this status.
  case status(Status)
  /// The row is a figure for several areas together: it belongs to no area, and is never
  /// printed as national.
  case pooled

  /// Every status under its published name, with `_` for a space too, and `pooled`.
  public static let customary: [String: Flag] = {
    var flags: [String: Flag] = ["pooled": .pooled]
    for status in Status.allCases {
      flags[status.rawValue] = .status(status)
      flags[status.rawValue.replacing(" ", with: "_")] = .status(status)
    }
    return flags
  }()
}
