import Foundation

/// The WGS 84 ellipsoid: distances on the ground between positions in degrees.
public enum Ellipsoid {
  /// Equatorial radius in metres.
  static let equatorialRadius = 6_378_137.0
  /// Flattening.
  static let flattening = 1 / 298.257_223_563
  private static let eccentricitySquared = flattening * (2 - flattening)

  /// Metres in a degree of longitude (`x`) and of latitude (`y`) at a latitude in degrees,
  /// from the radii of curvature in the prime vertical and the meridian.
  public static func metresPerDegree(atLatitude latitude: Double) -> Coordinate {
    let sine = sin(latitude * .pi / 180)
    let w = (1 - eccentricitySquared * sine * sine).squareRoot()
    let primeVertical = equatorialRadius / w
    let meridian = equatorialRadius * (1 - eccentricitySquared) / (w * w * w)
    let cosine = max(0, 1 - sine * sine).squareRoot()
    return Coordinate(primeVertical * cosine, meridian) * (.pi / 180)
  }

  /// Length in metres of the geodesic between two positions (longitude, latitude) in degrees.
  ///
  /// Steps of up to 3 km below 80° of latitude use the radii of curvature at their middle
  /// (relative error below 1e-6); all others T. Vincenty's inverse formula (Survey Review
  /// 23, 1975; error below 1 mm). Positions nearly opposite each other on the globe, where
  /// that formula does not settle, are split in the middle of their longitudes and latitudes.
  public static func distance(_ start: Coordinate, _ end: Coordinate) -> Double {
    var difference = end - start
    difference.x = remainder(difference.x, 360)
    let latitude = (start.y + end.y) / 2
    if abs(difference.x) < 0.2, abs(difference.y) < 0.03, abs(latitude) < 80 {
      let metres = difference * metresPerDegree(atLatitude: latitude)
      let squared = (metres * metres).sum()
      if squared <= 3_000 * 3_000 { return squared.squareRoot() }
    }
    if let length = vincenty(start.y, end.y, longitudes: difference.x) { return length }
    let middle = start + difference / 2
    return distance(start, middle) + distance(middle, end)
  }

  /// Vincenty's inverse formula; nil where it does not settle.
  private static func vincenty(
    _ latitude1: Double, _ latitude2: Double, longitudes: Double
  ) -> Double? {
    let l = longitudes * .pi / 180
    let polarRadius = equatorialRadius * (1 - flattening)
    let u1 = atan((1 - flattening) * tan(latitude1 * .pi / 180))
    let u2 = atan((1 - flattening) * tan(latitude2 * .pi / 180))
    var lambda = l
    for _ in 0..<100 {
      let east = cos(u2) * sin(lambda)
      let north = cos(u1) * sin(u2) - sin(u1) * cos(u2) * cos(lambda)
      let sinSigma = (east * east + north * north).squareRoot()
      if sinSigma == 0 { return 0 }
      let cosSigma = sin(u1) * sin(u2) + cos(u1) * cos(u2) * cos(lambda)
      let sigma = atan2(sinSigma, cosSigma)
      let sinAlpha = cos(u1) * cos(u2) * sin(lambda) / sinSigma
      let cosSquaredAlpha = 1 - sinAlpha * sinAlpha
      let cos2Middle =
        cosSquaredAlpha > 0 ? cosSigma - 2 * sin(u1) * sin(u2) / cosSquaredAlpha : 0
      let c =
        flattening / 16 * cosSquaredAlpha * (4 + flattening * (4 - 3 * cosSquaredAlpha))
      let spread = -1 + 2 * cos2Middle * cos2Middle
      let before = lambda
      lambda =
        l + (1 - c) * flattening * sinAlpha
        * (sigma + c * sinSigma * (cos2Middle + c * cosSigma * spread))
      if abs(lambda) > .pi { return nil }
      if abs(lambda - before) > 1e-13 { continue }
      let uSquared =
        cosSquaredAlpha * (equatorialRadius * equatorialRadius / (polarRadius * polarRadius) - 1)
      let a =
        1 + uSquared / 16_384 * (4_096 + uSquared * (-768 + uSquared * (320 - 175 * uSquared)))
      let b = uSquared / 1_024 * (256 + uSquared * (-128 + uSquared * (74 - 47 * uSquared)))
      let third = cos2Middle * (-3 + 4 * sinSigma * sinSigma) * (-3 + 4 * cos2Middle * cos2Middle)
      let deltaSigma =
        b * sinSigma * (cos2Middle + b / 4 * (cosSigma * spread - b / 6 * third))
      return polarRadius * a * (sigma - deltaSigma)
    }
    return nil
  }
}
