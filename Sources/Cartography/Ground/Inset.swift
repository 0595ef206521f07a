import Geography

/// An area drawn larger, because on the map itself it is too small to see.
struct Inset: Sendable {
  /// The area it is about.
  let area: Int
  /// How much larger it is.
  let magnification: Double
  /// The part of the map it shows, in pixels.
  let window: PixelBox
  /// Where it stands, in pixels: the picture, and its caption below or beside it.
  let box: PixelBox
  /// Whether it stands on the map; else below it.
  let isOnMap: Bool
  /// Path data of every area that reaches into the window, cut at its edge, in pixels from the
  /// corner of the box.
  let paths: [(area: Int, data: [UInt8])]
  /// Path data of the lines between them.
  let linePath: [UInt8]
  /// The same of water.
  let waterPath: [UInt8]
  /// The same of the land around.
  let surroundingsPath: [UInt8]

  /// Side of the picture in pixels.
  let side: Double

  /// Where the number of an inset that stands below the map is, beside its window.
  static func tag(of window: PixelBox) -> PixelBox {
    PixelBox(x: window.maxX + 4, y: window.center.y - 7, width: 8, height: 14)
  }

  /// Where the caption stands, from the corner of the box.
  var caption: PixelBox {
    let isBeside = box.width > side
    return isBeside
      ? PixelBox(x: side + 8, y: 0, width: box.width - side - 8, height: side)
      : PixelBox(x: 0, y: side, width: side, height: Inset.captionHeight)
  }

  /// The line from the window to the picture; nil where the inset stands below the map.
  var leader: PlacedLabel.Leader? {
    guard isOnMap else { return nil }
    let picture = PixelBox(x: box.x, y: box.y, width: side, height: side)
    let end = picture.nearest(to: window.center)
    return PlacedLabel.Leader(start: window.nearest(to: end), end: end)
  }

  /// Space for two lines of caption.
  static let captionHeight = 38.0
  private static let gap = 8.0

  /// Places each where there is room nearest to its area; where one has none, all go below.
  ///
  /// - Parameters:
  ///   - tolerance: how far lines may move on the map, in the unit of the plane; in an inset they
  ///     may move by as much less as it is larger.
  ///   - height: where the room below the map begins.
  static func place(
    _ spots: [InsetRule.Spot], of lines: GroundLines, tolerance: Double, width: Double,
    below height: Double, cells: inout CellGrid
  ) -> [Inset] {
    guard let largest = spots.map(\.magnification).max() else { return [] }
    let ground = lines.simplified(to: tolerance / largest).ground
    // Who chooses first decides how long the lines get: try both ways round.
    let layouts = [spots, spots.reversed()].compactMap { layout($0, in: cells) }
    if let best = layouts.min(by: { $0.length < $1.length }) {
      cells = best.cells
      return best.boxes.map { Inset($0, box: $1, isOnMap: true, of: ground) }
    }
    let slot = min(220, width / Double(max(1, spots.count)))
    return spots.enumerated().map { index, spot in
      cells.take(spot.window)
      cells.take(Inset.tag(of: spot.window))
      let hasRoomBeside = slot > 2 * spot.side
      let box = PixelBox(
        x: Double(index) * slot, y: height + gap,
        width: hasRoomBeside ? slot - gap : spot.side,
        height: hasRoomBeside ? spot.side : spot.side + captionHeight)
      return Inset(spot, box: box, isOnMap: false, of: ground)
    }
  }

  /// A place on the map for each, the earlier ones choosing first; nil where one has none.
  private static func layout(_ spots: [InsetRule.Spot], in cells: CellGrid)
    -> (boxes: [(InsetRule.Spot, PixelBox)], cells: CellGrid, length: Double)?
  {
    var (cells, length) = (cells, 0.0)
    var boxes: [(InsetRule.Spot, PixelBox)] = []
    for spot in spots {
      // The distance that keeps two insets apart is part of the room they need.
      guard
        let room = cells.freeBox(
          width: spot.side + gap, height: spot.side + captionHeight + gap,
          nearest: spot.window.center)
      else { return nil }
      let box = PixelBox(
        x: room.pixels.x + gap / 2, y: room.pixels.y + gap / 2, width: spot.side,
        height: spot.side + captionHeight)
      cells.take(room)
      let end = box.nearest(to: spot.window.center)
      cells.take(from: spot.window.center, to: end)
      length += ((end - spot.window.center) * (end - spot.window.center)).sum().squareRoot()
      boxes.append((spot, box))
    }
    return (boxes, cells, length)
  }

  private init(_ spot: InsetRule.Spot, box: PixelBox, isOnMap: Bool, of ground: Ground) {
    area = spot.area
    side = spot.side
    magnification = spot.magnification
    window = spot.window
    self.box = box
    self.isOnMap = isOnMap
    let frame = spot.frame
    let transform = spot.transform
    paths = ground.areas.enumerated().compactMap { index, polygons in
      let rings = polygons.clipped(to: frame)
      return rings.isEmpty ? nil : (index, PathData(rings, transform: transform).bytes)
    }
    linePath =
      LinePath(ground.areas.lazy.flatMap { $0.clipped(to: frame) }, transform: transform).bytes
    waterPath = PathData(ground.water.clipped(to: frame), transform: transform).bytes
    surroundingsPath = PathData(ground.surroundings.clipped(to: frame), transform: transform).bytes
  }
}
