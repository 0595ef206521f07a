import Diagnostics
import Foundation

extension LayerSource {
  /// Refuses numbers of a dBASE table that GDAL would make 0 or nothing of.
  ///
  /// - Throws: `Problems`, one a cell.
  func refuseGarbledNumbers(in layer: borrowing Layer) throws {
    let file = URL(filePath: file).deletingPathExtension()
    let endings = ["dbf", "DBF"]
    guard ["shp", "dbf"].contains(URL(filePath: self.file).pathExtension.lowercased()),
      let bytes = endings.lazy.compactMap({
        try? Data(contentsOf: file.appendingPathExtension($0), options: .mappedIfSafe)
      }).first
    else { return }
    var problems = Problems()
    for cell in DBaseNumbers(bytes).faults {
      problems.add(
        "the cell of column '\(cell.column)' is no number",
        at: layer.place(feature: Int64(cell.row)), remedy: "correct the cell, or leave it blank")
    }
    try problems.throwIfAny()
  }
}

/// The numbers of a dBASE table as they are written: fields of a fixed width in records of a fixed
/// width, behind a header that says where they start (dBASE III file structure).
struct DBaseNumbers {
  /// A cell that is neither a number nor blank.
  struct Fault {
    var row: Int
    var column: String
  }

  private(set) var faults: [Fault] = []

  init(_ data: Data) {
    let bytes = [UInt8](data)
    guard bytes.count > 32 else { return }
    func short(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
    let (count, header, width) = (short(4) | short(6) << 16, short(8), short(10))
    guard width > 0, header <= bytes.count else { return }
    var start = 1
    var numbers: [(name: String, range: Range<Int>)] = []
    for field in stride(from: 32, to: header - 31, by: 32) where bytes[field] != 0x0D {
      let length = Int(bytes[field + 16])
      if "NF".utf8.contains(bytes[field + 11]) {
        let name = bytes[field..<(field + 11)].prefix { $0 != 0 }
        numbers.append((String(decoding: name, as: UTF8.self), start..<(start + length)))
      }
      start += length
    }
    for row in 0..<count {
      let record = header + row * width
      guard record + width <= bytes.count, faults.count < 50 else { return }
      if bytes[record] == UInt8(ascii: "*") { continue }
      for (name, range) in numbers where range.upperBound <= width {
        let cell = String(
          decoding: bytes[(record + range.lowerBound)..<(record + range.upperBound)], as: UTF8.self)
        let text = cell.trimmingCharacters(in: .whitespaces.union(CharacterSet(["\0"])))
        if text.allSatisfy({ $0 == "*" })
          || text.wholeMatch(of: /[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/) != nil
        {
          continue
        }
        faults.append(Fault(row: row, column: name))
      }
    }
  }
}
