/// What the first bytes of a file say it is, where that is no table of UTF-8 text.
enum FileKind {
  /// Opening bytes, what they belong to, and what to do instead.
  private static let signatures: [(bytes: [UInt8], name: String, remedy: String)] = [
    ([0xFF, 0xFE, 0, 0], "UTF-32 text", saveAsUTF8),
    ([0xFF, 0xFE], "UTF-16 text", saveAsUTF8),
    ([0xFE, 0xFF], "UTF-16 text", saveAsUTF8),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (an XLSX or ODS workbook is one)", nameSheet),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", "save it as CSV in UTF-8"),
    ([0x1F, 0x8B], "a gzip file", "unpack it"),
    ([0x25, 0x50, 0x44, 0x46], "a PDF document", "export the table itself as CSV"),
    (Array("SQLite format 3".utf8), "a SQLite database", nameSheet),
    (Array("PAR1".utf8), "a Parquet file", "export the table as CSV"),
    (Array("<?xml".utf8), "an XML document", "export the table itself as CSV"),
    (Array("<!DOCTYPE".utf8), webPage, "download the table itself, not the page it is on"),
    (Array("<html".utf8), webPage, "download the table itself, not the page it is on"),
    (Array("<".utf8), "an XML document", "export the table itself as CSV"),
    (Array("{\\rtf".utf8), "a rich-text document", "save it as CSV in UTF-8"),
    (Array("{".utf8), "a JSON document", "export the table itself as CSV"),
    (Array("version https://git-lfs".utf8), "a Git LFS pointer", "run 'git lfs pull'"),
  ]
  private static let saveAsUTF8 = "save it as 'CSV UTF-8'"
  private static let nameSheet = "give it its own ending and read it as such, or save it as CSV"
  private static let webPage = "a web page"

  /// Name and remedy of a file that opens with `bytes`; nil when it may be a table.
  static func foreign(_ bytes: [UInt8]) -> (name: String, remedy: String)? {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    for signature in signatures
    where bytes.dropFirst(isMarked ? 3 : 0).starts(with: signature.bytes) {
      return (signature.name, signature.remedy)
    }
    // ASCII in UTF-16 without a byte order mark has a NUL in every other place.
    let sample = bytes.prefix(64)
    let even = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
    let odd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
    if sample.count >= 8, max(even, odd) * 4 >= sample.count, min(even, odd) == 0 {
      return ("UTF-16 text", saveAsUTF8)
    }
    return nil
  }

  /// What a byte that is no UTF-8 most likely means.
  static func encodingHint(of byte: UInt8) -> String {
    switch byte {
    case 0x80...0x9F: " (the file may be Windows-1252)"
    case 0xA0...0xFF:
      " (in Latin-1 the byte is \(String(Unicode.Scalar(byte)).quoted): the file may be Latin-1 or "
        + "Windows-1252)"
    default: ""
    }
  }
}
