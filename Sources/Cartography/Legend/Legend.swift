/// What the fills of a map mean.
public struct Legend: Sendable, Hashable {
  /// One fill and its meaning.
  public struct Row: Sendable, Hashable {
    /// The fill; nil for a row about outlines or symbols alone.
    public var fill: Fill?
    /// Whether the swatch has the heavy outline.
    public var isOutlined: Bool
    /// What stands in place of a swatch, as before a name on the map; nil for a swatch.
    public var symbol: String?
    /// What it means: `over 45.0 to 60.2`.
    public var text: String
    /// How many areas, shown as a bar and a number; nil for what is not counted.
    public var count: Int?

    /// A row.
    public init(
      fill: Fill?, isOutlined: Bool = false, symbol: String? = nil, text: String,
      count: Int? = nil
    ) {
      self.fill = fill
      self.isOutlined = isOutlined
      self.symbol = symbol
      self.text = text
      self.count = count
    }
  }

  /// Above the classes: `Class`.
  public var title: String
  /// Above the bars: what they count.
  public var countTitle: String
  /// The classes, the first one on top.
  public var classes: [Row]
  /// The classes as a square, where there are two measures; `classes` is empty then.
  public var matrix: MatrixLegend?
  /// What the sizes of circles mean; nil for a map without circles.
  public var sizes: SizeLegend?
  /// Above the other fills.
  public var othersTitle: String
  /// Everything that is no class: no data, unreliable, water, outlines.
  public var others: [Row]
  /// Name of the legend for a screen reader.
  public var label: String

  /// A legend.
  public init(
    label: String, title: String, countTitle: String = "", classes: [Row],
    matrix: MatrixLegend? = nil, sizes: SizeLegend? = nil, othersTitle: String, others: [Row]
  ) {
    self.label = label
    self.title = title
    self.countTitle = countTitle
    self.classes = classes
    self.matrix = matrix
    self.sizes = sizes
    self.othersTitle = othersTitle
    self.others = others
  }
}
