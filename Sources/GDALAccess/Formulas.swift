import CGDAL
import Diagnostics
import Foundation

extension LayerSource {
  /// Refuses an Excel workbook with formulas that no program has calculated yet: GDAL would read
  /// their cells as empty. Libraries that write workbooks leave such formulas behind.
  ///
  /// - Throws: `Problem` that names the first such cell.
  func refuseUncalculatedFormulas() throws {
    guard let folder = VSIOpenDir("/vsizip/{\(file)}/xl/worksheets", 0, nil) else { return }
    defer { VSICloseDir(folder) }
    while let entry = VSIGetNextDirEntry(folder) {
      let name = String(cString: entry.pointee.pszName)
      var bytes: UnsafeMutablePointer<GByte>?
      var size: vsi_l_offset = 0
      guard name.hasSuffix(".xml"),
        VSIIngestFile(nil, "/vsizip/{\(file)}/xl/worksheets/\(name)", &bytes, &size, -1) != 0,
        let bytes
      else { continue }
      defer { VSIFree(bytes) }
      let sheet = Data(bytesNoCopy: bytes, count: Int(size), deallocator: .none)
      if let cell = Self.uncalculatedCell(in: sheet) {
        throw Problem(
          "the formula in cell \(cell) was never calculated", at: place(),
          remedy: "open the workbook in a spreadsheet program and save it there")
      }
    }
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
