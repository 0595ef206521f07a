extension Ring {
  /// Makes a ring in degrees continuous that jumps across the antimeridian: 179°, −179°
  /// becomes 179°, 181°.
  ///
  /// An edge of more than half a turn is taken for such a jump, unless it is a whole turn
  /// (the foot of Antarctica on a flat map), or unless the ring would then not close (it
  /// winds around a pole).
  ///
  /// - Returns: whether the ring was changed.
  public mutating func unwrapLongitudes() -> Bool {
    guard let start = coordinates.first else { return false }
    func turns(_ step: Double) -> Double {
      let size = abs(step)
      return size > 180 && size < 360 ? (step > 0 ? -360 : 360) : 0
    }
    var previous = start.x
    var total = 0.0
    var jumps = false
    for coordinate in coordinates {
      let turn = turns(coordinate.x - previous)
      if turn != 0 {
        total += turn
        jumps = true
      }
      previous = coordinate.x
    }
    guard jumps, total == 0 else { return false }
    var offset = 0.0
    previous = start.x
    for index in coordinates.indices {
      let x = coordinates[index].x
      offset += turns(x - previous)
      previous = x
      coordinates[index].x = x + offset
    }
    return true
  }
}

extension Extent {
  /// The smallest box around polygons in degrees, which may reach across the antimeridian:
  /// then `maximum.x` is more than 180°. Nil when there is no coordinate.
  ///
  /// The box leaves out the widest stretch of longitudes without any polygon.
  public init?(onGlobe polygons: some Sequence<Polygon>) {
    let boxes = polygons.compactMap { Extent(CollectionOfOne($0)) }
    let spans = boxes.map { box -> (west: Double, east: Double) in
      let turns = ((box.minimum.x + 180) / 360).rounded(.down) * 360
      return (box.minimum.x - turns, box.maximum.x - turns)
    }.sorted { $0 < $1 }
    guard let first = spans.first, let easternmost = spans.map(\.east).max() else { return nil }
    // How far east the land reaches that was met so far, coming round from the other side.
    var reach = easternmost - 360
    var (west, widest) = (first.west, 0.0)
    for span in spans {
      if span.west - reach > widest { (west, widest) = (span.west, span.west - reach) }
      reach = Swift.max(reach, span.east)
    }
    let south = boxes.reduce(.infinity) { Swift.min($0, $1.minimum.y) }
    let north = boxes.reduce(-.infinity) { Swift.max($0, $1.maximum.y) }
    self.init(
      minimum: Coordinate(west, south), maximum: Coordinate(west + 360 - widest, north))
  }
}
