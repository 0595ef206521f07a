/// The areas of a map in order of their codes, in WGS 84 longitude and latitude.
///
/// Everything that has one value an area is an array in this order: an area is
/// its index here, and its code only where people read it.
public struct AreaLayer: Sendable, Hashable {
  /// The areas, sorted by code (by Unicode scalar), no code twice.
  public let areas: [Area]

  /// A layer of the given areas, which are put into code order.
  public init(_ areas: [Area]) {
    self.areas = areas.sorted {
      $0.code.unicodeScalars.lexicographicallyPrecedes($1.code.unicodeScalars)
    }
  }

  /// The codes in order.
  public var codes: [String] { areas.map(\.code) }
  /// How many areas.
  public var count: Int { areas.count }
  /// How many vertices all rings have, the last one of each left out.
  public var vertexCount: Int {
    areas.lazy.flatMap(\.polygons).flatMap(\.rings).reduce(0) { $0 + $1.coordinates.count - 1 }
  }
  /// The box around all areas, in degrees; nil for an empty layer.
  public var extent: Extent? { Extent(areas.lazy.flatMap(\.polygons)) }
}
