import CGDAL
import Foundation

extension LayerSource {
  /// The bytes of a file inside a workbook, which is a ZIP archive; nil where there is none.
  func part(_ path: String) -> Data? {
    var bytes: UnsafeMutablePointer<GByte>?
    var size: vsi_l_offset = 0
    guard VSIIngestFile(nil, "/vsizip/{\(file)}/\(path)", &bytes, &size, -1) != 0, let bytes else {
      return nil
    }
    defer { VSIFree(bytes) }
    return Data(bytes: bytes, count: Int(size))
  }

  /// The XML of an Excel sheet, by the name that people see on it; nil where it cannot be found.
  func sheet(named name: String) -> Data? {
    guard let workbook = part("xl/workbook.xml"),
      let relations = part("xl/_rels/workbook.xml.rels"),
      let entry = Self.tags("sheet", in: workbook).first(where: { $0["name"] == name }),
      let target = Self.tags("Relationship", in: relations)
        .first(where: { $0["Id"] == entry["r:id"] })?["Target"]
    else { return nil }
    return part(target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)")
  }

  /// The attributes of every tag of that name, in order.
  private static func tags(_ name: String, in data: Data) -> [[String: String]] {
    let text = String(decoding: data, as: UTF8.self)
    return text.split(separator: "<").filter { $0.hasPrefix("\(name) ") }.map { tag in
      var attributes: [String: String] = [:]
      for match in tag.matches(of: /([A-Za-z:]+)="([^"]*)"/) {
        attributes[String(match.1)] = String(match.2).unescapedXML
      }
      return attributes
    }
  }
}

extension String {
  fileprivate var unescapedXML: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
  }
}
