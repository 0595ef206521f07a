import Geography
import Testing

@testable import Cartography

@Suite struct BaseMapTests {
  private static func square(_ x: Double, _ y: Double, side: Double) -> Polygon {
    Polygon(
      exterior: Ring([
        Coordinate(x, y), Coordinate(x + side, y), Coordinate(x + side, y + side),
        Coordinate(x, y + side), Coordinate(x, y),
      ]))
  }

  /// A square of 400 km with a tiny one in its corner.
  private static let ground = Ground(
    areas: [[square(0, 0, side: 400_000)], [square(390_000, 0, side: 10_000)]])

  private static let rule = InsetRule(smallest: 400, limit: 2, side: 90)

  @Test("An area too small to see is enlarged by a round factor that its inset has room for.")
  func magnification() throws {
    let map = BaseMap(
      BaseMapTests.ground, width: 416, maximumHeight: 416, insets: BaseMapTests.rule)
    let inset = try #require(map.insets.first)
    #expect(map.insets.count == 1)
    #expect(inset.area == 1)
    // A kilometre a pixel: 90 / (1.15 × 10) is 7.83, rounded down to 7.5.
    #expect(inset.magnification == 7.5)
    #expect(abs(inset.window.width - 12) < 1e-9)
    #expect(inset.paths.map(\.area) == [0, 1])
  }

  @Test("Without room on the map the insets stand below it, and the map is that much taller.")
  func below() throws {
    let map = BaseMap(
      BaseMapTests.ground, width: 416, maximumHeight: 416, insets: BaseMapTests.rule)
    let inset = try #require(map.insets.first)
    #expect(!inset.isOnMap)
    #expect(inset.box.y > map.frameHeight)
    #expect(map.height == inset.box.maxY)
  }

  @Test("With room beside the areas the inset stands on the map.")
  func onMap() throws {
    let map = BaseMap(
      BaseMapTests.ground, width: 800, maximumHeight: 416, insets: BaseMapTests.rule)
    let inset = try #require(map.insets.first)
    #expect(inset.isOnMap)
    #expect(inset.box.x > 600)
    #expect(map.height == map.frameHeight)
  }

  @Test("Large areas need no inset, and neither does a ground that is no map.")
  func none() {
    let large = Ground(areas: [[BaseMapTests.square(0, 0, side: 1)]])
    #expect(
      BaseMap(large, width: 400, maximumHeight: 400, insets: BaseMapTests.rule).insets.isEmpty)
    var tiles = BaseMapTests.ground
    tiles.isProjected = false
    let map = BaseMap(tiles, format: .desktop)
    #expect(map.insets.isEmpty)
    #expect(map.scaleBar == nil)
  }

  @Test(
    "The scale bar shows 1, 2 or 5 times a power of ten, at most a fifth of the width.",
    arguments: [(1000.0, 100_000.0), (10, 1000), (300, 20_000), (1.2, 100)])
  func scale(metresPerPixel: Double, metres: Double) throws {
    let bar = try #require(
      ScaleBar(metresPerPixel: metresPerPixel, width: 500, frameHeight: 400))
    #expect(bar.metres == metres)
    #expect(bar.length <= 100)
    #expect(abs(bar.length * metresPerPixel - metres) < 1e-6)
    #expect(bar.box.y == 402)
    let free = CellGrid(
      areas: [], water: [], transform: PixelTransform(scale: 1, offset: Coordinate(0, 0)),
      width: 500, height: 400)
    let moved = try #require(bar.moved(into: free))
    #expect(moved.box.maxX > 490 && moved.box.maxY > 390 && moved.box.maxY <= 400)
  }

  @Test("Distances are written in kilometres from one kilometre on.")
  func distance() throws {
    let far = ScaleBar(metresPerPixel: 500, width: 500, frameHeight: 400)
    let near = ScaleBar(metresPerPixel: 5, width: 500, frameHeight: 400)
    #expect(far?.text(kilometres: "km", metres: "m") == "50\u{A0}km")
    #expect(near?.text(kilometres: "km", metres: "m") == "500\u{A0}m")
    #expect(ScaleBar(metresPerPixel: 0.5, width: 9, frameHeight: 9) == nil)
  }

  @Test("The scale bar says what a pixel is on the ground, and there is none where nobody can.")
  func groundLength() throws {
    var ground = BaseMapTests.ground
    // A map 400 pixels wide of 400 km: of half as much on the ground, the bar is 20 km for 40.
    ground.groundLength = 0.5
    let bar = try #require(BaseMap(ground, width: 416, maximumHeight: 416).scaleBar)
    #expect(bar.metres == 20_000)
    #expect(abs(bar.length - 40) < 1e-9)
    ground.groundLength = nil
    #expect(BaseMap(ground, width: 416, maximumHeight: 416).scaleBar == nil)
  }

  @Test("Below a frame without room stand the scale bar and then the insets, none over another.")
  func furnitureBelow() throws {
    let map = BaseMap(
      BaseMapTests.ground, width: 416, maximumHeight: 416, insets: BaseMapTests.rule)
    let (bar, inset) = (try #require(map.scaleBar), try #require(map.insets.first))
    #expect(bar.box.y >= map.frameHeight)
    #expect(inset.box.y >= bar.box.maxY)
  }

  @Test("The scale bar keeps off small areas, their numbers, and the lines to their insets.")
  func furnitureApart() throws {
    // A tiny area in each lower corner: where the bar would be, and a line on the way to it.
    for x in [0.0, 200_000, 390_000] {
      let ground = Ground(areas: [
        [BaseMapTests.square(0, 150_000, side: 400_000)],
        [BaseMapTests.square(x, 0, side: 2_000)],
      ])
      let map = BaseMap(ground, width: 416, maximumHeight: 800, insets: BaseMapTests.rule)
      let (bar, inset) = (try #require(map.scaleBar), try #require(map.insets.first))
      #expect(!bar.box.overlaps(inset.window))
      #expect(!bar.box.overlaps(inset.box))
      if let leader = inset.leader {
        #expect(!bar.box.meets(leader.start, leader.end))
      } else {
        #expect(!bar.box.overlaps(Inset.tag(of: inset.window)))
      }
    }
  }

  @Test("Circles have room in the frame, and the scale bar stands under none of them.")
  func circles() throws {
    var ground = Ground(areas: [[BaseMapTests.square(0, 0, side: 400_000)]])
    ground.circles = [Circle(center: Coordinate(390_000, 10_000), radius: 60_000)]
    let map = BaseMap(ground, width: 416, maximumHeight: 416)
    let circle = try #require(map.circles[0])
    #expect(circle.center.x + circle.radius <= 415)
    #expect(circle.center.y + circle.radius <= map.frameHeight - 1)
    let bar = try #require(map.scaleBar)
    let nearest = bar.box.nearest(to: circle.center) - circle.center
    #expect((nearest * nearest).sum().squareRoot() >= circle.radius)
    // Within the margin nothing need give way.
    ground.circles = [Circle(center: Coordinate(396_000, 4_000), radius: 9_000)]
    #expect(abs(BaseMap(ground, width: 416, maximumHeight: 416).scale - 0.001) < 1e-12)
  }
}

extension PixelBox {
  /// Whether two boxes have more than an edge in common.
  fileprivate func overlaps(_ other: PixelBox) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}
