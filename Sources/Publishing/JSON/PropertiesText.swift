/// The rows of a table as JSON objects on one line, the names quoted once for all rows.
struct PropertiesText {
  private let fields: [(opening: [UInt8], values: AtlasField.Values)]

  /// The rows of `table`.
  init(_ table: AtlasTable) {
    fields = table.fields.enumerated().map { order, field in
      var opening: [UInt8] = [UInt8(ascii: order == 0 ? "{" : ",")]
      opening.append(quoted: field.name)
      opening.append(UInt8(ascii: ":"))
      return (opening, field.values)
    }
  }

  /// Adds `{"area_code":"01",…}`.
  func append(row: Int, to bytes: inout [UInt8]) {
    for field in fields {
      bytes.append(contentsOf: field.opening)
      bytes.append(row: row, of: field.values)
    }
    bytes.append(text: fields.isEmpty ? "{}" : "}")
  }
}
