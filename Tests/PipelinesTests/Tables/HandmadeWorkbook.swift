import Foundation

@testable import Publishing

/// A workbook of one sheet, cell by cell as other programs write it.
enum HandmadeWorkbook {
  /// An Excel workbook; each cell is its XML without the reference: ` t="b"><v>1</v>`.
  static func xlsx(_ rows: [[String]]) -> Data {
    let cells = rows.enumerated().map { row, cells in
      let own = cells.enumerated().map { column, cell in
        "<c r=\"\(["A", "B", "C", "D"][column])\(row + 1)\"\(cell)</c>"
      }
      return "<row r=\"\(row + 1)\">\(own.joined())</row>"
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    return archive([
      "[Content_Types].xml": """
      <Types xmlns="\(package)/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="application/vnd.\
      openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.\
      openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
      """,
      "_rels/.rels": """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
      Type="\(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>
      """,
      "xl/workbook.xml": """
      <workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets>\
      <sheet name="a &amp; b" sheetId="1" r:id="rId1"/></sheets></workbook>
      """,
      "xl/_rels/workbook.xml.rels": """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
      Type="\(relations)/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
      """,
      "xl/worksheets/sheet1.xml": """
      <worksheet xmlns="\(main)"><sheetData>\(cells.joined())</sheetData></worksheet>
      """,
    ])
  }

  /// An OpenDocument workbook; each cell is its attributes and text: ` …><text:p>x</text:p>`.
  static func ods(_ rows: [[String]]) -> Data {
    let rows = rows.map { cells in
      let own = cells.map { "<table:table-cell\($0)</table:table-cell>" }
      return "<table:table-row>\(own.joined())</table:table-row>"
    }
    let name = "urn:oasis:names:tc:opendocument:xmlns"
    return archive([
      "content.xml": """
      <office:document-content xmlns:office="\(name):office:1.0" \
      xmlns:table="\(name):table:1.0" xmlns:text="\(name):text:1.0"><office:body>\
      <office:spreadsheet><table:table table:name="t">\(rows.joined())</table:table>\
      </office:spreadsheet></office:body></office:document-content>
      """,
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    ])
  }

  private static func archive(_ parts: [String: String]) -> Data {
    // The MIME type of an OpenDocument file stands first.
    let names = parts.keys.sorted {
      ($0 != "mimetype" ? 1 : 0, $0) < ($1 != "mimetype" ? 1 : 0, $1)
    }
    return Data(
      zipArchive(names.map { (path: $0, bytes: Array((parts[$0] ?? "").utf8)) }))
  }
}
