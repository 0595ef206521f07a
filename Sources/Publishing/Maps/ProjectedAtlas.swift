public import Geography

/// The geometry of an atlas on a plane, for drawing.
public struct ProjectedAtlas: Sendable {
  /// The pieces of each area in layer order; metres, y northward.
  public var areas: [[Polygon]]
  /// Water drawn over the areas, on the same plane.
  public var water: [Polygon]
  /// Land around, on the same plane.
  public var surroundings: [Polygon]
  /// How long on the ground a metre of the plane is at the middle of the areas; nil where lengths
  /// differ too much over the map for a scale bar.
  public var groundLength: Double?
  /// What the projection is called in the credits; nil leaves it out.
  public var projectionName: String?

  /// Geometry on one plane.
  public init(
    areas: [[Polygon]], water: [Polygon] = [], surroundings: [Polygon] = [],
    groundLength: Double? = 1, projectionName: String? = nil
  ) {
    self.areas = areas
    self.water = water
    self.surroundings = surroundings
    self.groundLength = groundLength
    self.projectionName = projectionName
  }
}
