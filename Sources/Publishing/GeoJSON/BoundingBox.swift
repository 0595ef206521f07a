internal import Geography

extension Extent {
  /// The box around polygons that lie within ±180°. Where a box across the antimeridian is
  /// smaller, its east is more than 180°; nil where there is no coordinate.
  init?(published polygons: some Sequence<Polygon>) {
    guard let plain = Extent(polygons) else { return nil }
    self = plain.size.x <= 180 ? plain : Extent(onGlobe: polygons) ?? plain
  }
}
