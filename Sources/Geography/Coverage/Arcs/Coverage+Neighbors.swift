extension Coverage {
  /// Two areas that touch.
  public struct Neighbors: Sendable, Hashable {
    /// Index of the area that comes first.
    public var first: Int
    /// Index of the other area, greater than `first`.
    public var second: Int
    /// Whether they share an arc, and not only points.
    public var shareLine: Bool

    /// Two areas, the first one first.
    public init(first: Int, second: Int, shareLine: Bool) {
      self.first = first
      self.second = second
      self.shareLine = shareLine
    }
  }

  /// The areas that share arcs or nodes, ordered by first, then second.
  public var neighbors: [Neighbors] {
    var pairs: [(first: Int32, second: Int32, isPoint: Bool)] = []
    for sides in sides {
      if let left = sides.left, let right = sides.right, left != right {
        pairs.append((min(left, right), max(left, right), false))
      }
    }
    var areas = ends.indices.flatMap { arc in
      [ends[arc].tail, ends[arc].head].flatMap { node in
        [sides[arc].left, sides[arc].right].compactMap { $0.map { (node: node, area: $0) } }
      }
    }
    areas.sort { $0 < $1 }
    for stretch in areas.chunked(by: { $0.node == $1.node }) {
      let around = stretch.chunked { $0.area == $1.area }.compactMap(\.first?.area)
      for (order, first) in around.enumerated() {
        for second in around[(order + 1)...] { pairs.append((first, second, true)) }
      }
    }
    // Lines before points, so that the first of equal pairs tells.
    pairs.sort {
      ($0.first, $0.second, $0.isPoint ? 1 : 0) < ($1.first, $1.second, $1.isPoint ? 1 : 0)
    }
    return pairs.chunked { $0.first == $1.first && $0.second == $1.second }.compactMap(\.first)
      .map { Neighbors(first: Int($0.first), second: Int($0.second), shareLine: !$0.isPoint) }
  }
}

extension Array {
  /// Stretches of elements that belong together, one after the other.
  fileprivate func chunked(by belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    self[...].chunked(by: belong)
  }
}

extension ArraySlice {
  fileprivate func chunked(by belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where index + 1 == endIndex || !belong(self[index], self[index + 1]) {
      chunks.append(self[start...index])
      start = index + 1
    }
    return chunks
  }
}
