internal import GDALAccess
internal import Geography

/// Statements of SQL, written into one buffer.
struct SQLText {
  private var bytes: [UInt8] = []

  /// What was written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a line.
  mutating func add(_ line: String) {
    bytes.append(text: line)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Opens a row with its release.
  mutating func begin(row release: String) {
    bytes.append(text: "(")
    bytes.append(text: sqlText(release))
  }

  /// Adds a value of the row; null where there is none.
  mutating func append(row: Int, of values: AtlasField.Values) {
    bytes.append(UInt8(ascii: ","))
    switch values {
    case .text(let texts): bytes.append(text: texts[row].map(sqlText) ?? "NULL")
    case .real(let reals): bytes.append(text: reals[row].map(\.description) ?? "NULL")
    case .integer(let integers): bytes.append(text: integers[row].map(String.init) ?? "NULL")
    case .boolean(let flags): bytes.append(text: flags[row].map(String.init) ?? "NULL")
    case .date(let dates): bytes.append(text: dates[row].map { "'\($0)'" } ?? "NULL")
    case .drivers(let drivers):
      let text = drivers[row].map { String(decoding: driversText($0), as: UTF8.self) }
      bytes.append(text: text.map(sqlText) ?? "NULL")
    }
  }

  /// Adds polygons as hexadecimal EWKB, PostGIS's own form of well-known binary, little-endian.
  mutating func append(_ polygons: [Polygon]) {
    bytes.append(text: ",'")
    append(kind: 0x2000_0006)  // a multipolygon that says its reference system
    append(hex: 4326 as UInt32)
    append(hex: UInt32(polygons.count))
    for polygon in polygons {
      append(kind: 3)
      append(hex: UInt32(polygon.holes.count + 1))
      for ring in polygon.rings {
        append(hex: UInt32(ring.coordinates.count))
        for coordinate in ring.coordinates {
          append(hex: coordinate.x.bitPattern)
          append(hex: coordinate.y.bitPattern)
        }
      }
    }
    bytes.append(UInt8(ascii: "'"))
  }

  /// Closes a row, and the statement after the last one.
  mutating func endRow(isLast: Bool) { add(isLast ? ");" : "),") }

  private mutating func append(kind: UInt32) {
    bytes.append(text: "01")
    append(hex: kind)
  }

  private mutating func append(hex number: some FixedWidthInteger) {
    let digits = Array("0123456789ABCDEF".utf8)
    withUnsafeBytes(of: number.littleEndian) { part in
      for byte in part {
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
  }
}
