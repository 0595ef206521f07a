/// One connected piece of an area, with the holes in it.
public struct Polygon: Sendable, Hashable {
  /// The outer boundary, counter-clockwise.
  public var exterior: Ring
  /// The holes, clockwise, each inside the exterior.
  public var holes: [Ring]

  /// A polygon of an exterior and its holes; the rings are turned the right way round.
  public init(exterior: Ring, holes: [Ring] = []) {
    self.exterior = exterior.signedArea < 0 ? exterior.reversed : exterior
    self.holes = holes.map { $0.signedArea > 0 ? $0.reversed : $0 }
  }

  /// The exterior, then the holes.
  public var rings: [Ring] { [exterior] + holes }
}

extension Ring {
  /// The same ring walked the other way.
  public var reversed: Ring { Ring(ContiguousArray(coordinates.reversed())) }
}
