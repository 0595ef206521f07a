import Geography
import Testing

@Suite("Distances on the ellipsoid")
struct EllipsoidTests {
  @Test("One degree along the equator is the equatorial radius times π / 180.")
  func equator() {
    let length = Ellipsoid.distance(Coordinate(10, 0), Coordinate(11, 0))
    #expect(abs(length - 6_378_137 * Double.pi / 180) < 1e-3)
  }

  @Test("The published line Flinders Peak – Buninyong measures 54,972.271 m.")
  func flindersPeak() {
    // Geocentric Datum of Australia technical manual 2.4, table 4.1; GRS 80, which differs
    // from WGS 84 by less than the last digit.
    let flinders = Coordinate(144 + 25 / 60 + 29.52440 / 3600, -(37 + 57 / 60 + 3.72030 / 3600))
    let buninyong = Coordinate(143 + 55 / 60 + 35.38390 / 3600, -(37 + 39 / 60 + 10.15610 / 3600))
    #expect(abs(Ellipsoid.distance(flinders, buninyong) - 54_972.271) < 1e-3)
  }

  @Test("From pole to pole is twice the meridian quadrant of 10,001,965.729 m.")
  func poles() {
    let length = Ellipsoid.distance(Coordinate(0, -90), Coordinate(0, 90))
    #expect(abs(length - 2 * 10_001_965.729) < 1e-2)
  }

  @Test(
    "A short step agrees with Vincenty's formula to a millionth.",
    arguments: [
      // Lengths by GeographicLib (C. F. F. Karney).
      (0.0, 1_569.034_715), (12.5, 1_550.901_399), (45, 1_362.572_406), (60, 1_246.010_321),
      (79, 1_136.664_676),
    ])
  func shortStep(latitude: Double, length: Double) {
    let start = Coordinate(104, latitude)
    let step = Ellipsoid.distance(start, start + Coordinate(0.01, 0.01))
    #expect(abs(step / length - 1) < 1e-6)
  }

  @Test("The way over the antimeridian is the short one, and longitudes count in turns.")
  func antimeridian() {
    let across = Ellipsoid.distance(Coordinate(179.5, 10), Coordinate(-179.5, 10))
    #expect(abs(across - Ellipsoid.distance(Coordinate(0, 10), Coordinate(1, 10))) < 1e-6)
    #expect(Ellipsoid.distance(Coordinate(-180, 10), Coordinate(180, 10)) == 0)
  }

  @Test("All longitudes are one place at the pole.")
  func pole() {
    #expect(Ellipsoid.distance(Coordinate(-180, -90), Coordinate(20, -90)) < 1e-6)
  }
}
