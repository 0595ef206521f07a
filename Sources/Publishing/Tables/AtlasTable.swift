/// A table as every format publishes it: columns in declared order, all of one length.
///
/// It's the one place where a column is declared; GeoJSON, CSV, workbook, GeoPackage and data
/// dictionary are all drawn from it, so that they can't disagree.
public struct AtlasTable: Sendable, Hashable {
  /// Name in files: `areas`.
  public let name: String
  /// What one row is, in an English sentence.
  public let description: String
  /// How many rows.
  public let rowCount: Int
  /// The columns in order.
  public let fields: [AtlasField]

  /// A table; every field has `rowCount` values.
  public init(name: String, description: String, rowCount: Int, fields: [AtlasField]) {
    precondition(fields.allSatisfy { $0.values.count == rowCount })
    self.name = name
    self.description = description
    self.rowCount = rowCount
    self.fields = fields
  }

  /// The column of a name, or nil.
  public subscript(name: String) -> AtlasField? { fields.first { $0.name == name } }
}
