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
      "t.csv:1: the table 't.csv' has no column 'area_code' (did you mean "
        + "'\\u{FEFF}area_code'?); its columns are '\\u{FEFF}area_code' and 'value'\n"
        + "t.csv:1: the table 't.csv' has no column 'indicator'; its columns are "
        + "'\\u{FEFF}area_code' and 'value'"),
    HostileTable(
      "byte order mark in a cell", rows: "\u{FEFF}A,x,1,2020\nB,x,2,2020\nC,x,3,2020\n",
      "t.csv:2:1: '\\u{FEFF}A' is no code of area_code, alias or name; perhaps 'A for "
        + "Area A (A)'"),
  ]

  static let files = [
    HostileTable(
      "empty", text: "", "t.csv:1: the file is empty; write a header line and one line a row"),
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

  static let shapes = [
    HostileTable(
      "10 MB in one line", text: String(repeating: "x", count: 10_000_000),
      "t.csv:1:1: a cell is longer than 65536 bytes; check for a missing quote or line "
        + "end; the file was not read further"),
    HostileTable(
      "10 MB in one cell", rows: "A,x," + String(repeating: "9", count: 10_000_000) + ",2020\n",
      "t.csv:2:5: a cell is longer than 65536 bytes; check for a missing quote or line "
        + "end; the file was not read further"),
    HostileTable(
      "10 MB in one quoted cell",
      rows: "A,x,\"" + String(repeating: "9\n", count: 5_000_000) + "\",2020\n",
      "t.csv:2:5: a cell is longer than 65536 bytes; check for a missing quote or line "
        + "end; the file was not read further"),
    HostileTable(
      "100,000 columns", text: (0..<100_000).map { "c\($0)" }.joined(separator: ",") + "\n",
      "t.csv:1:4891: the header has more than 1000 columns; check for a missing line "
        + "end; the file was not read further"),
    HostileTable(
      "a row of 100,000 cells", rows: String(repeating: ",", count: 99_999) + "\n",
      "t.csv:2:5: the row has 100000 cells where the header has 4; remove what is too "
        + "many, or quote the cell that holds a comma"),
    HostileTable(
      "a NUL byte in a cell", rows: "A,x,1\0,2020\n",
      "t.csv:2:6: a NUL byte stands in the text; save the file as CSV in UTF-8; this "
        + "may be UTF-16 or binary"),
    HostileTable(
      "an escape sequence", rows: "A,x,\u{1B}[2J1,2020\n",
      "t.csv:2:5: the control character U+001B stands in the text; remove it"),
    HostileTable(
      "a bell in the header", text: "area_code,val\u{7}ue\nA,1\n",
      "t.csv:1:14: the control character U+0007 stands in the text; remove it"),
    HostileTable(
      "a quote that never closes", rows: "A,x,\"1,2020\nB,x,2,2020\n",
      "t.csv:2:5: a quote opens here and never closes; close the cell with a '\"'"),
    HostileTable(
      "text after a closing quote", rows: "A,x,\"1\"0,2020\n",
      "t.csv:2:8: text follows the closing quote of a cell; put the whole cell in "
        + "quotes, and write a quote in it as '\"\"'"),
    HostileTable(
      "a quote in the middle", rows: "A,x,1\"0\",2020\n",
      "t.csv:2:6: a quote stands inside a cell that does not begin with one; put the "
        + "whole cell in quotes, and write a quote in it as '\"\"'"),
    HostileTable(
      "backslashes for quotes", rows: "A,x,\"1\\\"0\",2020\n",
      "t.csv:2:9: text follows the closing quote of a cell; put the whole cell in "
        + "quotes, and write a quote in it as '\"\"'"),
    HostileTable(
      "a row too short", rows: "A,x,1\n" + good,
      "t.csv:2:6: the row has 3 cells where the header has 4; add what is missing; an "
        + "empty cell still needs its comma"),
    HostileTable(
      "a row too long", rows: "A,x,1,2020,,\n" + good,
      "t.csv:2:12: the row has 6 cells where the header has 4; remove what is too many, "
        + "or quote the cell that holds a comma"),
    HostileTable(
      "a decimal comma makes a row too long", rows: "A,x,1,5,2020\n",
      "t.csv:2:9: the row has 5 cells where the header has 4; remove what is too many, "
        + "or quote the cell that holds a comma"),
    HostileTable(
      "an empty line in the middle", rows: "A,x,1,2020\n\nB,x,2,2020\n",
      "t.csv:3:1: the line is empty; remove it"),
    HostileTable(
      "old Macintosh line ends", text: "area_code,value\rA,1\rB,2\r",
      "t.csv:1:16: a carriage return stands without a line feed; end lines with LF or "
        + "CR LF (old Macintosh files have CR alone)"),
    HostileTable(
      "semicolons", text: "area_code;indicator;value\nA;x;1\n",
      "t.csv:1: the header is one cell with ';' in it; separate the cells by commas"),
    HostileTable(
      "tabs", text: "area_code\tindicator\tvalue\nA\tx\t1\n",
      "t.csv:1: the header is one cell with tabs in it; separate the cells by commas"),
    HostileTable(
      "a repeated column", text: "area_code,indicator,value,value\nA,x,1,2\n",
      "t.csv:1:27: the header has 'value' twice, in columns 3 and 4; rename or remove "
        + "one of them"),
    HostileTable(
      "a column without a name", text: "area_code,,value\nA,x,1\n",
      "t.csv:1:11: column 2 of the header has no name; name the column, or remove it"),
    HostileTable(
      "spaces around a name", text: "area_code, indicator,value\nA,x,1\n",
      "t.csv:1:11: the column name ' indicator' has spaces around it; write 'indicator'"),
    HostileTable(
      "an invisible character in a name",
      text: "area_code,indicator,val\u{200B}ue,period\nA,x,1,2020\n",
      "t.csv:1: the table 't.csv' has no column 'value' (did you mean "
        + "'val\\u{200B}ue'?); its columns are 'area_code', 'indicator', 'val\\u{200B}ue' "
        + "and 'period'"),
    HostileTable(
      "a title above the header", text: "Table 1\n" + good,
      "t.csv:1: the first line has 1 cell and others have 4; remove the title above the "
        + "header"),
    HostileTable(
      "capitals in the header", text: "AREA_CODE,Indicator,VALUE\nA,x,1\n",
      "t.csv:1: the table 't.csv' has no column 'area_code' (did you mean "
        + "'AREA_CODE'?); its columns are 'AREA_CODE', 'Indicator' and 'VALUE'\n"
        + "t.csv:1: the table 't.csv' has no column 'indicator' (did you mean "
        + "'Indicator'?); its columns are 'AREA_CODE', 'Indicator' and 'VALUE'\n"
        + "t.csv:1: the table 't.csv' has no column 'value' (did you mean 'VALUE'?); its "
        + "columns are 'AREA_CODE', 'Indicator' and 'VALUE'"),
  ]

  static let cells = [
    HostileTable(
      "a formula", rows: "A,x,=1+1,2020\nB,x,2,2020\n",
      "t.csv:2:5: '=1+1' is a spreadsheet formula, not a number (column 'value'); "
        + "export values, not formulas"),
    HostileTable(
      "a formula that calls out", rows: "A,x,\"=HYPERLINK(\"\"http://x\"\",1)\",2020\n",
      "t.csv:2:5: '=HYPERLINK(\"http://x\",1)' is a spreadsheet formula, not a number "
        + "(column 'value'); export values, not formulas"),
    HostileTable(
      "a formula for an area", rows: good + "\"=cmd|'/C calc'!A0\",x,1,2020\n",
      "t.csv:5:1: '=cmd|'/C calc'!A0' is no code of area_code, alias or name; correct "
        + "it, or declare an alias"),
    HostileTable(
      "a spreadsheet error", rows: "A,x,#DIV/0!,2020\n",
      "t.csv:2:5: '#DIV/0!' is a spreadsheet error, not a number (column 'value'); mend "
        + "the formula, or leave the cell empty"),
    HostileTable(
      "a number with a unit", rows: "A,x,12 km,2020\n",
      "t.csv:2:5: '12 km' is not a number (column 'value'); leave the cell empty or "
        + "list it under 'missing'"),
    HostileTable(
      "a quoted decimal comma", rows: "A,x,\"1,5\",2020\n",
      "t.csv:2:5: '1,5' has a decimal comma (column 'value'); write a point"),
    HostileTable(
      "thousands separators", rows: "A,x,\"1,234,567\",2020\n",
      "t.csv:2:5: '1,234,567' has thousands separators (column 'value'); write the "
        + "digits without separators"),
    HostileTable(
      "a hard space in a number", rows: "A,x,1\u{A0}234,2020\n",
      "t.csv:2:5: '1\u{A0}234' has thousands separators (column 'value'); write the "
        + "digits without separators"),
    HostileTable(
      "infinity", rows: "A,x,inf,2020\n",
      "t.csv:2:5: 'inf' is infinite (column 'value'); write a finite number, or leave "
        + "the cell empty"),
    HostileTable(
      "not a number", rows: "A,x,NaN,2020\n",
      "t.csv:2:5: 'NaN' is not a number (column 'value'); leave the cell empty or list "
        + "it under 'missing'"),
    HostileTable(
      "a number too large", rows: "A,x,1e999,2020\n",
      "t.csv:2:5: '1e999' is too large a number (column 'value'); check the exponent"),
    HostileTable(
      "a number too small", rows: "A,x,1e-999,2020\n",
      "t.csv:2:5: '1e-999' is too small a number (column 'value'); check the exponent"),
    HostileTable(
      "Khmer digits", rows: "A,x,១២,2020\n",
      "t.csv:2:5: '១២' is not written in the digits 0–9 (column 'value'); write the "
        + "digits 0–9"),
    HostileTable(
      "a code for a value", rows: "A,x,007,2020\n",
      "t.csv:2:5: '007' has a leading zero, as a code has (column 'value'); check the "
        + "column, or drop the zero"),
    HostileTable(
      "a minus that is a dash", rows: "A,x,–5,2020\n",
      "t.csv:2:5: '–5' has a dash where a minus belongs (column 'value'); write '-'"),
    HostileTable(
      "out of range", rows: "A,x,101,2020\n",
      "t.csv:2:5: '101' is out of the range of 'x', 0 to 100 (column 'value'); correct "
        + "the value, its unit or the declared range"),
    HostileTable(
      "an area twice", rows: good + "B,x,7,2020\n",
      "t.csv:5:5: a second row of 'x' for area 'B' (B); the first is in line 3; remove "
        + "one, or declare 'aggregate: mean'"),
    HostileTable(
      "an area unknown", rows: good + "D,x,4,2020\n",
      "t.csv:5:1: 'D' is no code of area_code, alias or name; correct it, or declare an "
        + "alias"),
    HostileTable(
      "an area in small letters", rows: "a,x,1,2020\nB,x,2,2020\nC,x,3,2020\n",
      "t.csv:2:1: 'a' is no code of area_code, alias or name; perhaps 'A for Area A "
        + "(A)'"),
    HostileTable(
      "spaces around a code", rows: " A,x,1,2020\nB,x,2,2020\nC,x,3,2020\n",
      "t.csv:2:1: ' A' is no code of area_code, alias or name; perhaps 'A for Area A "
        + "(A)'"),
    HostileTable(
      "a path for an area", rows: good + "../../etc/passwd,x,1,2020\n",
      "t.csv:5:1: '../../etc/passwd' is no code of area_code, alias or name; correct "
        + "it, or declare an alias"),
    HostileTable(
      "an area name that draws on the terminal", rows: good + "\u{202E}A\u{2066},x,1,2020\n",
      "t.csv:5:1: '\\u{202E}A\\u{2066}' is no code of area_code, alias or name; perhaps "
        + "'A for Area A (A)'"),
    HostileTable(
      "another indicator", rows: "A,y,1,2020\n",
      "small.yaml:7:3: no row of 't.csv' is of the indicator 'x' (did you mean 'y'?); "
        + "it has 'y'"),
    HostileTable(
      "another period", rows: "A,x,1,2019\n",
      "small.yaml:7:3: no row of 'x' has the period '2020'; those there are: '2019'"),
    HostileTable(
      "a hundred bad rows", rows: (0..<100).map { "A,x,\($0);,2020\n" }.joined(),
      (0..<20).map { number in
        "t.csv:\(number + 2):5: '\(number);' is not a number (column 'value'); "
          + "leave the cell empty or list it under 'missing'\n"
      }.joined() + "t.csv: and 80 more problems; mend these first"),
  ]

  static let all = encodings + files + shapes + cells
}
