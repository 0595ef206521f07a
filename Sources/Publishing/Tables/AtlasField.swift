public import CompositeIndex
public import Geography

/// A column of a published table: what it is called, what it means, and one value a row.
///
/// Its type is the case of `values`, so it can't move with the night's figures: a real column
/// stays real when every value is whole, or when there is none.
public struct AtlasField: Sendable, Hashable {
  /// The values of a column in row order; nil is null, never zero and never an empty text.
  public enum Values: Sendable, Hashable {
    /// Text, codes included.
    case text([String?])
    /// Numbers that may have a fraction.
    case real([Double?])
    /// Whole numbers: counts and ranks.
    case integer([Int?])
    /// True or false.
    case boolean([Bool?])
    /// Days.
    case date([CalendarDate?])
    /// Parts of a score, largest first: an object `{indicator: points}`, as JSON text where a
    /// format has no objects.
    case drivers([[AreaScore.Driver]?])
  }

  /// What every value of a column obeys.
  public struct Constraints: Sendable, Hashable {
    /// No row is null.
    public var isRequired: Bool
    /// No value stands twice.
    public var isUnique: Bool
    /// The least value there can be.
    public var minimum: Double?
    /// The greatest value there can be.
    public var maximum: Double?
    /// All texts there can be, in their order; nil where any text may stand.
    public var choices: [String]?

    /// Constraints; the default is none.
    public init(
      isRequired: Bool = false, isUnique: Bool = false, minimum: Double? = nil,
      maximum: Double? = nil, choices: [String]? = nil
    ) {
      self.isRequired = isRequired
      self.isUnique = isUnique
      self.minimum = minimum
      self.maximum = maximum
      self.choices = choices
    }
  }

  /// Name in files, snake_case: `internet_use_women_status`.
  public var name: String
  /// What it is called, by language.
  public var title: LocalizedText
  /// What one unit of it is, by language; nil where it has none.
  public var unit: LocalizedText?
  /// What it holds and when it is null, in English sentences.
  public var description: String
  /// What its values obey.
  public var constraints: Constraints
  /// The values, one a row.
  public var values: Values

  /// A column.
  public init(
    name: String, title: LocalizedText, unit: LocalizedText? = nil, description: String,
    constraints: Constraints = Constraints(), values: Values
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.description = description
    self.constraints = constraints
    self.values = values
  }
}

extension AtlasField.Values {
  /// How many rows.
  public var count: Int {
    switch self {
    case .text(let values): values.count
    case .real(let values): values.count
    case .integer(let values): values.count
    case .boolean(let values): values.count
    case .date(let values): values.count
    case .drivers(let values): values.count
    }
  }

  /// The type's name in a Table Schema: `string`, `number`, `integer`, `boolean`, `date` or
  /// `object`.
  public var typeName: String {
    switch self {
    case .text: "string"
    case .real: "number"
    case .integer: "integer"
    case .boolean: "boolean"
    case .date: "date"
    case .drivers: "object"
    }
  }
}
