public import Geography

/// The ground that maps are drawn on: areas, water and surroundings fitted into a frame.
///
/// Made once for a width and shared by every map of that width.
public struct BaseMap: Sendable {
  /// Width of the frame in pixels.
  public let width: Double
  /// Height of the frame in pixels.
  public let height: Double
  /// Path data of each area.
  let areaPaths: [[UInt8]]
  /// Path data of all water; empty where there is none.
  let waterPath: [UInt8]
  /// Path data of the land around, cut at the frame; empty where there is none.
  let surroundingsPath: [UInt8]
  /// Which area each cell of the frame belongs to.
  let cells: CellGrid

  /// Space between the areas and the frame, in pixels.
  private static let margin = 8.0

  /// Fits planar areas (metres, y northward) into `width` pixels and at most `maximumHeight`.
  ///
  /// The frame takes the full width where surroundings fill it, and hugs the areas otherwise.
  public init(
    areas: [[Polygon]], water: [Polygon] = [], surroundings: [Polygon] = [], width: Double,
    maximumHeight: Double
  ) {
    let extent =
      Extent(areas.lazy.flatMap { $0 })
      ?? Extent(minimum: Coordinate(0, 0), maximum: Coordinate(1, 1))
    let size = pointwiseMax(extent.size, Coordinate(repeating: 1e-9))
    let margin = BaseMap.margin
    let scale = min((width - 2 * margin) / size.x, (maximumHeight - 2 * margin) / size.y)
    self.width = width
    height = (size.y * scale + 2 * margin).rounded(.up)
    let transform = PixelTransform(
      scale: scale,
      offset: Coordinate(
        width / 2 - extent.center.x * scale, margin + extent.maximum.y * scale))
    areaPaths = areas.map { PathData($0.flatMap(\.rings), transform: transform).bytes }
    waterPath = PathData(water.flatMap(\.rings), transform: transform).bytes
    let frame = Extent(
      minimum: Coordinate(-transform.offset.x / scale, (transform.offset.y - height) / scale),
      maximum: Coordinate((width - transform.offset.x) / scale, transform.offset.y / scale))
    surroundingsPath =
      PathData(
        surroundings.flatMap(\.rings).compactMap { $0.clipped(to: frame) }, transform: transform
      ).bytes
    cells = CellGrid(
      areas: areas, water: water, transform: transform, width: width, height: height)
  }
}
