import Foundation

/// A broken or hostile table, and everything that is said of it.
struct HostileTable: Sendable {
  var name: String
  var bytes: [UInt8]
  /// The complaints in full, one a line.
  var complaints: String

  init(_ name: String, _ bytes: [UInt8], _ complaints: String) {
    self.name = name
    self.bytes = bytes
    self.complaints = complaints
  }

  /// A table of text.
  init(_ name: String, text: String, _ complaints: String) {
    self.init(name, Array(text.utf8), complaints)
  }

  /// A table whose header is as it should be.
  init(_ name: String, rows: String, _ complaints: String) {
    self.init(name, text: "area_code,indicator,value,period\n" + rows, complaints)
  }
}

extension HostileTable {
  private static let good = "A,x,1,2020\nB,x,2,2020\nC,x,3,2020\n"

  static let encodings = [
    HostileTable(
      "mojibake that is UTF-8", rows: good + "KÃ¢mpÃ³ng Cham,x,4,2020\n",
      "t.csv:5:1: 'KÃ¢mpÃ³ng' looks like 'Kâmpóng' read in the wrong encoding; export "
        + "the table again, as UTF-8"),
    HostileTable(
      "Khmer mojibake", rows: good + "áž€áŸ†áž–áž„áŸ‹,x,4,2020\n",
      "t.csv:5:1: 'áž€áŸ†áž–áž„áŸ‹' looks like 'កំពង់' read in the wrong encoding; "
        + "export the table again, as UTF-8"),
    HostileTable(
      "Latin-1",
      Array("area_code,indicator,value,period\nK".utf8) + [0xE2]
        + Array("mp,x,1,2020\n".utf8),
      "t.csv:2:2: the byte 0xE2 is not UTF-8 (in Latin-1 the byte is 'â': the file may "
        + "be Latin-1 or Windows-1252); save the file as 'CSV UTF-8'"),
    HostileTable(
      "Windows-1252",
      Array("area_code,indicator,value,period\nA".utf8) + [0x93]
        + Array(",x,1,2020\n".utf8),
      "t.csv:2:2: the byte 0x93 is not UTF-8 (the file may be Windows-1252); save the "
        + "file as 'CSV UTF-8'"),
    HostileTable(
      "UTF-16 with a byte order mark",
      [0xFF, 0xFE] + "area_code,value\nA,1\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      "t.csv: the file is UTF-16 text, not CSV; save it as 'CSV UTF-8'"),
    HostileTable(
      "UTF-16, big-endian",
      [0xFE, 0xFF] + "area_code,value\nA,1\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
      "t.csv: the file is UTF-16 text, not CSV; save it as 'CSV UTF-8'"),
    HostileTable(
      "UTF-16 without a byte order mark",
      "area_code,value\nA,1\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      "t.csv: the file is UTF-16 text, not CSV; save it as 'CSV UTF-8'"),
    HostileTable(
      "UTF-32", [0xFF, 0xFE, 0, 0] + "area_code\nA\n".utf8.flatMap { [$0, 0, 0, 0] },
      "t.csv: the file is UTF-32 text, not CSV; save it as 'CSV UTF-8'"),
    HostileTable(
      "surrogate in UTF-8",
      Array("area_code,value\nA".utf8) + [0xED, 0xA0, 0x80]
        + Array(",1\n".utf8),
      "t.csv:2:2: the byte 0xED is not UTF-8 (in Latin-1 the byte is 'í': the file may "
        + "be Latin-1 or Windows-1252); save the file as 'CSV UTF-8'"),
    HostileTable(
      "overlong slash", Array("area_code,value\n".utf8) + [0xC0, 0xAF] + Array(",1\n".utf8),
      "t.csv:2:1: the byte 0xC0 is not UTF-8 (in Latin-1 the byte is 'À': the file may "
        + "be Latin-1 or Windows-1252); save the file as 'CSV UTF-8'"),
    HostileTable(
      "character cut off at the end", Array("area_code,value\nA,".utf8) + [0xE1, 0x9E],
      "t.csv:2:3: the byte 0xE1 is not UTF-8 (in Latin-1 the byte is 'á': the file may "
        + "be Latin-1 or Windows-1252); save the file as 'CSV UTF-8'"),
    HostileTable(
      "replacement character", rows: good + "K\u{FFFD}mpong,x,4,2020\n",
      "t.csv:5:1: a character of 'K�mpong' is lost (U+FFFD); export the table again, as "
        + "UTF-8"),
    HostileTable(
      "C1 control character", rows: good + "A\u{9B}31m,x,4,2020\n",
      "t.csv:5:2: the control character U+009B stands in the text; export the table "
        + "again, as UTF-8"),
    HostileTable(
      "byte order mark twice", text: "\u{FEFF}\u{FEFF}area_code,value\nA,1\n",
      "t.csv:1:1: the column name '\\u{FEFF}area_code' has a byte order mark in it; take it "
        + "out; a file begins with one mark at most"),
    HostileTable(
      "byte order mark in a cell", rows: "\u{FEFF}A,x,1,2020\nB,x,2,2020\nC,x,3,2020\n",
      "t.csv:2:1: '\\u{FEFF}A' is no code of area_code, alias or name; perhaps 'A for "
        + "Area A (A)'"),
  ]

  static let files = [
    HostileTable(
      "empty", text: "", "t.csv:1:1: the file is empty; write a header line and one line a row"),
    HostileTable(
      "line ends only", text: "\n\n\n",
      "t.csv:1:1: the line is empty; remove it\n"
        + "t.csv:2:1: the line is empty; remove it\n"
        + "t.csv:3:1: the line is empty; remove it"),
    HostileTable(
      "header only", rows: "",
      "small.yaml:7:3: no row of 't.csv' is of the indicator 'x'; it has none"),
    HostileTable(
      "ZIP archive", [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0],
      "t.csv: the file is a ZIP archive (an XLSX or ODS workbook is one), not CSV; give "
        + "it its own ending and read it as such, or save it as CSV"),
    HostileTable(
      "old Excel workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      "t.csv: the file is an old Excel workbook, not CSV; save it as CSV in UTF-8"),
    HostileTable(
      "gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3],
      "t.csv: the file is a gzip file, not CSV; unpack it"),
    HostileTable(
      "PDF", text: "%PDF-1.7\n%âãÏÓ\n",
      "t.csv: the file is a PDF document, not CSV; export the table itself as CSV"),
    HostileTable(
      "SQLite database", text: "SQLite format 3\0\u{10}",
      "t.csv: the file is a SQLite database, not CSV; give it its own ending and read "
        + "it as such, or save it as CSV"),
    HostileTable(
      "Parquet", text: "PAR1\u{15}\u{4}",
      "t.csv: the file is a Parquet file, not CSV; export the table as CSV"),
    HostileTable(
      "VRT",
      text: "<OGRVRTDataSource><OGRVRTLayer name=\"t\"><SrcDataSource>/etc/passwd"
        + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
      "t.csv: the file is an XML document, not CSV; export the table itself as CSV"),
    HostileTable(
      "XML after a byte order mark", text: "\u{FEFF}<?xml version=\"1.0\"?><a/>",
      "t.csv: the file is an XML document, not CSV; export the table itself as CSV"),
    HostileTable(
      "web page", text: "<!DOCTYPE html><title>Sign in</title>",
      "t.csv: the file is a web page, not CSV; download the table itself, not the page "
        + "it is on"),
    HostileTable(
      "JSON", text: "{\"type\":\"FeatureCollection\",\"features\":[]}",
      "t.csv: the file is a JSON document, not CSV; export the table itself as CSV"),
    HostileTable(
      "rich text", text: "{\\rtf1\\ansi area_code}",
      "t.csv: the file is a rich-text document, not CSV; save it as CSV in UTF-8"),
    HostileTable(
      "Git LFS pointer", text: "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n",
      "t.csv: the file is a Git LFS pointer, not CSV; run 'git lfs pull'"),
    HostileTable(
      "NUL bytes alone", [UInt8](repeating: 0, count: 1 << 20),
      "t.csv:1:1: a NUL byte stands in the text; save the file as CSV in UTF-8; this "
        + "may be UTF-16 or binary"),
    HostileTable(
      "random bytes", (0..<4_096).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) },
      "t.csv:1:2: the byte 0xBB is not UTF-8 (in Latin-1 the byte is '»': the file may "
        + "be Latin-1 or Windows-1252); save the file as 'CSV UTF-8'"),
  ]

  static let all = encodings + files + shapes + cells
}
