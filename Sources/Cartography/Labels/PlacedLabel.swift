import Geography

/// A label with its place on the map, in pixels.
struct PlacedLabel: Sendable, Hashable {
  /// A line from an area to a label that had no room in it.
  struct Leader: Sendable, Hashable {
    /// Inside the area.
    var start: Coordinate
    /// At the label.
    var end: Coordinate
    /// Whether it begins in the middle of a circle, because the label is as near to another one.
    var isTie = false
  }

  /// The area it names.
  var area: Int
  /// Its lines, the first one on top.
  var lines: [String]
  /// How many of its last lines are set in bold: the value.
  var boldLines: Int
  /// Middle of its box.
  var center: Coordinate
  /// The line that leads to it; nil where it stands in its area.
  var leader: Leader?
  /// Its number in the key below the map, in place of the name; nil for a name.
  var number: Int?
}

extension PlacedLabel {
  /// The same label with a line that begins at the edge of a circle, not in its middle.
  func startingAtEdge(of circle: Circle?) -> PlacedLabel {
    guard let circle, let leader else { return self }
    let offset = leader.end - circle.center
    let length = (offset * offset).sum().squareRoot()
    guard length > 0 else { return self }
    var label = self
    label.leader?.start = circle.center + offset * (min(circle.radius, length) / length)
    return label
  }

  /// The same label with a line into its area's circle, where a reader could take it for
  /// another's: another circle is as near.
  ///
  /// - Parameters:
  ///   - circles: the circle of each area; nil for an area without one.
  ///   - size: width and height of the label, in pixels.
  func led(among circles: [Circle?], size: Coordinate) -> PlacedLabel {
    guard let own = circles[area] else { return self }
    let box = PixelBox(
      x: center.x - size.x / 2, y: center.y - size.y / 2, width: size.x, height: size.y)
    func gap(_ circle: Circle) -> Double {
      let offset = box.nearest(to: circle.center) - circle.center
      return (offset * offset).sum().squareRoot() - circle.radius
    }
    let others = circles.indices.lazy.filter { $0 != area }.compactMap { circles[$0].map(gap) }
    let distance = gap(own)
    guard distance > 0, (others.min() ?? .infinity) < distance + 4 else {
      return startingAtEdge(of: own)
    }
    var label = self
    label.leader = Leader(start: own.center, end: box.nearest(to: own.center), isTie: true)
    return label
  }
}
