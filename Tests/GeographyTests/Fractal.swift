import Foundation
import Geography

/// Boundaries made crooked in the same way on both sides.
///
/// Each edge is bent at its middle, then its halves, `depth` times. How far depends on nothing
/// but the two ends, so that neighbours that share an edge share what becomes of it. The bends
/// shrink fast enough that a lattice never crosses itself.
struct Fractal {
  var depth: Int
  var roughness = 0.12

  func areas(_ areas: [[Polygon]]) -> [[Polygon]] {
    areas.map { $0.map(polygon) }
  }

  func layer(_ layer: AreaLayer) -> AreaLayer {
    AreaLayer(
      layer.areas.map {
        Area(code: $0.code, name: $0.name, polygons: $0.polygons.map(polygon))
      })
  }

  private func polygon(_ polygon: Polygon) -> Polygon {
    Polygon(exterior: ring(polygon.exterior), holes: polygon.holes.map(ring))
  }

  private func ring(_ ring: Ring) -> Ring {
    var crooked: ContiguousArray<Coordinate> = []
    for (start, end) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
      crooked.append(start)
      bend(from: start, to: end, depth: depth, roughness: roughness, into: &crooked)
    }
    if let first = ring.coordinates.first { crooked.append(first) }
    return Ring(crooked)
  }

  private func bend(
    from start: Coordinate, to end: Coordinate, depth: Int, roughness: Double,
    into line: inout ContiguousArray<Coordinate>
  ) {
    if depth == 0 { return }
    let isForward = (start.x, start.y) < (end.x, end.y)
    let (low, high) = isForward ? (start, end) : (end, start)
    var seed = SeededGenerator(
      state: low.x.bitPattern ^ low.y.bitPattern &* 31 ^ high.x.bitPattern &* 17
        ^ high.y.bitPattern &* 7)
    let bend = Double.random(in: -roughness...roughness, using: &seed)
    let way = high - low
    let middle = low + way * 0.5 + Coordinate(-way.y, way.x) * bend
    self.bend(from: start, to: middle, depth: depth - 1, roughness: roughness * 0.65, into: &line)
    line.append(middle)
    self.bend(from: middle, to: end, depth: depth - 1, roughness: roughness * 0.65, into: &line)
  }
}

/// What must hold for areas that tile without overlap, found without any of the code under test.
struct Tiling {
  /// Edges walked twice in the same direction: two areas on the same side.
  private(set) var doubleEdges = 0
  /// Edges with an area on one side only.
  private(set) var outsideEdges = 0
  /// Pairs of edges that cross, touch or overlap, other than in a common end.
  private(set) var contacts = 0
  /// Size of all areas together.
  private(set) var size = 0.0

  private struct Edge: Hashable {
    var start: Coordinate
    var end: Coordinate
  }

  init(_ areas: [[Polygon]]) {
    var edges: [Edge: Int] = [:]
    for ring in areas.joined().flatMap(\.rings) {
      size += ring.signedArea
      for (start, end) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
        edges[Edge(start: start, end: end), default: 0] += 1
      }
    }
    doubleEdges = edges.values.count { $0 > 1 }
    outsideEdges = edges.keys.count { edges[Edge(start: $0.end, end: $0.start)] == nil }
    let once = edges.keys.filter {
      ($0.start.x, $0.start.y) < ($0.end.x, $0.end.y)
        || edges[Edge(start: $0.end, end: $0.start)] == nil
    }.map { (edge: $0, west: min($0.start.x, $0.end.x), east: max($0.start.x, $0.end.x)) }
      .sorted { $0.west < $1.west }
    for index in once.indices {
      for other in once[(index + 1)...] {
        if other.west > once[index].east { break }
        if Self.touch(once[index].edge, other.edge) { contacts += 1 }
      }
    }
  }

  private static func touch(_ one: Edge, _ other: Edge) -> Bool {
    func side(_ point: Coordinate, of edge: Edge) -> Double {
      let (way, to) = (edge.end - edge.start, point - edge.start)
      let value = way.x * to.y - way.y * to.x
      return abs(value) < 1e-15 * (abs(way.x * to.y) + abs(way.y * to.x)) ? 0 : value
    }
    func boxes(_ edge: Edge) -> (Coordinate, Coordinate) {
      (pointwiseMin(edge.start, edge.end), pointwiseMax(edge.start, edge.end))
    }
    let ((low, high), (otherLow, otherHigh)) = (boxes(one), boxes(other))
    if any(low .> otherHigh) || any(otherLow .> high) { return false }
    let shared = Set([one.start, one.end]).intersection([other.start, other.end])
    if shared.count == 2 { return true }
    if let joint = shared.first {
      let far = one.start == joint ? one.end : one.start
      let otherFar = other.start == joint ? other.end : other.start
      return ((far - joint) * (otherFar - joint)).sum() > 0 && side(otherFar, of: one) == 0
    }
    return side(other.start, of: one) * side(other.end, of: one) <= 0
      && side(one.start, of: other) * side(one.end, of: other) <= 0
  }
}
