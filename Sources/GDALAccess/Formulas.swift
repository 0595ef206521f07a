import CGDAL
import Diagnostics
import Foundation

extension LayerSource {
  /// Refuses a workbook with formulas that no program has calculated yet: GDAL would read their
  /// cells as empty, or as 0. Libraries that write workbooks leave such formulas behind.
  ///
  /// - Throws: `Problem` that names the first such cell.
  func refuseUncalculatedFormulas() throws {
    if let cell = part("content.xml").flatMap(Self.uncalculatedRow) {
      throw uncalculated(cell)
    }
    guard let folder = VSIOpenDir("/vsizip/{\(file)}/xl/worksheets", 0, nil) else { return }
    defer { VSICloseDir(folder) }
    while let entry = VSIGetNextDirEntry(folder) {
      let name = String(cString: entry.pointee.pszName)
      guard name.hasSuffix(".xml"), let sheet = part("xl/worksheets/\(name)") else { continue }
      if let cell = Self.uncalculatedCell(in: sheet) { throw uncalculated("cell \(cell)") }
    }
  }

  private func uncalculated(_ cell: String) -> Problem {
    Problem(
      "the formula in \(cell) was never calculated", at: place(),
      remedy: "open the workbook in a spreadsheet program and save it there")
  }

  /// Where the first cell of an OpenDocument sheet stands that has a formula and no value:
  /// `row 3 of sheet 'Data'`.
  private static func uncalculatedRow(in data: Data) -> String? {
    let mark = Data("table:formula=".utf8)
    // Most sheets have no formulas, and some are large.
    guard data.range(of: mark) != nil else { return nil }
    var sheet = ""
    var row = 0
    for tag in String(decoding: data, as: UTF8.self).split(separator: "<") {
      if tag.hasPrefix("table:table ") {
        sheet = tag.firstMatch(of: /table:name="([^"]*)"/).map { String($0.1) } ?? ""
        row = 0
      } else if tag.hasPrefix("table:table-row") {
        let repeated = tag.firstMatch(of: /table:number-rows-repeated="([0-9]+)"/)
        row += repeated.flatMap { Int($0.1) } ?? 1
      } else if tag.hasPrefix("table:table-cell "), tag.contains("table:formula="),
        !tag.contains(/office:((boolean-|date-|time-|string-)?value="[^"]|value-type="string")/)
      {
        return "row \(row) of sheet '\(sheet)'"
      }
    }
    return nil
  }

  /// The reference of the first cell `<c r="B7"><f>…</f></c>` without a value `<v>`, or with an empty one that is no text.
  static func uncalculatedCell(in data: Data) -> String? {
    var rest = data.startIndex..<data.endIndex
    while let formula = data.range(of: Data("<f".utf8), in: rest) {
      rest = formula.upperBound..<data.endIndex
      guard let next = data[formula.upperBound...].first, " >/".utf8.contains(next) else {
        continue
      }
      let end = data.range(of: Data("</c>".utf8), in: rest)?.lowerBound ?? data.endIndex
      let start =
        data.range(
          of: Data("<c ".utf8), options: .backwards, in: data.startIndex..<formula.lowerBound)?
        .upperBound ?? data.startIndex
      let tag = String(decoding: data[start..<formula.lowerBound], as: UTF8.self)
      let value = String(decoding: data[formula.upperBound..<end], as: UTF8.self)
      // A formula may well give the empty text; a number is never empty.
      let isText = tag.contains(/\bt="str"/)
      if value.contains(isText ? /<v[ \/>]/ : /<v(?: [^>]*)?>[^<]/) { continue }
      return tag.firstMatch(of: /\br="([A-Z]+[0-9]+)"/).map { String($0.1) } ?? "?"
    }
    return nil
  }
}
