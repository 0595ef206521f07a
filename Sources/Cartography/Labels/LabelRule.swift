/// Where the names of areas may stand.
public enum LabelRule: Sendable, Hashable {
  /// In the area, else beside the map at the end of a line, else as a number with a key below.
  case anywhere
  /// In the area, else as a number: for shapes that stand so close that lines would cross them.
  case inAreas
  /// In the area or at the end of a line, else nowhere: for small maps without a key.
  case withoutKey
}
