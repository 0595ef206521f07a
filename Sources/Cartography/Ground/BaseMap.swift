public import Geography

/// The ground fitted into a frame: what maps of one width have in common.
///
/// Made once for a width and shared by every map of that width.
public struct BaseMap: Sendable {
  /// Width of the frame in pixels.
  public let width: Double
  /// Height of the frame and of what stands below it, in pixels.
  public let height: Double
  /// Height of the frame alone, in pixels.
  let frameHeight: Double
  /// Path data of each area.
  let areaPaths: [[UInt8]]
  /// Path data of the lines around all areas, each line once.
  let linePath: [UInt8]
  /// Path data of all water; empty where there is none.
  let waterPath: [UInt8]
  /// Path data of the land around, cut at the frame; empty where there is none.
  let surroundingsPath: [UInt8]
  /// A circle over each area in pixels, y downward; empty for a map without circles.
  let circles: [Circle?]
  /// Pixels a unit of the plane.
  let scale: Double
  /// Areas drawn larger, the smallest first.
  let insets: [Inset]
  /// How long a round distance is; nil where distances mean nothing.
  let scaleBar: ScaleBar?
  /// Which area each cell of the frame belongs to, and where there is room.
  let cells: CellGrid

  /// Space between the areas and the frame, in pixels.
  private static let margin = 8.0
  /// With more areas than this, single ones are neither enlarged nor led to.
  static let mostLabelledAreas = 60
  /// With more areas than this, lines are thin, and no area has a tooltip: nobody could point at
  /// one, and the file stays small.
  public static let mostDetailedAreas = 2000

  /// What was left out of the lines between the areas; nil where nothing was.
  public let simplification: SimplificationReport?

  /// Fits the ground into the width and height of a format's map, its lines simplified by less
  /// than half a pixel.
  ///
  /// The frame takes the full width where surroundings fill it, and hugs the areas otherwise.
  public init(_ ground: Ground, format: SheetFormat) {
    self.init(
      GroundLines(ground), width: format.mapWidth, maximumHeight: format.maximumMapHeight,
      insets: ground.isProjected && ground.circles.isEmpty ? format.insets : nil,
      tolerance: Detail.standard.tolerance)
  }

  /// Fits the ground in full detail into `width` and at most `maximumHeight`.
  init(_ ground: Ground, width: Double, maximumHeight: Double, insets: InsetRule? = nil) {
    self.init(
      GroundLines(ground), width: width, maximumHeight: maximumHeight, insets: insets,
      tolerance: 0)
  }

  /// Fits the ground into `width` and at most `maximumHeight`; enlarges no area where `insets`
  /// is nil.
  ///
  /// - Parameters:
  ///   - tolerance: how far lines may move, in pixels.
  ///   - budget: the most bytes that the lines of the areas may take; nil for no limit.
  init(
    _ lines: GroundLines, width: Double, maximumHeight: Double, insets rule: InsetRule?,
    tolerance: Double, budget: Int? = nil
  ) {
    let margin = BaseMap.margin
    let room = Coordinate(width, maximumHeight) - 2 * margin
    // Circles may reach into the margin, but not out of the frame.
    let extent = lines.ground.extent(
      around: lines.extent, slack: (margin - 2) / lines.extent.scale(into: room))
    let scale = extent.scale(into: room)
    self.width = width
    self.scale = scale
    let frameHeight = (extent.size.y * scale + 2 * margin).rounded(.up)
    self.frameHeight = frameHeight
    let transform = PixelTransform(
      scale: scale,
      offset: Coordinate(
        width / 2 - extent.center.x * scale, margin + extent.maximum.y * scale))
    let (ground, report) =
      budget.map { budget in
        lines.simplified(to: tolerance / scale, budget: budget) {
          BaseMap.lineBytes(BaseMap.paths(of: $0, transform))
        }
      } ?? lines.simplified(to: tolerance / scale)
    simplification = report
    (areaPaths, linePath) = BaseMap.paths(of: ground.areas, transform)
    circles = ground.circles.map {
      $0.map { Circle(center: transform.pixels($0.center), radius: $0.radius * scale) }
    }
    waterPath = PathData(ground.water.flatMap(\.rings), transform: transform).bytes
    let frame = transform.plane(PixelBox(x: 0, y: 0, width: width, height: frameHeight))
    surroundingsPath = PathData(ground.surroundings.clipped(to: frame), transform: transform).bytes
    var cells = CellGrid(
      areas: ground.areas, water: ground.water, transform: transform, width: width,
      height: frameHeight)
    var shown = cells
    if !ground.circles.isEmpty {
      let circles = ground.circles.map { $0.map { [$0.polygon] } }
      shown.take(circles.compactMap { $0?.first }, transform)
      cells = CellGrid(
        areas: zip(circles, ground.areas).map { $0 ?? $1 },
        order: ground.circles.largestFirst, water: [], transform: transform, width: width,
        height: frameHeight)
    }
    let bar = ground.isProjected ? ground.groundLength : nil
    let spots = rule.map { $0.spots(of: lines.ground, transform: transform) } ?? []
    let furniture = Furniture(
      bar.flatMap {
        ScaleBar(metresPerPixel: $0 / scale, width: width, frameHeight: frameHeight)
      }, around: spots, shown: shown, cells: &cells, frameHeight: frameHeight
    ) { height, cells in
      Inset.place(
        spots, of: lines, tolerance: max(tolerance / scale, report?.tolerance ?? 0), width: width,
        below: height, cells: &cells)
    }
    (scaleBar, insets) = (furniture.scaleBar, furniture.insets)
    self.cells = cells
    let enlarged = Set(insets.map(\.area))
    vanished = lines.ground.areas.indices.filter { area in
      let size = lines.ground.areas[area].flatMap(\.rings).reduce(0) { $0 + $1.signedArea }
      let isShown = enlarged.contains(area) || !ground.circles.isEmpty
      return !isShown && abs(size) * scale * scale < 1
    }
    height = (insets.map(\.box.maxY) + [scaleBar?.box.maxY ?? 0]).reduce(frameHeight, max)
  }

  /// Areas that are smaller than a pixel, neither enlarged nor shown by a circle: nobody sees their
  /// colour.
  public let vanished: [Int]

  /// How many bytes the lines of the areas take, in their fills and between them.
  var lineBytes: Int { BaseMap.lineBytes((areaPaths, linePath)) }

  private static func lineBytes(_ paths: (areas: [[UInt8]], lines: [UInt8])) -> Int {
    paths.areas.reduce(paths.lines.count) { $0 + $1.count }
  }

  /// Path data of each area, and of all lines where areas are few enough to have them.
  private static func paths(
    of areas: [[Polygon]], _ transform: PixelTransform
  ) -> (areas: [[UInt8]], lines: [UInt8]) {
    let rings = areas.lazy.flatMap { $0.lazy.flatMap(\.rings) }
    return (
      areas.map { PathData($0.flatMap(\.rings), transform: transform).bytes },
      areas.count <= BaseMap.mostDetailedAreas ? LinePath(rings, transform: transform).bytes : []
    )
  }
}
