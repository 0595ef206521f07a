/// The box around some coordinates.
public struct Extent: Sendable, Hashable {
  /// South-west corner.
  public var minimum: Coordinate
  /// North-east corner.
  public var maximum: Coordinate

  /// A box between two corners.
  public init(minimum: Coordinate, maximum: Coordinate) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The box around all exteriors, or nil when there is no coordinate.
  public init?(_ polygons: some Sequence<Polygon>) {
    var low = Coordinate(repeating: .infinity)
    var high = Coordinate(repeating: -.infinity)
    for polygon in polygons {
      for coordinate in polygon.exterior.coordinates {
        low = pointwiseMin(low, coordinate)
        high = pointwiseMax(high, coordinate)
      }
    }
    guard low.x <= high.x else { return nil }
    self.init(minimum: low, maximum: high)
  }

  /// Width and height.
  public var size: Coordinate { maximum - minimum }
  /// The middle of the box.
  public var center: Coordinate { (minimum + maximum) / 2 }
}
