public import Geography

/// A table to be written, column by column, with or without geometry.
public struct FeatureTable: Sendable, Hashable {
  /// The values of a column in the order of the rows; nil is null.
  public enum Values: Sendable, Hashable {
    /// Text.
    case text([String?])
    /// Real numbers, finite.
    case real([Double?])
    /// Whole numbers.
    case integer([Int?])
    /// Truth values.
    case boolean([Bool?])
    /// Days, as `2026-11-22`.
    case date([String?])

    /// How many rows.
    public var count: Int {
      switch self {
      case .text(let values): values.count
      case .real(let values): values.count
      case .integer(let values): values.count
      case .boolean(let values): values.count
      case .date(let values): values.count
      }
    }
  }

  /// A column.
  public struct Field: Sendable, Hashable {
    /// Its name in the file.
    public var name: String
    /// Its values, one a row.
    public var values: Values
    /// What people should read in place of the name; nil for the name itself.
    public var alias: String?
    /// What it means, with its unit.
    public var description: String?

    /// A column.
    public init(
      name: String, values: Values, alias: String? = nil, description: String? = nil
    ) {
      self.name = name
      self.values = values
      self.alias = alias
      self.description = description
    }
  }

  /// Name of the layer or table.
  public var name: String
  /// The columns, all of the same length.
  public var fields: [Field]
  /// The polygons of each row in WGS 84 longitude and latitude, written as multipolygons;
  /// nil for a table without geometry.
  public var geometry: [[Polygon]]?
  /// What the table holds.
  public var description: String?

  /// A table; every column, and the geometry, must have the same number of rows.
  public init(
    name: String, fields: [Field], geometry: [[Polygon]]? = nil, description: String? = nil
  ) {
    self.name = name
    self.fields = fields
    self.geometry = geometry
    self.description = description
    precondition(
      fields.allSatisfy { $0.values.count == rowCount }, "columns of '\(name)' differ in length")
  }

  /// How many rows.
  public var rowCount: Int { geometry?.count ?? fields.first?.values.count ?? 0 }
}
