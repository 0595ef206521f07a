/// Gives small gaps and overlaps to one area each: to the one with the longest border, but an
/// overlap rather to an area that would be left with little.
struct SliverClosing {
  /// What was closed, and overlaps too large for that.
  private(set) var slivers: [MendingReport.Sliver] = []
  private let coverage: Coverage
  private var faces: Faces
  /// The areas of each face once slivers are closed.
  private var owners: [[Int32]]
  /// Areas that gain or lose ground.
  private var changed: Set<Int32> = []

  init(_ coverage: Coverage, upTo size: Double) {
    self.coverage = coverage
    faces = Faces(coverage)
    owners = faces.faces.map(\.claimants)
    let endangered = endangeredAreas
    for (number, face) in faces.faces.enumerated() where face.size > 0 {
      let borders = bordersByArea(of: face)
      let isGap = face.claimants.isEmpty
      if isGap ? borders.count < 2 || face.size > size : face.claimants.count < 2 { continue }
      var sliver = MendingReport.Sliver(
        claimants: face.claimants.map(Int.init), owner: nil, size: face.size,
        place: faces.line(ofSide: face.side)[0])
      // Of equally long borders that of the first area.
      let owner = (isGap ? borders.keys.sorted() : face.claimants).max {
        (endangered.contains($0) ? 1 : 0, borders[$0] ?? 0, -$0)
          < (endangered.contains($1) ? 1 : 0, borders[$1] ?? 0, -$1)
      }
      if let owner, face.size <= size {
        sliver.owner = Int(owner)
        owners[number] = [owner]
        changed.formUnion(face.claimants + [owner])
      }
      slivers.append(sliver)
    }
  }

  /// Areas that could lose most of their ground: others claim more than half of it.
  private var endangeredAreas: Set<Int32> {
    var all: [Int32: Double] = [:]
    var alone: [Int32: Double] = [:]
    for face in faces.faces where face.size > 0 {
      for area in face.claimants {
        all[area, default: 0] += face.size
        if face.claimants.count == 1 { alone[area, default: 0] += face.size }
      }
    }
    return Set(all.keys.filter { (alone[$0] ?? 0) < (all[$0] ?? 0) / 2 })
  }

  /// How long the border of a face is with the areas around it.
  private func bordersByArea(of face: Faces.Face) -> [Int32: Double] {
    var lengths: [Int32: Double] = [:]
    for side in faces.sides(of: face) {
      let line = faces.line(ofSide: side)
      let length = zip(line, line.dropFirst()).reduce(0.0) { sum, edge in
        let way = edge.1 - edge.0
        return sum + (way * way).sum().squareRoot()
      }
      for area in faces.faces[faces.faceOfSide[side ^ 1]].claimants {
        lengths[area, default: 0] += length
      }
    }
    return lengths
  }

  /// The areas with what they were given and without what they lost. One that would be left
  /// with nothing stays as it was.
  var polygons: [[Polygon]] {
    coverage.polygons.enumerated().map { area, unchanged in
      let mended = changed.contains(Int32(area)) ? polygons(of: Int32(area)) : unchanged
      return mended.isEmpty ? unchanged : mended
    }
  }

  private func polygons(of area: Int32) -> [Polygon] {
    var isOpen = faces.faceOfSide.indices.map { side in
      owners[faces.faceOfSide[side]].contains(area)
        && !owners[faces.faceOfSide[side ^ 1]].contains(area)
    }
    let bounds = isOpen
    var rings: [Ring] = []
    for first in isOpen.indices where isOpen[first] {
      var walk: [Int] = []
      var side = first
      while isOpen[side] {
        isOpen[side] = false
        // A walk that comes back to a node has closed a ring there.
        if let start = walk.firstIndex(where: { faces.node(ofSide: $0) == faces.node(ofSide: side) }
        ) {
          rings.append(ring(walk[start...]))
          walk.removeSubrange(start...)
        }
        walk.append(side)
        side = faces.next(after: side) { bounds[$0] }
      }
      if !walk.isEmpty { rings.append(ring(walk[...])) }
    }
    return [Polygon](enclosedBy: rings)
  }

  private func ring(_ sides: ArraySlice<Int>) -> Ring {
    var vertices: ContiguousArray<Coordinate> = []
    for side in sides {
      vertices += faces.line(ofSide: side).dropFirst(vertices.isEmpty ? 0 : 1)
    }
    return Ring(vertices)
  }
}
