extension Coverage {
  /// What is kept of a coverage.
  init(_ original: Coverage, _ kept: KeptVertices, without isLeftOut: [Bool]) {
    var arcNumbers = [Int32](repeating: -1, count: original.arcCount)
    var nodeNumbers = [Int32](repeating: -1, count: original.nodeCount)
    var nodeCount: Int32 = 0
    func node(_ old: Int32) -> Int32 {
      if nodeNumbers[Int(old)] < 0 {
        nodeNumbers[Int(old)] = nodeCount
        nodeCount += 1
      }
      return nodeNumbers[Int(old)]
    }
    var coordinates: ContiguousArray<Coordinate> = []
    var starts = [0]
    var ends: [ArcEnds] = []
    var sides: [ArcSides] = []
    for arc in 0..<original.arcCount where kept.isDrawn[arc] {
      arcNumbers[arc] = Int32(ends.count)
      for place in original.starts[arc]..<original.starts[arc + 1] where kept.isKept(place) {
        coordinates.append(original.coordinates[place])
      }
      starts.append(coordinates.count)
      ends.append(
        ArcEnds(tail: node(original.ends[arc].tail), head: node(original.ends[arc].head)))
      sides.append(original.sides[arc])
    }
    self.coordinates = coordinates
    self.starts = starts
    self.ends = ends
    self.nodeCount = Int(nodeCount)
    self.sides = sides
    shapes = original.shapes.renumbered(arcNumbers, without: isLeftOut)
  }
}

extension ArcShapes {
  /// The same rings with other arc numbers, without some polygons.
  fileprivate func renumbered(_ numbers: [Int32], without isLeftOut: [Bool]) -> ArcShapes {
    var shapes = ArcShapes()
    for area in 0..<(areaStarts.count - 1) {
      for polygon in polygons(ofArea: area) where !isLeftOut[polygon] {
        for ring in rings(ofPolygon: polygon) {
          for reference in arcs(ofRing: ring) {
            shapes.references.append(
              ArcReference(Int(numbers[reference.arc]), isBackward: reference.isBackward))
          }
          shapes.endRing()
        }
        shapes.endPolygon()
      }
      shapes.endArea()
    }
    return shapes
  }
}
