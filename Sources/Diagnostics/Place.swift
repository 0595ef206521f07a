/// Where something stands in an input: a file, and as much of line, column,
/// sheet row or feature as is known.
///
/// Its text is `file`, `file:line`, `file:line:column` or `file (detail)`,
/// the form that editors and terminals make clickable.
public struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The file as the definition names it, or as the user gave it.
  public var file: String
  /// Line, counted from 1; nil where the file as a whole is meant.
  public var line: Int?
  /// Column in characters, counted from 1.
  public var column: Int?
  /// For files without lines: `sheet 'Data', row 7` or `layer 'areas', feature 12`.
  public var detail: String?

  /// A place in `file`; leave out what is not known.
  public init(file: String, line: Int? = nil, column: Int? = nil, detail: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.detail = detail
  }

  /// The place as people and editors read it.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    if let detail { text += " (\(detail))" }
    return text
  }

  /// Orders by file, then line, then column, then detail.
  public static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line ?? 0, left.column ?? 0, left.detail ?? "")
      < (right.file, right.line ?? 0, right.column ?? 0, right.detail ?? "")
  }
}
