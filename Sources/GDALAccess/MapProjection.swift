import CGDAL
import Diagnostics
public import Geography

/// How the globe is laid flat for a map, in metres.
public struct MapProjection: Sendable, Hashable {
  /// What PROJ is given: an authority's code or a PROJ string.
  public var definition: String
  /// What it is called in the credits of a map:
  /// `Lambert azimuthal equal-area projection, centred on 104.9° E, 12.6° N`.
  public var name: String

  /// An equal-area projection for what lies within `extent` (degrees; `maximum.x` may be
  /// more than 180°, see `Extent.init(onGlobe:)`).
  ///
  /// Lambert's azimuthal projection on the middle; Albers' conic with standard parallels a
  /// sixth from the edges (the rule of J. P. Snyder, *Map Projections: A Working Manual*,
  /// USGS 1987) where the land is more than half again as wide as high and lies between 15° and
  /// 75° of latitude; Equal Earth for more than 180° of longitude. What reaches around a
  /// pole is centred on the pole.
  public static func fitting(_ extent: Extent) -> MapProjection {
    let (south, north) = (extent.minimum.y, extent.maximum.y)
    let isAroundPole = extent.size.x > 180 && max(-south, north) > 75 && (south > 0 || north < 0)
    let longitude = isAroundPole ? 0.0 : rounded(remainder(extent.center.x, 360))
    let latitude = isAroundPole ? (south > 0 ? 90.0 : -90.0) : rounded(extent.center.y)
    let place = "\(degrees(longitude, "E", "W")), \(degrees(latitude, "N", "S"))"
    if extent.size.x > 180 && !isAroundPole {
      return MapProjection(
        definition: "+proj=eqearth +lon_0=\(longitude) +datum=WGS84 +units=m +no_defs",
        name: "Equal Earth projection, centred on \(degrees(longitude, "E", "W"))")
    }
    let scale = Ellipsoid.metresPerDegree(atLatitude: extent.center.y)
    let metres = extent.size * scale
    let (nearest, farthest) = (min(abs(south), abs(north)), max(abs(south), abs(north)))
    if metres.x > 1.5 * metres.y, south * north > 0, nearest >= 15, farthest <= 75 {
      let first = rounded(south + extent.size.y / 6)
      let second = rounded(north - extent.size.y / 6)
      let parallels = "\(degrees(first, "N", "S")) and \(degrees(second, "N", "S"))"
      return MapProjection(
        definition: "+proj=aea +lat_1=\(first) +lat_2=\(second) +lat_0=\(latitude) "
          + "+lon_0=\(longitude) +datum=WGS84 +units=m +no_defs",
        name: "Albers equal-area projection, standard parallels \(parallels), centred on "
          + degrees(longitude, "E", "W"))
    }
    return MapProjection(
      definition: "+proj=laea +lat_0=\(latitude) +lon_0=\(longitude) +datum=WGS84 +units=m "
        + "+no_defs",
      name: "Lambert azimuthal equal-area projection, centred on \(place)")
  }

  /// The projection that a definition asks for: `EPSG:32648`, or a PROJ string that
  /// begins with `+proj=`.
  ///
  /// - Throws: `Problem` without a place when PROJ does not know it, or when it is no
  ///   projection onto a plane.
  public static func declared(_ text: String) throws -> MapProjection {
    try quietly {
      guard let reference = SpatialReference(text) else {
        throw Problem(
          "'\(text)' is not a projection that PROJ knows",
          remedy: "give an authority's code, such as 'EPSG:32648', or a string that begins "
            + "with '+proj='")
      }
      guard reference.isProjected else {
        throw Problem(
          "'\(text)' is no projection onto a plane",
          remedy: "give a projected reference system, such as 'EPSG:32648', or leave it out")
      }
      let name = reference.name
      return MapProjection(
        definition: text, name: name == "unknown" ? "projection \(text)" : "\(name) (\(text))")
    }
  }

  /// Projects polygons from degrees (WGS 84) to metres, keeping their grouping and, but for those
  /// at the antimeridian, their order.
  ///
  /// Pieces of an area that are cut along ±180° become one where the map holds both sides
  /// together, and an area around a pole loses the line to it.
  ///
  /// - Parameters:
  ///   - sets: groups of polygons, one an area.
  ///   - leavingOutWhatFails: leaves out vertices that the projection cannot place, such as
  ///     the far side of the globe, and rings and polygons with too few left; for land that
  ///     is drawn as context only.
  /// - Throws: `Problem` without a place when PROJ does not know the projection, or a
  ///   vertex cannot be placed and may not be left out.
  public func project(
    _ sets: [[Polygon]], leavingOutWhatFails: Bool = false
  ) throws -> [[Polygon]] {
    try quietly {
      guard let source = SpatialReference("EPSG:4326"),
        let target = SpatialReference(definition),
        let reprojection = Reprojection(from: source, to: target)
      else {
        throw Problem(
          "'\(definition)' is not a projection that PROJ knows: '\(lastMessage())'",
          remedy: "give another projection, or leave it out")
      }
      let unit = target.metresPerUnit
      func place(_ ring: Ring) throws -> Ring {
        var ring = ring
        reprojection.apply(to: &ring.coordinates)
        if unit != 1 {
          for index in ring.coordinates.indices { ring.coordinates[index] *= unit }
        }
        if leavingOutWhatFails {
          ring.removeUnplaced()
        } else if ring.coordinates.contains(where: { !$0.x.isFinite || !$0.y.isFinite }) {
          throw Problem(
            "an area does not fit into the projection '\(definition)'",
            remedy: "give a projection for this part of the world, or leave it out")
        }
        return ring
      }
      func areOne(_ first: Coordinate, _ second: Coordinate) -> Bool {
        var places: ContiguousArray = [first, second]
        reprojection.apply(to: &places)
        let offset = places[1] - places[0]
        return (offset * offset).sum() < 1
      }
      return try sets.map { set in
        let cut = set.filter(\.isAtAntimeridian)
        let uncut = cut.isEmpty ? nil : UncutRings(cut, where: areOne)
        let joined = try uncut.map { [Polygon](enclosedBy: try $0.rings.map(place)) } ?? []
        return try joined
          + set.compactMap { polygon in
            if !joined.isEmpty, polygon.isAtAntimeridian { return nil }
            let rings = try polygon.rings.map(place)
            guard !rings[0].coordinates.isEmpty else { return nil }
            return Polygon(
              exterior: rings[0], holes: rings.dropFirst().filter { !$0.coordinates.isEmpty })
          }
      }
    }
  }

  /// One decimal of a degree is exact enough for the middle of a map, and can be printed.
  private static func rounded(_ degrees: Double) -> Double {
    (degrees * 10).rounded() / 10 + 0
  }

  private static func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
    "\(abs(value))° \(value < 0 ? negative : positive)"
  }
}

extension Ring {
  /// Drops what could not be projected; all of the ring where fewer than three corners stay.
  fileprivate mutating func removeUnplaced() {
    coordinates.removeAll { !$0.x.isFinite || !$0.y.isFinite }
    if let first = coordinates.first, first != coordinates.last { coordinates.append(first) }
    if coordinates.count < 4 { coordinates = [] }
  }
}
