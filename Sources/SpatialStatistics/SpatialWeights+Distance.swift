import Diagnostics
import Foundation
public import Geography

// Distances run between the centroids of areas, in metres on the WGS 84 ellipsoid.
extension SpatialWeights {
  /// Neighbours are the `count` nearest areas; binary, and not always mutual.
  ///
  /// Areas equally far, to the millimetre, are taken in layer order. Time grows as n log² n for
  /// few neighbours.
  ///
  /// - Throws: `Problem` when `count` is below 1, or there are not that many other areas.
  public static func nearest(_ count: Int, in layer: AreaLayer) throws -> SpatialWeights {
    guard count >= 1 else {
      throw Problem(
        "'\(count)' nearest neighbours leave every area alone",
        remedy: "ask for at least 1")
    }
    guard count < layer.count else {
      throw Problem(
        "'\(count)' nearest neighbours are asked for, but an area has only "
          + "\(max(0, layer.count - 1)) others",
        remedy: "ask for fewer")
    }
    let positions = Positions(layer)
    let tree = PointTree(positions.points)
    return SpatialWeights(
      rows: positions.indices.map { area in
        // What is as far as the last one to the millimetre lies within two of them.
        let ranked = tree.points(within: tree.reach(of: count, around: area) + 2e-3, of: area)
          .map { (distance: (1000 * positions.distance(area, $0)).rounded(), area: $0) }
          .sorted { ($0.distance, $0.area) < ($1.distance, $1.area) }
        return ranked.prefix(count).map { ($0.area, 1) }
      })
  }

  /// Neighbours are areas at most `metres` away; binary.
  ///
  /// - Throws: `Problem` when the distance is not a positive number, or there are more than ten
  ///   million pairs.
  public static func within(metres: Double, in layer: AreaLayer) throws -> SpatialWeights {
    try banded(metres: metres, in: layer) { _, _, _ in 1 }
  }

  /// Neighbours are areas at most `metres` away, or all others when it is nil, each with the
  /// weight distance⁻ᵖ (distance in metres, p = `power`).
  ///
  /// - Throws: `Problem` when the distance or the power is not a positive number, two areas have
  ///   the same centroid, whose weight would be infinite, or there are more than ten million pairs.
  public static func inverseDistance(
    power: Double = 1, within metres: Double? = nil, in layer: AreaLayer
  ) throws -> SpatialWeights {
    guard power > 0, power.isFinite else {
      throw Problem(
        "the power '\(power)' of inverse distance is not a positive number",
        remedy: "use 1 or 2")
    }
    return try banded(metres: metres, in: layer) { first, second, distance in
      let weight = power == 1 ? 1 / distance : 1 / pow(distance, power)
      guard weight.isFinite, weight > 0 else {
        throw Problem(
          "areas '\(layer.areas[first].code)' and '\(layer.areas[second].code)' lie "
            + "\(distance) m apart, which gives no usable inverse distance",
          remedy: "use contiguity, nearest neighbours or a distance band")
      }
      return weight
    }
  }

  /// Areas at most `metres` away, or all others, weighed by a function of two areas and their
  /// distance. More than `mostPairs` would fill the memory, and no longer tell near from far.
  static func banded(
    metres: Double?, in layer: AreaLayer, mostPairs: Int = 10_000_000,
    weight: (Int, Int, Double) throws -> Double
  ) throws -> SpatialWeights {
    if let metres, !(metres > 0 && metres.isFinite) {
      throw Problem(
        "the distance '\(metres)' m is not a positive number",
        remedy: "give the distance band in metres")
    }
    let reach = metres ?? .infinity
    let positions = Positions(layer)
    var rows = [[(neighbor: Int, weight: Double)]](repeating: [], count: layer.count)
    let tree = PointTree(positions.points)
    var pairs = 0
    for first in positions.indices {
      let near =
        metres == nil
        ? Array(positions.indices.dropFirst(first + 1))
        : tree.points(within: Positions.chord(reach), of: first).filter { $0 > first }
      for second in near {
        let distance = positions.distance(first, second)
        if distance > reach { continue }
        pairs += 1
        guard pairs <= mostPairs else {
          throw Problem(
            "\(layer.count) areas have more than \(mostPairs) pairs of neighbours at this distance",
            remedy: "give a shorter distance, or ask for the nearest few")
        }
        let weight = try weight(first, second, distance)
        rows[first].append((second, weight))
        rows[second].append((first, weight))
      }
    }
    return SpatialWeights(rows: rows)
  }
}
