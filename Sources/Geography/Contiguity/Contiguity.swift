/// Which areas of a layer touch, and along how many metres.
public struct Contiguity: Sendable, Hashable {
  /// Two areas that touch, or nearly do.
  public struct Pair: Sendable, Hashable {
    /// Index of the area that comes first in the layer.
    public var first: Int
    /// Index of the other area, greater than `first`.
    public var second: Int
    /// Length of the boundary they share, in metres on the WGS 84 ellipsoid;
    /// 0 where they share points only, or nothing.
    public var sharedLength: Double
    /// They do not touch within the tolerance, but would within ten times the tolerance; in a
    /// published list also: they meet in a point where only a shared boundary counts.
    public var isNearMiss: Bool

    /// A pair with its shared length.
    public init(first: Int, second: Int, sharedLength: Double, isNearMiss: Bool = false) {
      self.first = first
      self.second = second
      self.sharedLength = sharedLength
      self.isNearMiss = isNearMiss
    }
  }

  /// Number of areas in the layer.
  public let areaCount: Int
  /// Pairs that touch (and near-misses), ordered by first, then second.
  public let pairs: [Pair]
  /// How far apart boundaries may lie and still count as one, in metres.
  public let tolerance: Double

  /// The pairs of a layer of `areaCount` areas.
  public init(areaCount: Int, pairs: [Pair], tolerance: Double) {
    self.areaCount = areaCount
    self.pairs = pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    self.tolerance = tolerance
  }
}
