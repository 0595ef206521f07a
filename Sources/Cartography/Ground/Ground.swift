public import Geography

/// The shapes that a map is drawn on, on a plane, y northward.
public struct Ground: Sendable {
  /// The pieces of each area.
  public var areas: [[Polygon]]
  /// Water drawn over the areas.
  public var water: [Polygon]
  /// Land around.
  public var surroundings: [Polygon]
  /// A circle over each area, nil for areas without one; empty for a map without circles.
  public var circles: [Circle?]
  /// Whether the plane is that of a map projection, in metres: then distances mean something,
  /// and small areas may be shown larger in an inset.
  public var isProjected: Bool
  /// How long on the ground a metre of the plane is at the middle of the areas; nil where lengths
  /// differ too much over the map for a scale bar.
  public var groundLength: Double?

  /// Shapes on one plane.
  public init(
    areas: [[Polygon]], water: [Polygon] = [], surroundings: [Polygon] = [],
    circles: [Circle?] = [], isProjected: Bool = true, groundLength: Double? = 1
  ) {
    self.areas = areas
    self.water = water
    self.surroundings = surroundings
    self.circles = circles
    self.isProjected = isProjected
    self.groundLength = groundLength
  }
}
