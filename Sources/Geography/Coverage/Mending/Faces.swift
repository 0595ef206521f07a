import Foundation

/// The pieces into which the arcs of a coverage cut the plane, and which areas claim each.
///
/// Every arc has two sides: side `2n` is arc `n` walked forward, `2n + 1` backward. A side
/// bounds the face on its left, and the sides of a face follow one another around it.
struct Faces {
  /// One way around a face.
  struct Face {
    /// One of its sides.
    var side: Int
    /// Signed size: positive inside, negative for the way around an island.
    var size: Double
    /// The areas that claim it, in order.
    var claimants: [Int32]
  }

  private let coverage: Coverage
  /// The sides that leave each node, counter-clockwise; by node where they begin.
  private let leaving: [Int]
  private let starts: [Int]
  /// Where each side stands among them.
  private let places: [Int]
  /// The face on the left of each side.
  private(set) var faceOfSide: [Int]
  /// The faces, by their first side.
  private(set) var faces: [Face] = []

  init(_ coverage: Coverage) {
    self.coverage = coverage
    let sideCount = 2 * coverage.arcCount
    var starts = [Int](repeating: 0, count: coverage.nodeCount + 1)
    for side in 0..<sideCount { starts[Self.node(side, coverage) + 1] += 1 }
    for node in 0..<coverage.nodeCount { starts[node + 1] += starts[node] }
    let directions = (0..<sideCount).map { Self.direction($0, coverage) }
    let leaving = (0..<sideCount).sorted {
      (Self.node($0, coverage), directions[$0], $0) < (Self.node($1, coverage), directions[$1], $1)
    }
    var places = [Int](repeating: 0, count: sideCount)
    for (place, side) in leaving.enumerated() { places[side] = place }
    (self.starts, self.leaving, self.places) = (starts, leaving, places)
    faceOfSide = Array(repeating: -1, count: sideCount)
    findFaces()
    findClaimants()
  }

  /// The node where a side begins.
  private static func node(_ side: Int, _ coverage: Coverage) -> Int {
    let ends = coverage.ends[side / 2]
    return Int(side % 2 == 0 ? ends.tail : ends.head)
  }

  private static func direction(_ side: Int, _ coverage: Coverage) -> Double {
    let (first, last) = (coverage.starts[side / 2], coverage.starts[side / 2 + 1] - 1)
    if first >= last { return 0 }
    let way =
      side % 2 == 0
      ? coverage.coordinates[first + 1] - coverage.coordinates[first]
      : coverage.coordinates[last - 1] - coverage.coordinates[last]
    return atan2(way.y, way.x)
  }

  /// The node where a side begins.
  func node(ofSide side: Int) -> Int { Self.node(side, coverage) }

  /// The vertices of a side in order.
  func line(ofSide side: Int) -> [Coordinate] {
    side % 2 == 0 ? Array(coverage.arc(side / 2)) : coverage.arc(side / 2).reversed()
  }

  /// The next side around what lies on the left, of those that `bound` it.
  func next(after side: Int, where bound: (Int) -> Bool = { _ in true }) -> Int {
    let back = side ^ 1
    let node = Self.node(back, coverage)
    let (low, count) = (starts[node], starts[node + 1] - starts[node])
    for step in 1...count {
      let candidate = leaving[low + (places[back] - low - step + 2 * count) % count]
      if bound(candidate) { return candidate }
    }
    return back
  }

  /// All sides around a face.
  func sides(of face: Face) -> [Int] {
    var sides = [face.side]
    var side = next(after: face.side)
    while side != face.side {
      sides.append(side)
      side = next(after: side)
    }
    return sides
  }

  private mutating func findFaces() {
    let origin = coverage.coordinates.first ?? .zero
    for first in faceOfSide.indices where faceOfSide[first] < 0 {
      var (side, doubleSize) = (first, 0.0)
      repeat {
        faceOfSide[side] = faces.count
        var previous: Coordinate?
        for point in line(ofSide: side) {
          let current = point - origin
          if let previous { doubleSize += previous.x * current.y - previous.y * current.x }
          previous = current
        }
        side = next(after: side)
      } while side != first && faceOfSide[side] < 0
      faces.append(Face(side: first, size: doubleSize / 2, claimants: []))
    }
  }

  /// Goes from face to face: across a side lies what is here, less the areas whose rings walk
  /// along it here, and more those that walk along it there.
  private mutating func findClaimants() {
    var walkers = [[Int32]](repeating: [], count: faceOfSide.count)
    for area in 0..<coverage.areaCount {
      for ring in coverage.shapes.rings(ofArea: area) {
        for reference in coverage.shapes.arcs(ofRing: ring) {
          let side = 2 * reference.arc + (reference.isBackward ? 1 : 0)
          walkers[side].append(Int32(area))
        }
      }
    }
    var counts = [[Int32: Int]?](repeating: nil, count: faces.count)
    for first in faces.indices where counts[first] == nil {
      counts[first] = [:]
      var group = [first]
      var done = 0
      while done < group.count {
        let face = group[done]
        done += 1
        for side in sides(of: faces[face]) {
          let other = faceOfSide[side ^ 1]
          guard counts[other] == nil, var across = counts[face] else { continue }
          for area in walkers[side] { across[area, default: 0] -= 1 }
          for area in walkers[side ^ 1] { across[area, default: 0] += 1 }
          counts[other] = across
          group.append(other)
        }
      }
      claim(group, counts)
    }
  }

  /// Counts in a group of faces are relative: the least count of an area is none at all.
  private mutating func claim(_ group: [Int], _ counts: [[Int32: Int]?]) {
    var least: [Int32: Int] = [:]
    for face in group {
      for (area, count) in counts[face] ?? [:] { least[area] = min(least[area] ?? 0, count) }
    }
    for face in group {
      let present = least.keys.filter { (counts[face]?[$0] ?? 0) > (least[$0] ?? 0) }
      faces[face].claimants = present.sorted()
    }
  }
}
