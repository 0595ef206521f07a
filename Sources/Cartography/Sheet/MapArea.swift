/// One area as a map shows it.
public struct MapArea: Sendable, Hashable {
  /// The code, published as `data-area`.
  public var code: String
  /// The name in the map's language, set as label.
  public var name: String
  /// The value under the name, as short as it can be: `27.1`; nil leaves it out.
  public var value: String?
  /// Name, value, unit and status in one phrase: tooltip and name for a screen reader.
  public var description: String
  /// What it is filled with.
  public var fill: Fill
  /// What the circle over it is filled with; nil where it has none.
  public var symbol: Fill?
  /// Whether a heavy outline marks it.
  public var isOutlined: Bool
  /// Who chooses a place for its label first: the area with the higher number.
  public var priority: Int

  /// An area.
  public init(
    code: String, name: String, value: String? = nil, description: String, fill: Fill,
    symbol: Fill? = nil, isOutlined: Bool = false, priority: Int = 0
  ) {
    self.code = code
    self.name = name
    self.value = value
    self.description = description
    self.fill = fill
    self.symbol = symbol
    self.isOutlined = isOutlined
    self.priority = priority
  }
}

extension MapArea {
  /// The colour behind a label that stands on it.
  var ground: Color { (symbol ?? fill).background }
}
