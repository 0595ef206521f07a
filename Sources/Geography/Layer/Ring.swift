/// A closed line: the first and the last coordinate are equal, and there are at least four.
public struct Ring: Sendable, Hashable {
  /// The vertices in order, the first one repeated at the end.
  public var coordinates: ContiguousArray<Coordinate>

  /// A ring of coordinates that already close.
  public init(_ coordinates: ContiguousArray<Coordinate>) {
    self.coordinates = coordinates
  }

  /// Signed area in square units of the coordinates, positive when counter-clockwise.
  ///
  /// Shoelace formula relative to the first vertex, which keeps the products small.
  public var signedArea: Double {
    guard let origin = coordinates.first else { return 0 }
    var sum = 0.0
    var previous = Coordinate(0, 0)
    for coordinate in coordinates {
      let current = coordinate - origin
      sum += previous.x * current.y - current.x * previous.y
      previous = current
    }
    return sum / 2
  }
}
