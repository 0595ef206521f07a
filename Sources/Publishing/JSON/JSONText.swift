internal import CompositeIndex

extension [UInt8] {
  /// Adds the UTF-8 of a text as it is.
  mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }

  /// Adds the shortest text that reads back to the same double, always with a point or an
  /// exponent: `27.0`, `1e+16`. Only finite numbers get here: `AtlasTable.problems` tells of others.
  mutating func append(real: Double) {
    precondition(real.isFinite, "a published number is not finite")
    append(text: real.description)
  }

  /// Adds a text in quotes, with quotes, backslashes and control characters escaped.
  mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append(text: "\\\"")
      case UInt8(ascii: "\\"): append(text: "\\\\")
      case UInt8(ascii: "\n"): append(text: "\\n")
      case UInt8(ascii: "\r"): append(text: "\\r")
      case UInt8(ascii: "\t"): append(text: "\\t")
      case 0..<0x20:
        append(text: "\\u00")
        append(hexDigits[Int(byte >> 4)])
        append(hexDigits[Int(byte & 15)])
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Adds an optional value, or `null`.
  mutating func append(row: Int, of values: AtlasField.Values) {
    switch values {
    case .text(let texts):
      if let text = texts[row] { append(quoted: text) } else { append(text: "null") }
    case .real(let reals):
      if let real = reals[row] { append(real: real) } else { append(text: "null") }
    case .integer(let integers): append(text: integers[row].map(String.init) ?? "null")
    case .boolean(let flags): append(text: flags[row].map { $0 ? "true" : "false" } ?? "null")
    case .date(let dates):
      if let date = dates[row] { append(quoted: date.description) } else { append(text: "null") }
    case .drivers(let drivers):
      if let parts = drivers[row] {
        append(contentsOf: driversText(parts))
      } else {
        append(text: "null")
      }
    }
  }
}

private let hexDigits = Array("0123456789abcdef".utf8)

/// The parts of a score as a JSON object in their order: `{"mpi_headcount":12.5,…}`.
func driversText(_ drivers: [AreaScore.Driver]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.append(UInt8(ascii: "{"))
  for (order, driver) in drivers.enumerated() {
    if order > 0 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(quoted: driver.indicator)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(real: driver.points)
  }
  bytes.append(UInt8(ascii: "}"))
  return bytes
}
