import Foundation
public import Geography

/// A circle on a plane.
public struct Circle: Sendable, Hashable {
  /// Its middle.
  public var center: Coordinate
  /// Its radius, in the plane's units.
  public var radius: Double

  /// A circle.
  public init(center: Coordinate, radius: Double) {
    self.center = center
    self.radius = radius
  }

  /// The circle as a polygon of 72 corners with the same area.
  var polygon: Polygon {
    let count = 72
    let step = 2 * Double.pi / Double(count)
    // A regular polygon of circumradius R has the area n/2 · R² · sin(2π/n).
    let reach = radius * (step / sin(step)).squareRoot()
    let corners = (0...count).map { index in
      let angle = Double(index % count) * step
      return center + Coordinate(cos(angle), sin(angle)) * reach
    }
    return Polygon(exterior: Ring(ContiguousArray(corners)))
  }
}

extension [Circle?] {
  /// The order in which circles are drawn: the largest first, so that it covers no other; areas
  /// without one before all.
  var largestFirst: [Int] {
    indices.sorted { first, second in
      let radii = (self[first]?.radius ?? .infinity, self[second]?.radius ?? .infinity)
      return radii.0 == radii.1 ? first < second : radii.0 > radii.1
    }
  }
}
