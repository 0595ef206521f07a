internal import Indicators

extension String {
  /// Why no file may hold the text as it is, as a clause, and what to do; nil where every file may.
  var publishingFault: (what: String, remedy: String)? {
    // A text has at least as many bytes as UTF-16 units.
    if utf8.count > AtlasTable.longestText, utf16.count > AtlasTable.longestText {
      return (
        "has \(utf16.count) characters, more than the \(AtlasTable.longestText) of a workbook's cell",
        "shorten the text"
      )
    }
    return damage.map { ("cannot be published: \($0)", "correct the text where it comes from") }
  }
}
