extension PublishedFile {
  /// `atlas.xlsx`: the tables as sheets of an Office Open XML workbook (ECMA-376), header frozen.
  ///
  /// Texts are typed as text and carry the cell format `@`, so that codes keep their zeros and no
  /// text can run as a formula; numbers are numbers, null is an empty cell.
  ///
  /// - Parameter tables: the sheets in order, each at most 1,048,575 rows and 16,384 columns.
  public static func workbook(_ tables: [AtlasTable]) -> PublishedFile {
    let sheets = tables.enumerated().map { order, table in
      (path: "xl/worksheets/sheet\(order + 1).xml", bytes: worksheet(of: table))
    }
    func part(_ path: String, _ text: String) -> (path: String, bytes: [UInt8]) {
      (path, Array((declaration + text).utf8))
    }
    let parts = [
      part("[Content_Types].xml", contentTypes(sheetCount: tables.count)),
      part("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
      part("xl/workbook.xml", workbookText(tables.map(\.name))),
      part(
        "xl/_rels/workbook.xml.rels",
        relationships(
          tables.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
            + [("styles", "styles.xml")])),
      part("xl/styles.xml", styles),
    ]
    return PublishedFile(path: "atlas.xlsx", bytes: zipArchive(parts + sheets))
  }
}

private let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
private let mainNames = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let officeNames = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let packageNames = "http://schemas.openxmlformats.org/package/2006"

private func contentTypes(sheetCount: Int) -> String {
  let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  let sheets = (1..<(sheetCount + 1)).map {
    "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(kind)worksheet+xml\"/>"
  }
  return "<Types xmlns=\"\(packageNames)/content-types\">"
    + "<Default Extension=\"rels\""
    + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind)sheet.main+xml\"/>"
    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind)styles+xml\"/>"
    + sheets.joined() + "</Types>"
}

private func relationships(_ targets: [(kind: String, path: String)]) -> String {
  let entries = targets.enumerated().map { order, target in
    "<Relationship Id=\"rId\(order + 1)\" Type=\"\(officeNames)/\(target.kind)\""
      + " Target=\"\(target.path)\"/>"
  }
  return "<Relationships xmlns=\"\(packageNames)/relationships\">\(entries.joined())"
    + "</Relationships>"
}

private func workbookText(_ names: [String]) -> String {
  let sheets = names.enumerated().map { order, name in
    "<sheet name=\"\(name)\" sheetId=\"\(order + 1)\" r:id=\"rId\(order + 1)\"/>"
  }
  return "<workbook xmlns=\"\(mainNames)\" xmlns:r=\"\(officeNames)\">"
    + "<sheets>\(sheets.joined())</sheets></workbook>"
}

/// Cell styles by index: 0 plain, 1 text (`@`), 2 header (bold text), 3 day.
private let styles =
  "<styleSheet xmlns=\"\(mainNames)\">"
  + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
  + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
  + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
  + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
  + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
  + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
  + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
  + "</cellStyleXfs><cellXfs count=\"4\">"
  + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
  + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
  + " applyNumberFormat=\"1\"/>"
  + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
  + " applyNumberFormat=\"1\" applyFont=\"1\"/>"
  + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
  + " applyNumberFormat=\"1\"/></cellXfs>"
  + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
  + "</styleSheet>"
