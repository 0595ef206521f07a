import Foundation

extension HostileTable {
  private static let good = "A,x,1,2020\nB,x,2,2020\nC,x,3,2020\n"

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
      "t.csv:1:10: the header is one cell with ';' in it; separate the cells by commas"),
    HostileTable(
      "tabs", text: "area_code\tindicator\tvalue\nA\tx\t1\n",
      "t.csv:1:10: the header is one cell with tabs in it; separate the cells by commas"),
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
      "t.csv:1:1: the table 't.csv' has no column 'value' (did you mean "
        + "'val\\u{200B}ue'?); its columns are 'area_code', 'indicator', 'val\\u{200B}ue' "
        + "and 'period'"),
    HostileTable(
      "a title above the header", text: "Table 1\n" + good,
      "t.csv:1:1: the first line has 1 cell and others have 4; remove the title above the "
        + "header"),
    HostileTable(
      "capitals in the header", text: "AREA_CODE,Indicator,VALUE\nA,x,1\n",
      "t.csv:1:1: the table 't.csv' has no column 'area_code' (did you mean "
        + "'AREA_CODE'?); its columns are 'AREA_CODE', 'Indicator' and 'VALUE'\n"
        + "t.csv:1:1: the table 't.csv' has no column 'indicator' (did you mean "
        + "'Indicator'?); its columns are 'AREA_CODE', 'Indicator' and 'VALUE'\n"
        + "t.csv:1:1: the table 't.csv' has no column 'value' (did you mean 'VALUE'?); its "
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
      "a zero-width space in a number", rows: "A,x,12\u{200B},2020\n",
      "t.csv:2:5: '12\\u{200B}' has an invisible character in it (U+200B) (column 'value'); "
        + "type the number anew; it was copied with the character"),
    HostileTable(
      "an Arabic decimal separator", rows: "A,x,1\u{66B}5,2020\n",
      "t.csv:2:5: '1\u{66B}5' has an Arabic decimal separator (U+066B) (column 'value'); write a "
        + "point"),
    HostileTable(
      "an Arabic thousands separator", rows: "A,x,1\u{66C}234,2020\n",
      "t.csv:2:5: '1\u{66C}234' has an Arabic thousands separator (U+066C) (column 'value'); "
        + "write the digits without separators"),
    HostileTable(
      "a truth value", rows: "A,x,TRUE,2020\n",
      "t.csv:2:5: 'TRUE' is a truth value, not a number (column 'value'); write the number that "
        + "it stands for, or leave the cell empty"),
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
      }.joined() + "t.csv: and 179 more problems; mend these first"),
  ]
}
