import Foundation
import GDALAccess
import Geography
import Testing

@Suite("Projecting for a map")
struct MapProjectionTests {
  private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Extent {
    Extent(minimum: Coordinate(west, south), maximum: Coordinate(east, north))
  }

  private func quadrangle(_ extent: Extent) -> Polygon {
    let (low, high) = (extent.minimum, extent.maximum)
    return Polygon(
      exterior: Ring([
        low, Coordinate(high.x, low.y), high, Coordinate(low.x, high.y), low,
      ]))
  }

  @Test("A compact country is projected around its middle, without distortion of its size.")
  func compact() throws {
    let projection = MapProjection.fitting(box(102.3, 10.4, 107.6, 14.7))
    #expect(
      projection.name
        == "Lambert azimuthal equal-area projection, centred on 105.0° E, 12.6° N")
    // A cell of 0.01° in a corner; its area on the ellipsoid by the radii of curvature.
    let cell = box(102.3, 10.4, 102.31, 10.41)
    let projected = try projection.project([[quadrangle(cell)]])[0][0]
    let metres = Ellipsoid.metresPerDegree(atLatitude: 10.405) * 0.01
    #expect(abs(projected.exterior.signedArea / (metres.x * metres.y) - 1) < 1e-5)
    let middle = box(104.99, 12.59, 105.01, 12.61)
    let centre = try #require(Extent(try projection.project([[quadrangle(middle)]])[0])).center
    #expect(abs(centre.x) < 1 && abs(centre.y) < 1)
  }

  @Test(
    "The projection follows from the extent.",
    arguments: [
      (-125.0, 25.0, -66.0, 49.0, "+proj=aea +lat_1=29.0 +lat_2=45.0 +lat_0=37.0 +lon_0=-95.5"),
      (177.0, -19.0, 182.0, -15.0, "+proj=laea +lat_0=-17.0 +lon_0=179.5"),
      (-180.0, -90.0, 180.0, -60.0, "+proj=laea +lat_0=-90.0 +lon_0=0.0"),
      (-180.0, -60.0, 180.0, 84.0, "+proj=eqearth +lon_0=0.0"),
    ])
  func choice(west: Double, south: Double, east: Double, north: Double, definition: String) {
    #expect(
      MapProjection.fitting(box(west, south, east, north)).definition.hasPrefix(definition))
  }

  @Test("A country across the antimeridian is drawn in one piece.")
  func antimeridian() throws {
    let islands = [box(177, -19, 180, -16), box(-180, -18, -178, -15)].map(quadrangle)
    let projection = MapProjection.fitting(try #require(Extent(onGlobe: islands)))
    let width = try #require(Extent(try projection.project([islands])[0])).size.x
    #expect(width > 500_000 && width < 560_000)
  }

  @Test("A declared projection keeps its own numbers, and feet become metres.")
  func declared() throws {
    let utm = try MapProjection.declared("EPSG:32648")
    #expect(utm.name == "WGS 84 / UTM zone 48N (EPSG:32648)")
    let box = quadrangle(box(105, 0, 106, 1))
    let metres = try utm.project([[box]])[0][0].exterior.coordinates[0]
    #expect(abs(metres.x - 500_000) < 1e-6 && abs(metres.y) < 1e-6)
    let feet = try MapProjection.declared("+proj=utm +zone=48 +datum=WGS84 +units=ft +no_defs")
    let converted = try feet.project([[box]])[0][0].exterior.coordinates[0]
    #expect(abs(converted.x - 500_000) < 1e-6)
  }

  @Test(
    "What is no projection is refused.",
    arguments: [
      (
        "Mercator",
        "'Mercator' is not a projection that PROJ knows; give an authority's code, such as "
          + "'EPSG:32648', or a string that begins with '+proj='"
      ),
      (
        "EPSG:4326",
        "'EPSG:4326' is no projection onto a plane; give a projected reference system, such as "
          + "'EPSG:32648', or leave it out"
      ),
    ])
  func refused(text: String, message: String) {
    #expect(complaints { try MapProjection.declared(text) } == [message])
  }

  @Test("Context that cannot be placed is left out; an area that cannot is an error.")
  func outside() throws {
    let projection = try MapProjection.declared(
      "+proj=gnom +lat_0=12 +lon_0=105 +datum=WGS84 +units=m +no_defs")
    let here = quadrangle(box(104, 11, 106, 13))
    let farSide = quadrangle(box(-80, -15, -70, -10))
    let projected = try projection.project([[here, farSide]], leavingOutWhatFails: true)
    #expect(projected.map(\.count) == [1])
    #expect(
      complaints { try projection.project([[here, farSide]]) } == [
        "an area does not fit into the projection '\(projection.definition)'; give a projection "
          + "for this part of the world, or leave it out"
      ])
  }

  @Test(
    "What a metre of the plane is on the ground is measured at the middle of the areas.",
    arguments: [
      // Mercator's scale is that of the parallels of a sphere: at 49.6° N about cos 49.6° = 0.648,
      // on the ellipsoid 0.6497 (metres of a degree there by those at the equator).
      ("EPSG:3857", 0.6497),
      // Eighteen degrees from the middle of the zone: 0.9996 / √(1 − B²) times too long with
      // B = cos 49.6° sin 18° (Snyder 1987, 8-5).
      ("EPSG:32631", 0.9801),
      ("+proj=laea +lat_0=49.6 +lon_0=21 +datum=WGS84 +units=m +no_defs", 1),
      ("+proj=laea +lat_0=49.6 +lon_0=21 +datum=WGS84 +units=ft +no_defs", 1),
    ])
  func groundLength(definition: String, length: Double) throws {
    let projection = try MapProjection.declared(definition)
    let areas = try projection.project([[quadrangle(box(20, 49.1, 22, 50.1))]])
    let measured = try #require(projection.groundLength(under: areas))
    #expect(abs(measured / length - 1) < 0.002, "\(measured)")
  }

  @Test(
    "Where lengths differ by more than a twentieth, no one number says what a metre is.",
    arguments: [
      ("+proj=robin +datum=WGS84 +units=m +no_defs", 20.0, 49.1, 22.0, 50.1),
      ("EPSG:3857", 20, 40, 40, 60),
      ("+proj=eqearth +lon_0=0 +datum=WGS84 +units=m +no_defs", -170, -50, 170, 80),
    ])
  func noGroundLength(
    definition: String, west: Double, south: Double, east: Double, north: Double
  ) throws {
    let projection = try MapProjection.declared(definition)
    let areas = try projection.project([[quadrangle(box(west, south, east, north))]])
    #expect(projection.groundLength(under: areas) == nil)
  }

  @Test("An area cut along 180° is drawn in one piece, unless the map itself is cut there.")
  func joined() throws {
    let halves = [box(179, -17, 180, -16), box(-180, -17, -179, -16)].map(quadrangle)
    let neighbour = [quadrangle(box(-179, -17, -178, -16))]
    let islet = [quadrangle(box(178, -10, 178.5, -9.5))]
    for definition in ["+proj=laea +lat_0=-17 +lon_0=179.5 +datum=WGS84", "EPSG:3832"] {
      let projection = try MapProjection.declared(definition)
      let areas = try projection.project([halves + islet, neighbour])
      #expect(areas.map(\.count) == [2, 1])
      // One piece as large as both, and the neighbour still has two corners in common with it.
      let whole = try projection.project([[halves[0]], [halves[1]]]).joined().reduce(0) {
        $0 + $1.exterior.signedArea
      }
      let joined = areas[0].map(\.exterior.signedArea).max() ?? 0
      #expect(abs(joined / whole - 1) < 1e-6)
      let corners = Set(areas[0].flatMap { $0.exterior.coordinates })
      #expect(Set(areas[1][0].exterior.coordinates).intersection(corners).count == 2)
    }
    for definition in ["+proj=eqearth +lon_0=0 +datum=WGS84", "EPSG:3857"] {
      let areas = try MapProjection.declared(definition).project([halves])
      #expect(areas[0].count == 2)
    }
  }

  @Test("Land around a pole is drawn without a line to the pole where that is a point.")
  func aroundPole() throws {
    let coast = (0...36).map { Coordinate(Double($0) * 10 - 180, -70) }
    let foot = [Coordinate(180, -90), Coordinate(-180, -90), coast[0]]
    let land = Polygon(exterior: Ring(ContiguousArray(coast + foot)))
    let fitting = MapProjection.fitting(box(-180, -90, 180, -70))
    let cap = try #require(fitting.project([[land]])[0].first?.exterior)
    #expect(cap.coordinates.count == 37)
    #expect(cap.coordinates.allSatisfy { ($0 * $0).sum() > 1e12 })
    let flat = try MapProjection.declared("+proj=eqearth +lon_0=0 +datum=WGS84").project([[land]])
    #expect(flat[0][0].exterior.coordinates.count == 40)
  }
}
