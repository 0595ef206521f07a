extension PublishedFile {
  /// The types of a CSV file's columns on one line, as GDAL and QGIS look for them beside it
  /// (`atlas.csvt` for `atlas.csv`): codes stay text and reals stay real there.
  public static func csvTypes(_ path: String, of table: AtlasTable) -> PublishedFile {
    let types = table.fields.map { field in
      switch field.values {
      case .text, .drivers: "String"
      case .real: "Real"
      case .integer: "Integer"
      case .boolean: "Integer(Boolean)"
      case .date: "Date"
      }
    }
    let line = types.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
    return PublishedFile(path: path + "t", bytes: Array(line.utf8))
  }
}
