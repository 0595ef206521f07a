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
    var cells = CellGrid(
      areas: [], water: [], transform: PixelTransform(scale: 1, offset: Coordinate(0, 0)),
      width: 500, height: 400)
    let bar = try #require(
      ScaleBar(metresPerPixel: metresPerPixel, width: 500, frameHeight: 400, cells: &cells))
    #expect(bar.metres == metres)
    #expect(bar.length <= 100)
    #expect(abs(bar.length * metresPerPixel - metres) < 1e-6)
    #expect(bar.box.maxX > 490)
  }

  @Test("Distances are written in kilometres from one kilometre on.")
  func distance() throws {
    var cells = CellGrid(
      areas: [], water: [], transform: PixelTransform(scale: 1, offset: Coordinate(0, 0)),
      width: 500, height: 400)
    let far = ScaleBar(metresPerPixel: 500, width: 500, frameHeight: 400, cells: &cells)
    let near = ScaleBar(metresPerPixel: 5, width: 500, frameHeight: 400, cells: &cells)
    #expect(far?.text(kilometres: "km", metres: "m") == "50\u{A0}km")
    #expect(near?.text(kilometres: "km", metres: "m") == "500\u{A0}m")
    #expect(ScaleBar(metresPerPixel: 0.5, width: 9, frameHeight: 9, cells: &cells) == nil)
  }
}
