public import Geography

/// Circles of given sizes, none over another, about where their areas are (Dorling 1996).
///
/// Circles that overlap push each other away, neighbours on the ground attract each other, and
/// each is drawn a little to its place, one after the other in the order of areas, by less and
/// less. What then still overlaps is parted, and at last all is spread until nothing touches.
public struct DorlingCartogram: Sendable, Hashable {
  /// One circle an area.
  public let circles: [Circle]
  /// How far areas moved on average, in the plane's units.
  public let meanMove: Double

  /// More circles than this are too many to read, and to place in a moment.
  public static let mostAreas = 2000

  /// Room between circles, as a share of the smaller radius.
  static let gap = 0.04
  private static let rounds = 300

  /// Places circles.
  ///
  /// - Parameters:
  ///   - centers: the middle of each area on a plane.
  ///   - radii: the radius of each circle, in the plane's units.
  ///   - neighbors: pairs of areas that touch, each pair once.
  public init(centers: [Coordinate], radii: [Double], neighbors: [(Int, Int)]) {
    var circles = zip(DorlingCartogram.apart(centers), radii).map {
      Circle(center: $0, radius: $1)
    }
    for round in 0..<DorlingCartogram.rounds {
      let strength = 1 - Double(round) / Double(DorlingCartogram.rounds)
      for (first, second) in neighbors {
        let gap = circles.distance(first, second)
        if gap > 0 { circles.push(first, second, by: -0.3 * strength * gap) }
      }
      for area in circles.indices {
        circles[area].center += (centers[area] - circles[area].center) * 0.05 * strength
      }
      circles.part()
    }
    for _ in 0..<DorlingCartogram.rounds where circles.part() {}
    circles.spread()
    self.circles = circles
    let moves = zip(circles, centers).map { circle, center in
      ((circle.center - center) * (circle.center - center)).sum().squareRoot()
    }
    meanMove = moves.reduce(0, +) / Double(max(1, moves.count))
  }

  /// Centres that fall together stand beside each other, so that they know where to go.
  private static func apart(_ centers: [Coordinate]) -> [Coordinate] {
    var seen: Set<Coordinate> = []
    return centers.map { center in
      var point = center
      while !seen.insert(point).inserted { point.x = (point.x + 1e-6 * abs(point.x) + 1e-6) }
      return point
    }
  }

  /// The circles as shapes to draw.
  public var ground: Ground { Ground(areas: circles.map { [$0.polygon] }, isProjected: false) }
}

extension [Circle] {
  /// Room between two circles beyond what there has to be; below zero where there is too little.
  fileprivate func distance(_ first: Int, _ second: Int) -> Double {
    let offset = self[second].center - self[first].center
    let radii = (self[first].radius, self[second].radius)
    return (offset * offset).sum().squareRoot() - radii.0 - radii.1
      - DorlingCartogram.gap * Swift.min(radii.0, radii.1)
  }

  /// Moves two circles apart along the line through their centres, the lighter one farther.
  fileprivate mutating func push(_ first: Int, _ second: Int, by length: Double) {
    let offset = self[second].center - self[first].center
    let distance = (offset * offset).sum().squareRoot()
    let direction = distance > 0 ? offset / distance : Coordinate(1, 0)
    let weights = (self[first].radius, self[second].radius)
    let share = weights.0 + weights.1 > 0 ? weights.1 / (weights.0 + weights.1) : 0.5
    self[first].center -= direction * (length * share)
    self[second].center += direction * (length * (1 - share))
  }

  /// Parts every two circles that are too near; says whether there were any.
  @discardableResult
  fileprivate mutating func part() -> Bool {
    let order = indices.sorted {
      (self[$0].center.x - self[$0].radius, $0) < (self[$1].center.x - self[$1].radius, $1)
    }
    let starts = order.map { self[$0].center.x - self[$0].radius }
    var hasParted = false
    for (position, first) in order.enumerated() {
      // Circles that begin behind the end of this one cannot reach it.
      let end = self[first].center.x + self[first].radius * (1 + DorlingCartogram.gap)
      for other in position + 1..<Swift.max(position + 1, order.count) {
        if starts[other] > end { break }
        let gap = distance(first, order[other])
        guard gap < -1e-9 * self[first].radius else { continue }
        push(first, order[other], by: -gap)
        hasParted = true
      }
    }
    return hasParted
  }

  /// Moves all centres away from the middle until no two circles are too near: by as much as the
  /// nearest two need. Circles whose centres are one keep their place.
  fileprivate mutating func spread() {
    var factor = 1.0
    for first in indices {
      for second in indices.dropFirst(first + 1) {
        let offset = self[second].center - self[first].center
        let length = (offset * offset).sum().squareRoot()
        guard length > 0 else { continue }
        factor = Swift.max(factor, (length - distance(first, second)) / length)
      }
    }
    guard factor > 1 else { return }
    let middle = reduce(Coordinate(0, 0)) { $0 + $1.center } / Double(count)
    for index in indices {
      self[index].center = middle + (self[index].center - middle) * factor
    }
  }
}
