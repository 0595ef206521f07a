import Geography

extension Ground {
  /// The box around all areas made larger by what circles reach out of it, less a `slack` that
  /// they may reach out.
  func extent(around areas: Extent, slack: Double) -> Extent {
    circles.reduce(into: areas) { extent, circle in
      guard let circle else { return }
      let reach = Coordinate(repeating: circle.radius - slack)
      extent.minimum = pointwiseMin(extent.minimum, circle.center - reach)
      extent.maximum = pointwiseMax(extent.maximum, circle.center + reach)
    }
  }
}

extension Extent {
  /// How much larger a box may be drawn to fit into so much room.
  func scale(into room: Coordinate) -> Double {
    (room / pointwiseMax(size, Coordinate(repeating: 1e-9))).min()
  }
}
