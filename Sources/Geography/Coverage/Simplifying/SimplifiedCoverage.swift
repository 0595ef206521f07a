/// A coverage with less detail, and what became of it.
public struct SimplifiedCoverage: Sendable, Hashable {
  /// The areas in their order, with arcs between the same nodes as before.
  public var coverage: Coverage
  /// What was left out and what had to be put back.
  public var report: SimplificationReport

  /// The areas as polygons.
  public var polygons: [[Polygon]] { coverage.polygons }
}

/// What was left out of a coverage, and what had to be put back.
public struct SimplificationReport: Sendable, Hashable {
  /// Pieces of one area that were too small to be drawn.
  public struct LeftOut: Sendable, Hashable {
    /// Index of the area.
    public var area: Int
    /// How many pieces.
    public var count: Int
    /// Their size together, in square units of the coordinates.
    public var size: Double

    /// Pieces of an area.
    public init(area: Int, count: Int, size: Double) {
      self.area = area
      self.count = count
      self.size = size
    }
  }

  /// How many different vertices there were.
  public var verticesBefore: Int
  /// How many are left.
  public var verticesAfter: Int
  /// The weight below which vertices were left out, in the unit of the coordinates.
  public var tolerance: Double
  /// How many lighter ones were put back, so that no line crosses another, no piece changes
  /// sides or turns inside out, and no area changes its size too much.
  public var restoredVertices: Int
  /// Whether the asked number of vertices was kept to in spite of these.
  public var isWithinTarget: Bool
  /// The pieces that were left out, in the order of the areas.
  public var leftOutPieces: [LeftOut]
  /// The change of size of the area that changed most, as a share: −0.01 for one that is
  /// 1 % smaller.
  public var largestSizeChange: Double
  /// The index of that area; nil where none changed.
  public var mostChangedArea: Int?
  /// Places where lines of the source itself cross, or touch without a common vertex. They
  /// are left as they are.
  public var sourceContacts: Int
}
